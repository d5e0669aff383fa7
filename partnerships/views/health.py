"""How does an officer see where the governance of partnerships is thin?"""

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.ui.lists import list_response
from partnerships.lists.governance_gaps import GovernanceGapList
from partnerships.lists.health import HealthList
from partnerships.models import Partnership

from .partnerships import trail


@access(Permission.VIEW_PARTNERSHIPS)
def overview(request: HttpRequest) -> HttpResponseBase:
    """Show all partnerships against the points of governance."""
    rows = Partnership.objects.visible_to(request.user)
    shown = HealthList(request, rows)
    response = list_response(
        request,
        HealthList,
        rows.none() if shown.asks_for_no_day else rows,
        title="Governance overview",
        breadcrumbs=trail(("Governance overview", None)),
        template="partnerships/partnerships/overview.html",
        extra={"day": shown.day, "is_past": shown.day < clock.today()},
    )
    response.status_code = 400 if shown.asks_for_no_day else 200
    return response


@access(Permission.VIEW_PARTNERSHIPS)
def governance_gaps(request: HttpRequest) -> HttpResponseBase:
    """List what is to be mended, whose it is and until when."""
    return list_response(
        request,
        GovernanceGapList,
        Partnership.objects.visible_to(request.user),
        title="Gaps in governance",
        breadcrumbs=trail(
            ("Governance overview", reverse("partnerships:overview")), ("Gaps", None)
        ),
        template="partnerships/partnerships/governance_gaps.html",
    )
