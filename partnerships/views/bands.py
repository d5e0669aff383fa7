"""Which bodies met less or more often than their layer is to?"""

from django.http import HttpRequest, HttpResponseBase

from govreg.core.access import Permission, access
from govreg.core.ui.lists import list_response
from partnerships.lists.bands import BandList
from partnerships.models import Body

from .partnerships import trail

TITLE = "How often bodies meet"


@access(Permission.VIEW_PARTNERSHIPS)
def bands(request: HttpRequest) -> HttpResponseBase:
    """List the bodies whose meetings in twelve months fall outside their layer's band."""
    return list_response(
        request,
        BandList,
        Body.objects.visible_to(request.user),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
        template="partnerships/bands/list.html",
    )
