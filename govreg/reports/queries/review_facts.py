"""Which records does a review's report need, as they stood on its day?"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from govreg.core.history.moments import Moment
from partnerships.models import Body, Organisation, Partnership, Post, Team
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    CompletionClaim,
    ProgressUpdate,
    Recommendation,
    RecommendationSubject,
    Response,
    ResponseSubject,
    RiskAcceptance,
    Verification,
)
from reviews.models import (
    Erratum,
    Review,
    ReviewContact,
    ReviewPoint,
    ReviewPriority,
    Section,
)

from .user_names import user_names

Found = TypeVar("Found")


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
    users: dict[int, str]
    structure: Partnership | None
    bodies: list[Body]
    updates: dict[int, list[ProgressUpdate]] = field(default_factory=dict)
    claims: dict[int, list[CompletionClaim]] = field(default_factory=dict)
    verifications: dict[int, list[Verification]] = field(default_factory=dict)
    acceptances: dict[int, list[RiskAcceptance]] = field(default_factory=dict)


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
    followed = _followed_up(moment, action_keys) if with_progress else {}
    linked = [*subjects, *response_subjects]
    partnerships = moment.by_key(
        Partnership, [review.structure_of_id, *(row.partnership_id for row in linked)]
    )
    _name_parties(moment, owners, linked, partnerships)
    authors = [x.by_id for rows in followed.get("updates", {}).values() for x in rows]
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
        subjects=_grouped(subjects, lambda found: found.recommendation_id),
        responses=_grouped(responses, lambda found: found.recommendation_id),
        response_subjects=_grouped(response_subjects, lambda found: found.response_id),
        actions=_grouped(actions, lambda found: found.response_id),
        owners=_grouped(owners, lambda found: found.action_id),
        users=user_names(moment, [*(x.user_id for x in owners), *authors]),
        structure=partnerships.get(review.structure_of_id or 0),
        bodies=_placed(moment.rows(Body, partnership_id=review.structure_of_id or 0)),
        **followed,
    )


def _followed_up(moment: Moment, actions: list[int]) -> dict[str, Any]:
    """Return what was said and decided about actions since they were agreed."""
    updates = moment.rows(ProgressUpdate, action_id__in=actions, submitted_on__isnull=False)
    claims = moment.rows(CompletionClaim, action_id__in=actions)
    verifications = moment.rows(Verification, claim_id__in=[found.pk for found in claims])
    acceptances = moment.rows(RiskAcceptance, action_id__in=actions)
    return {
        "updates": _grouped(updates, lambda found: found.action_id),
        "claims": _grouped(claims, lambda found: found.action_id),
        "verifications": _grouped(verifications, lambda found: found.claim_id),
        "acceptances": _grouped(acceptances, lambda found: found.action_id),
    }


def _placed(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda found: (found.position, found.pk))


def _grouped(rows: Iterable[Found], key: Callable[[Found], int]) -> dict[int, list[Found]]:
    groups: defaultdict[int, list[Found]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)


def _name_parties(
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
