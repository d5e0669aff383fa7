"""How far is the work that somebody asked for?"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access

from .colours import colour_of
from .models import LongWork


@access.signed_in
@require_safe
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far it is, then the result or the reason why there is none."""
    found = _load(request, pk)
    stands = found.stands(at=clock.true_now())
    return render(
        request,
        "outbox/work.html",
        {
            "title": found.title,
            "breadcrumbs": [("Home", "/"), (found.title, None)],
            "work": found,
            "stands": stands,
            "colour": colour_of(stands),
            "open_label": f"Open {found.result_name or 'it'}",
            "state_url": reverse("outbox:state", args=[found.pk]),
        },
    )


@access.signed_in
@require_safe
def state(request: HttpRequest, pk: int) -> JsonResponse:
    """Say the same to the page's own script, which asks again and again."""
    found = _load(request, pk)
    stands = found.stands(at=clock.true_now())
    answer = JsonResponse(
        {
            "waiting": found.is_waiting,
            "stands": stands,
            "colour": colour_of(stands),
            "progress": found.progress,
        }
    )
    answer["Cache-Control"] = "no-store"
    return answer


def _load(request: HttpRequest, pk: int) -> LongWork:
    """Return work that the reader asked for; anybody else's is a 404."""
    own = LongWork.objects.visible_to(request.user)
    found: LongWork = get_object_or_404(own, pk=pk)
    return found
