"""How does an officer see where the governance of partnerships is thin?"""

from django.http import HttpRequest, HttpResponseBase

from govreg.core.access import Permission, access
from govreg.core.ui.lists import list_response
from partnerships.lists.health import HealthList
from partnerships.models import Partnership

from .partnerships import trail


@access(Permission.VIEW_PARTNERSHIPS)
def overview(request: HttpRequest) -> HttpResponseBase:
    """Show all partnerships against the points of governance."""
    return list_response(
        request,
        HealthList,
        Partnership.objects.visible_to(request.user),
        title="Governance overview",
        breadcrumbs=trail(("Governance overview", None)),
    )
