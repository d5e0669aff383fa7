"""What are the facts of an action and a person on a day?"""

from datetime import date
from typing import Any

from govreg.core.access import Permission
from recommendations.models import AgreedAction, Evidence
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

    updates = action.updates.submitted()
    return Situation(
        review_status=review.status,
        recommendation_ended=bool(recommendation.ended_as),
        state=action.state,
        owner=user is not None and owns(user, action, on=on),
        had_a_part=standing.had_a_part(user, action),
        claimant=user is not None and action.claims.filter(by=user).exists(),
        author=user is not None and updates.filter(by=user).exists(),
        submitted_updates=updates.count(),
        evidence=Evidence.objects.filter(update__in=updates).count(),
        may_record=may(Permission.RECORD_PROGRESS),
        may_verify=may(Permission.VERIFY),
        may_accept_risk=may(Permission.ACCEPT_RISK),
        may_write=may(Permission.WRITE_REVIEWS),
    )
