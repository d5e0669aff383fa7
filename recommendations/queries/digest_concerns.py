"""Whom do many actions and recommendations concern, and how is each called in a digest?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from recommendations.models import ActionOwner, Recommendation
from recommendations.rules.digests import Concern
from reviews.models import ReviewPartnership

from .digest_people import OwnerKeys
from .extensions import fill_in_scopes

Owners = Mapping[int, list[OwnerKeys]]
REVIEW = "response__recommendation__review"


def owners_of(actions: Any) -> Owners:
    """Return the owners of actions, by the keys of both, in one query."""
    found: dict[int, list[OwnerKeys]] = defaultdict(list)
    rows = ActionOwner.objects.filter(action__in=actions.order_by().values("pk")).order_by()
    for action, *keys in rows.values_list("action_id", *(f"{k}_id" for k in ActionOwner.KINDS)):
        found[action].append(OwnerKeys(*keys))
    return found


def concerns_of(recommendations: Sequence[Recommendation]) -> Any:
    """Return what makes the concern of a recommendation, of some read in three queries."""
    fill_in_scopes(_each_once(recommendations))
    scopes = {r.pk: frozenset(r.scope_ids) for r in recommendations if "scope_ids" in r.__dict__}
    of_reviews: dict[int, set[int]] = defaultdict(set)
    links = ReviewPartnership.objects.filter(
        review__in={r.review_id for r in recommendations}
    ).order_by()
    for review, scope in links.values_list("review_id", "partnership__scope_id"):
        of_reviews[review].add(scope)

    def concern(recommendation: Recommendation, answered: bool = True) -> Concern:
        return Concern(
            status=recommendation.review.status,
            scopes=scopes[recommendation.pk],
            review_scopes=frozenset(of_reviews.get(recommendation.review_id, ())),
            answered=answered,
        )

    return concern


def _each_once(recommendations: Iterable[Recommendation]) -> list[Recommendation]:
    return list({found.pk: found for found in recommendations}.values())


def place(recommendation: Recommendation) -> str:
    """Return where an action or a response stands: its recommendation and the review's title."""
    return f"Recommendation {recommendation.number}, {on_one_line(recommendation.review.title)}."


def on_one_line(words: str) -> str:
    """Return words on one line, as a message's plain text needs them."""
    return " ".join(words.split())
