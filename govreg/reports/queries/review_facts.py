"""Which records does a review's report need, as they stood on its day?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from govreg.core.history.moments import Moment
from partnerships.models import Body, Organisation, Partnership, Post, Team
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    Recommendation,
    RecommendationSubject,
    Response,
    ResponseSubject,
)
from reviews.models import (
    Erratum,
    Review,
    ReviewContact,
    ReviewPoint,
    ReviewPriority,
    Section,
)

from .followed_up import FollowedUp, followed_up, grouped
from .user_names import user_names


@dataclass(slots=True)
class ReviewFacts:
    """A review with everything below it, grouped by what it belongs to."""

    review: Review
    organisations: dict[int, Organisation]
    priorities: list[ReviewPriority]
    contacts: list[ReviewContact]
    points: list[ReviewPoint]
    sections: list[Section]
    errata: list[Erratum]
    recommendations: list[Recommendation]
    subjects: dict[int, list[RecommendationSubject]]
    responses: dict[int, list[Response]]
    response_subjects: dict[int, list[ResponseSubject]]
    actions: dict[int, list[AgreedAction]]
    owners: dict[int, list[ActionOwner]]
    structure: Partnership | None
    bodies: list[Body]
    followed: FollowedUp


def review_at(review: Review, moment: Moment) -> Review | None:
    """Return the review as it stood, or None when the register did not hold it yet."""
    if not moment.is_past:
        return review
    return next(iter(moment.rows(Review, id=review.pk)), None)


def gather(review: Review, moment: Moment, *, with_progress: bool) -> ReviewFacts:
    """Read everything that a report of the review may say; its progress only where it does."""
    recommendations = _placed(moment.rows(Recommendation, review_id=review.pk))
    keys = [found.pk for found in recommendations]
    responses = _placed(moment.rows(Response, recommendation_id__in=keys))
    answers = [found.pk for found in responses]
    actions = _placed(moment.rows(AgreedAction, response_id__in=answers))
    action_keys = [found.pk for found in actions]
    owners = moment.rows(ActionOwner, action_id__in=action_keys)
    subjects = moment.rows(RecommendationSubject, recommendation_id__in=keys)
    response_subjects = moment.rows(ResponseSubject, response_id__in=answers)
    named = [row.user_id for row in owners]
    followed = (
        followed_up(moment, action_keys, named=named)
        if with_progress
        else FollowedUp(users=user_names(moment, named))
    )
    linked = [*subjects, *response_subjects]
    partnerships = moment.by_key(
        Partnership, [review.structure_of_id, *(row.partnership_id for row in linked)]
    )
    name_parties(moment, owners, linked, partnerships)
    return ReviewFacts(
        review=review,
        organisations=moment.by_key(Organisation, [review.auditor_id, review.client_id]),
        priorities=sorted(
            moment.rows(ReviewPriority, review_id=review.pk), key=lambda found: found.rank
        ),
        contacts=sorted(
            moment.rows(ReviewContact, review_id=review.pk), key=lambda found: found.step
        ),
        points=_placed(moment.rows(ReviewPoint, review_id=review.pk)),
        sections=_placed(moment.rows(Section, review_id=review.pk)),
        errata=sorted(moment.rows(Erratum, review_id=review.pk), key=lambda found: found.edition),
        recommendations=recommendations,
        subjects=grouped(subjects, lambda found: found.recommendation_id),
        responses=grouped(responses, lambda found: found.recommendation_id),
        response_subjects=grouped(response_subjects, lambda found: found.response_id),
        actions=grouped(actions, lambda found: found.response_id),
        owners=grouped(owners, lambda found: found.action_id),
        structure=partnerships.get(review.structure_of_id or 0),
        bodies=_placed(moment.rows(Body, partnership_id=review.structure_of_id or 0)),
        followed=followed,
    )


def _placed(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda found: (found.position, found.pk))


def name_parties(
    moment: Moment, owners: list[Any], linked: list[Any], partnerships: dict[int, Partnership]
) -> None:
    """Give owners and subjects the posts, teams, bodies and partnerships of the day."""
    posts = moment.by_key(Post, [row.post_id for row in owners])
    teams = moment.by_key(Team, [row.team_id for row in owners])
    bodies = moment.by_key(Body, [row.body_id for row in (*owners, *linked)])
    for row in owners:
        row.post = posts.get(row.post_id)
        row.team = teams.get(row.team_id)
        row.body = bodies.get(row.body_id)
    for row in linked:
        row.body = bodies.get(row.body_id)
        row.partnership = partnerships.get(row.partnership_id)
