"""How does an officer see which partnerships lack which organisations and sectors?"""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.ui.lists import list_response
from partnerships.lists.gaps import GapList
from partnerships.models import Partnership

from .partnerships import trail

TITLE = "Membership gaps"


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def gaps(request: HttpRequest) -> HttpResponseBase:
    """Show each partnership against the organisations compared, and the sectors covered."""
    rows = Partnership.objects.visible_to(request.user)
    shown = GapList(request, rows)
    return list_response(
        request,
        lambda _request, _rows: shown,
        rows,
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
        template="partnerships/gaps/report.html",
        extra={"shown": shown},
    )
