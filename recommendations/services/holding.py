"""In which order are a review and what stands under it locked?

Always the review first: whoever closes a review and whoever writes under it wait for each other,
and no two of them can wait for each other for ever.
"""

from typing import Any

from govreg.core.editing.versions import locked
from recommendations.models import AgreedAction, Recommendation, Response
from reviews.models import Review


def hold_recommendation(
    recommendation: Recommendation, *, version: int | None = None
) -> Recommendation:
    """Lock a recommendation, after its review."""
    locked(Review, recommendation.review_id)
    return locked(Recommendation, recommendation.pk, version=version)


def hold_response(response: Response, *, version: int | None = None) -> Response:
    """Lock a response, after its review."""
    locked(Review, response.recommendation.review_id)
    return locked(Response, response.pk, version=version)


def hold_action(action: AgreedAction, *, version: Any = None) -> AgreedAction:
    """Lock an action, after its review."""
    locked(Review, action.response.recommendation.review_id)
    return locked(AgreedAction, action.pk, version=version)
