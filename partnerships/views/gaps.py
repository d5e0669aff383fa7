"""How does an officer see which partnerships lack which organisations and sectors?"""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.ui.lists import list_context, list_response
from govreg.core.ui.lists.register_list import EXPORT
from partnerships.lists.gaps import GapList
from partnerships.models import Partnership

from .partnerships import trail

TITLE = "Membership gaps"


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def gaps(request: HttpRequest) -> HttpResponseBase:
    """Show each partnership against the organisations compared, and the sectors covered."""
    rows = Partnership.objects.visible_to(request.user)
    if request.GET.get(EXPORT):
        return list_response(request, GapList, rows, title=TITLE)
    shown = GapList(request, rows)
    context = {"title": TITLE, "breadcrumbs": trail((TITLE, None)), **list_context(shown)}
    return render(request, "partnerships/gaps/report.html", {**context, "shown": shown})
