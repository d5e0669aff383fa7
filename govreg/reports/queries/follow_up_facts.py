"""Which agreed actions of which reviews may stand in a committee's report, as on its day?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from govreg.core.history.moments import Moment
from govreg.core.refusals import Refusal, Refused
from partnerships.models import Body, Partnership
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    Recommendation,
    RecommendationSubject,
    Response,
)
from reviews.models import Review, ReviewPartnership, ReviewPriority

from .followed_up import FollowedUp, followed_up, grouped
from .review_facts import name_parties

#: More than a committee can read, and more than a database takes in one question.
MOST_ACTIONS = 3_000
FOLLOWED = (Review.Status.ISSUED, Review.Status.CLOSED)
Seen = Callable[[list[Review]], list[Review]]


@dataclass(frozen=True, slots=True)
class Choice:
    """Of what a report tells: one review, one partnership, one priority, or everything."""

    review: int | None = None
    partnership: int | None = None
    priority: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """Agreed actions in their order, with everything that is said of each."""

    reviews: dict[int, Review]
    recommendations: dict[int, Recommendation]
    priorities: dict[int, ReviewPriority]
    subjects: dict[int, list[RecommendationSubject]]
    responses: dict[int, Response]
    actions: list[AgreedAction]
    owners: dict[int, list[ActionOwner]]
    followed: FollowedUp
    without_action: list[Recommendation]


def gather_follow_up(choice: Choice, seen: Seen, on: date) -> FollowUpFacts:
    """Read the agreed actions of issued reviews; `seen` leaves the reviews its reader may see.

    Raises Refused where they are more than one report can tell.
    """
    moment = Moment(on)
    reviews = _reviews(choice, seen, moment)
    found = moment.rows(Recommendation, review_id__in=list(reviews))
    priorities = moment.by_key(ReviewPriority, [row.priority_id for row in found])
    if choice.priority:
        found = [row for row in found if _mark(row, priorities) == choice.priority]
    subjects = _subjects(moment, [row.pk for row in found])
    found = _of_partnership(choice, moment, found, subjects, reviews)
    recommendations = {row.pk: row for row in found}
    responses = _standing(moment.rows(Response, recommendation_id__in=list(recommendations)))
    actions = moment.rows(AgreedAction, response_id__in=list(responses))
    if len(actions) > MOST_ACTIONS:
        raise Refused(
            Refusal(
                "too-many-actions",
                f"That would be {len(actions):,} agreed actions. Choose a review, a partnership or "
                f"a priority, so that it is no more than {MOST_ACTIONS:,}.",
            )
        )
    keys = [row.pk for row in actions]
    owners = moment.rows(ActionOwner, action_id__in=keys)
    name_parties(moment, owners, [], {})
    return FollowUpFacts(
        reviews=reviews,
        recommendations=recommendations,
        priorities=priorities,
        subjects=subjects,
        responses=responses,
        actions=_ordered(actions, responses, recommendations, reviews),
        owners=grouped(owners, lambda row: row.action_id),
        followed=followed_up(moment, keys, named=[row.user_id for row in owners]),
        without_action=_without_action(found, responses, actions, reviews),
    )


def _without_action(
    found: list[Recommendation],
    responses: dict[int, Response],
    actions: list[AgreedAction],
    reviews: dict[int, Review],
) -> list[Recommendation]:
    """Return the recommendations that stand, and under which no action is agreed, in order."""
    acted_on = {responses[action.response_id].recommendation_id for action in actions}
    rows = [row for row in found if row.pk not in acted_on and not row.ended_as]
    return sorted(rows, key=lambda row: (reviews[row.review_id].reference, row.position))


def _reviews(choice: Choice, seen: Seen, moment: Moment) -> dict[int, Review]:
    one = {"id": choice.review} if choice.review else {}
    rows = moment.rows(Review, status__in=FOLLOWED, **one)
    return {row.pk: row for row in seen(rows)}


def _mark(row: Recommendation, priorities: dict[int, ReviewPriority]) -> str:
    found = priorities.get(row.priority_id)
    return found.mark if found else ""


def _subjects(moment: Moment, keys: list[int]) -> dict[int, list[RecommendationSubject]]:
    rows = moment.rows(RecommendationSubject, recommendation_id__in=keys)
    moment.attach(rows, "partnership", "body")
    return grouped(rows, lambda row: row.recommendation_id)


def _of_partnership(
    choice: Choice,
    moment: Moment,
    found: list[Recommendation],
    subjects: dict[int, list[RecommendationSubject]],
    reviews: dict[int, Review],
) -> list[Recommendation]:
    """Keep what concerns the partnership; what names nobody concerns those of its review."""
    if choice.partnership is None:
        return found
    linked = moment.rows(ReviewPartnership, partnership_id=choice.partnership)
    whole = {row.review_id for row in linked} & set(reviews)

    def concerns(row: Recommendation) -> bool:
        named = subjects.get(row.pk, [])
        if not named:
            return row.review_id in whole
        return choice.partnership in {_partnership_of(one) for one in named}

    return [row for row in found if concerns(row)]


def _partnership_of(subject: RecommendationSubject) -> int | None:
    body: Body | None = subject.body
    partnership: Partnership | None = subject.partnership
    if partnership is not None:
        return int(partnership.pk)
    return int(body.partnership_id) if body else None


def _standing(rows: Iterable[Response]) -> dict[int, Response]:
    """Return the responses that stand and were approved, they or what they took the place of."""
    rows = list(rows)
    before = {row.replaced_by_id: row for row in rows if row.replaced_by_id}
    return {row.pk: row for row in rows if not row.replaced_by_id and _approved(row, before)}


def _approved(row: Response, before: dict[int, Response]) -> bool:
    found: Response | None = row
    while found is not None:
        if found.approved_on is not None:
            return True
        found = before.get(found.pk)
    return False


def _ordered(
    actions: list[AgreedAction],
    responses: dict[int, Response],
    recommendations: dict[int, Recommendation],
    reviews: dict[int, Review],
) -> list[AgreedAction]:
    """Return actions by review, recommendation, response and place, as the plan has them."""

    def place(action: AgreedAction) -> tuple[str, int, int, int, int]:
        response = responses[action.response_id]
        recommendation = recommendations[response.recommendation_id]
        review = reviews[recommendation.review_id]
        places = (recommendation.position, response.position, action.position, action.pk)
        return (review.reference, *places)

    return sorted(actions, key=place)
