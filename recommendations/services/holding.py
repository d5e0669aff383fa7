"""In which order are a review and what stands under it locked?

Always the review first: whoever closes a review and whoever writes under it wait for each other,
and no two of them can wait for each other for ever.
"""

from collections.abc import Iterable
from typing import Any

from govreg.core.editing.versions import locked
from recommendations.models import AgreedAction, ExtensionRequest, Recommendation, Response
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


def hold_actions(actions: Iterable[AgreedAction]) -> dict[int, AgreedAction]:
    """Lock several actions after all their reviews, both in order of their keys; by their key."""
    wanted = {action.pk: action for action in actions}
    for review in sorted({a.response.recommendation.review_id for a in wanted.values()}):
        locked(Review, review)
    return {key: locked(AgreedAction, key) for key in sorted(wanted)}


def hold_extensions(
    requests: Iterable[tuple[ExtensionRequest, int | None]],
) -> list[ExtensionRequest]:
    """Lock requests for extensions, each at its version, after all their reviews and actions."""
    asked = list(requests)
    held = hold_actions(request.action for request, _version in asked)
    found = {}
    for request, version in sorted(asked, key=lambda pair: pair[0].pk):
        found[request.pk] = locked(ExtensionRequest, request.pk, version=version)
        found[request.pk].action = held[request.action_id]
    return [found[request.pk] for request, _version in asked]
