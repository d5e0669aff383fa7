"""What are the facts of an action and a person on a day?"""

from datetime import date
from typing import Any

from django.db.models import Count, Q

from govreg.core.access import Permission
from recommendations.models import AgreedAction
from recommendations.rules.situation import Situation

from . import standing
from .ownership import owns


def situation(action: AgreedAction, *, user: Any, on: date) -> Situation:
    """Return the facts on which the rules about an action decide.

    The register's own commands (no user) have every permission and no part in any action.
    """
    recommendation = action.response.recommendation
    review = recommendation.review

    def may(permission: Permission) -> bool:
        return standing.may(user, permission, recommendation)

    told = action.updates.submitted().aggregate(
        updates=Count("pk", distinct=True),
        own=Count("pk", filter=Q(by=user), distinct=True),
        evidence=Count("evidence"),
    )
    return Situation(
        review_status=review.status,
        recommendation_ended=bool(recommendation.ended_as),
        state=action.state,
        owner=user is not None and owns(user, action, on=on),
        had_a_part=standing.had_a_part(user, action),
        claimant=user is not None and action.claims.filter(by=user).exists(),
        author=user is not None and told["own"] > 0,
        submitted_updates=told["updates"],
        evidence=told["evidence"],
        may_record=may(Permission.RECORD_PROGRESS),
        may_verify=may(Permission.VERIFY),
        may_accept_risk=may(Permission.ACCEPT_RISK),
        may_write=may(Permission.WRITE_REVIEWS),
        may_approve=may(Permission.APPROVE_RESPONSES),
        may_record_decisions=may(Permission.RECORD_DECISIONS),
    )
