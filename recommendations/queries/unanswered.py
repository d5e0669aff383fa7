"""What of a review's recommendations is not answered, or answered without approval?"""

from dataclasses import dataclass

from recommendations.models import Recommendation, Response
from reviews.models import Review


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The recommendations without a response, and those of the responses not approved, in order.

    `waiting` is the number of responses that wait for approval: a recommendation may have several.
    """

    without_response: list[Recommendation]
    not_approved: list[Recommendation]
    waiting: int


def unanswered(review: Review) -> Unanswered:
    """Return what is not answered of a review, in two queries whatever its length."""
    rows = list(Recommendation.objects.filter(review=review).order_by("position", "pk"))
    standing = Response.objects.current().filter(recommendation__review=review).order_by()
    told = list(standing.values_list("recommendation_id", "approved_on"))
    answered = {key for key, _approved_on in told}
    waiting = [key for key, approved_on in told if approved_on is None]
    for row in rows:
        row.review = review  # its address names the review
    return Unanswered(
        without_response=[row for row in rows if row.pk not in answered],
        not_approved=[row for row in rows if row.pk in set(waiting)],
        waiting=len(waiting),
    )
