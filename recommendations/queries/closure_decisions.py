"""Which actions wait for a committee to agree to their closure?"""

from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from govreg.core.access import Permission
from govreg.core.council import definitions, settings
from govreg.core.refusals import Refusal
from recommendations.models import AgreedAction, CompletionClaim
from recommendations.rules.closure_decisions import refusal_to_decide_closure
from reviews.queries.particulars import without_particulars

from . import standing

REVIEW = "response__recommendation__review"


def committee_closes(*, on: date) -> bool:
    """Say whether a verified action waits for a committee, by the setting in force on a day."""
    return bool(settings.whole_number(definitions.CLOSURE_COMMITTEE, on=on))


def proposed(user: Any) -> QuerySet[AgreedAction]:
    """Return the actions whose closure a user may record, the longest proposed first.

    Each has its verified claim, with what was found, in `verified`.
    """
    if not user.may_somewhere(Permission.RECORD_DECISIONS):
        return AgreedAction.objects.none()
    seen: Any = AgreedAction.objects.visible_to(user).live()
    verified = CompletionClaim.objects.filter(outcome="verified").prefetch_related(
        "verifications__by"
    )
    found: QuerySet[AgreedAction] = without_particulars(
        seen.filter(state=AgreedAction.State.PROPOSED).select_related(REVIEW), of=REVIEW
    )
    with_claims = Prefetch("claims", verified, to_attr="verified")
    return found.prefetch_related(with_claims).order_by("state_since", "pk")


def refusal_to_close(action: AgreedAction, *, user: Any) -> Refusal | None:
    """Return why a user may not record a committee’s decision on an action’s closure."""
    recommendation = action.response.recommendation
    return refusal_to_decide_closure(
        may_record_decisions=standing.may(user, Permission.RECORD_DECISIONS, recommendation),
        state=action.state,
        review_status=recommendation.review.status,
        recommendation_ended=bool(recommendation.ended_as),
    )
