"""How does a view load a record that its reader may see, or answer that there is none?"""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from govreg.core import clock
from govreg.core.refusals import Refusal, Refused
from recommendations.models import AgreedAction, Recommendation, Response
from recommendations.queries.situation import situation
from recommendations.rules.situation import Situation
from reviews.models import Review
from reviews.queries.particulars import without_particulars

Trail = list[tuple[str, str | None]]


def load_review(request: HttpRequest, reference: str) -> Review:
    """Return a review that the reader may see; anything else is a 404."""
    found: Review = get_object_or_404(
        Review.objects.visible_to(request.user).select_related("auditor", "client"),
        reference=reference,
    )
    return found


def load_recommendation(request: HttpRequest, reference: str, number: str) -> Recommendation:
    """Return a recommendation that the reader may see; anything else is a 404."""
    visible = Recommendation.objects.visible_to(request.user).select_related(
        "review", "priority", "section"
    )
    found: Recommendation = get_object_or_404(
        without_particulars(visible, of="review"), review__reference=reference, number=number
    )
    return found


def load_response(request: HttpRequest, pk: int) -> Response:
    """Return a response that the reader may see; anything else is a 404."""
    found: Response = get_object_or_404(
        Response.objects.visible_to(request.user).select_related("recommendation__review"), pk=pk
    )
    return found


def load_action(request: HttpRequest, pk: int) -> AgreedAction:
    """Return an agreed action that the reader may see; anything else is a 404."""
    visible = AgreedAction.objects.visible_to(request.user).select_related(
        "response__recommendation__review", "response__recommendation__priority"
    )
    found: AgreedAction = get_object_or_404(
        without_particulars(visible, of="response__recommendation__review"), pk=pk
    )
    return found


def facts_of(request: HttpRequest, action: AgreedAction) -> Situation:
    """Return the facts on which the rules about an action decide for the reader today."""
    return situation(action, user=request.user, on=clock.today())


def require(refusal: Refusal | None) -> None:
    """Answer with the refusal's page, in its own words, when a rule says no."""
    if refusal is not None:
        raise Refused(refusal)


def trail_of(thing: Any, *last: str) -> Trail:
    """Return the breadcrumbs that lead to a recommendation, a response or an action."""
    trail: Trail = [("Home", "/"), ("Recommendations", "/recommendations/")]
    recommendation = _recommendation_of(thing)
    trail.append((f"Recommendation {recommendation.number}", recommendation.get_absolute_url()))
    if isinstance(thing, AgreedAction):
        trail.append(("Agreed action", thing.get_absolute_url()))
    trail += [(label, None) for label in last]
    return trail


def _recommendation_of(thing: Any) -> Recommendation:
    if isinstance(thing, AgreedAction):
        return thing.response.recommendation
    return thing.recommendation if isinstance(thing, Response) else thing
