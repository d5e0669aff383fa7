"""What waits for a person?"""

from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import (
    DateField,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    QuerySet,
    Value,
    prefetch_related_objects,
)

from govreg.core.access import Permission
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    CompletionClaim,
    Recommendation,
    Response,
)
from recommendations.models.actions import FOLLOWED_UP
from recommendations.rules.ratings import RatingRule
from recommendations.rules.timeliness import Standing, timeliness
from reviews.models import Review
from reviews.queries.particulars import without_particulars

from .extensions import with_extensions
from .ownership import FROM_ISSUE_ON
from .ratings import due_soon_days, last_told, rated, rule_in_force, told_ratings

#: The way from an action to its review.
REVIEW = "response__recommendation__review"


def followed_actions(user: Any, *, on: date) -> QuerySet[AgreedAction]:
    """Return the actions that count and that a user may see, fetched for lists.

    They stand under standing responses of reviews that were issued. The question is put together
    once for a day and a rule, not once for every page.
    """
    found: QuerySet[AgreedAction] = _question(on, rule_in_force(on=on)).visible_to(user)
    return found


@lru_cache(maxsize=8)
def _question(on: date, _rule: RatingRule) -> Any:
    counted = AgreedAction.objects.filter(FROM_ISSUE_ON, response__replaced_by__isnull=True)
    return for_lists(counted, on=on)


def for_lists(actions: Any, *, on: date) -> Any:
    """Fetch with actions what a list shows of them on a day, in a constant number of queries.

    Those responsible stand in `named_owners`; `queries/ratings` says how each is rated.
    """
    with_review = actions.select_related(REVIEW, "response__recommendation__priority")
    return (
        without_particulars(with_extensions(with_review), of=REVIEW)
        .prefetch_related(_owners(to_attr="named_owners"), told_ratings("updates"))
        .alias(**last_told())
        .annotate(
            **rated(on=on),
            was_returned=Exists(
                CompletionClaim.objects.filter(action=OuterRef("pk"), outcome="returned")
            ),
            list_day=Value(on, output_field=DateField()),
            list_due_soon=Value(due_soon_days(on=on), output_field=IntegerField()),
        )
    )


def with_owners(actions: list[AgreedAction]) -> None:
    """Read the owners of actions, with whom they are, in one query; once is enough."""
    prefetch_related_objects(actions, _owners())


def _owners(to_attr: str | None = None) -> Any:
    """Fetch owners with whom they are; a list of their own spares each row a QuerySet."""
    named = ActionOwner.objects.select_related(*ActionOwner.KINDS)
    return Prefetch("owners", named, to_attr=to_attr)


def standing_of(action: AgreedAction, *, on: date, due_soon: int) -> Standing:
    """Return how an action stands to its date on a day."""
    recommendation = action.response.recommendation
    return timeliness(
        state=action.state,
        sense=action.sense,
        due_date=action.due_date,
        review_date=action.review_date,
        original_due=action.original_due,
        issued_on=recommendation.review.issued_on,
        on=on,
        due_soon_days=due_soon,
        followed_up=recommendation.review.status == Review.Status.ISSUED
        and not recommendation.ended_as,
    )


def standing_in_list(action: Any) -> Standing:
    """Return how an action fetched by `for_lists` stands on the list's day."""
    return standing_of(action, on=action.list_day, due_soon=action.list_due_soon)


def awaiting_verification(user: Any, *, on: date) -> QuerySet[AgreedAction]:
    """Return the claimed actions that a user's role lets them verify, fetched for lists."""
    return _to_verify(user, followed_actions(user, on=on))


def to_verify(user: Any) -> QuerySet[AgreedAction]:
    """Return the same actions with no more than their names, reviews and days."""
    seen = AgreedAction.objects.visible_to(user).select_related(REVIEW)
    return _to_verify(user, without_particulars(seen, of=REVIEW))


def _to_verify(user: Any, seen: QuerySet[AgreedAction]) -> QuerySet[AgreedAction]:
    """Keep the claimed actions that a user's role lets them verify, the oldest claim first."""
    if not user.may_somewhere(Permission.VERIFY):
        return AgreedAction.objects.none()
    claimed = seen.filter(state=AgreedAction.State.CLAIMED, **FOLLOWED_UP)
    return claimed.order_by("state_since", "pk")


def awaiting_approval(user: Any) -> QuerySet[Response]:
    """Return the responses that wait for a senior officer's approval."""
    if not user.may_somewhere(Permission.APPROVE_RESPONSES):
        return Response.objects.none()
    waiting = Response.objects.visible_to(user).current().filter(approved_on__isnull=True)
    return waiting.select_related("recommendation__review").order_by("recommendation", "position")


def awaiting_response(user: Any) -> QuerySet[Recommendation]:
    """Return the recommendations that nobody has answered and a user may answer."""
    if not user.may_somewhere(Permission.WRITE_RESPONSES):
        return Recommendation.objects.none()
    open_reviews = Review.objects.filter(status__in=["discussed", "issued"])
    waiting = Recommendation.objects.visible_to(user).filter(
        review__in=open_reviews, ended_as="", responses__isnull=True
    )
    return waiting.select_related("review", "priority").order_by("review", "position")
