"""How does an officer take a sheet of updates out, fill it in and bring it back?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access
from govreg.core.transfer.plan import CHANGED, NEW, Plan
from partnerships.views.desks import Desk, look_through, send, take_in
from recommendations.lists.actions import AgreedActionList
from recommendations.models import AgreedAction
from recommendations.queries.ownership import owned_actions
from recommendations.queries.update_sheets import to_update
from recommendations.queries.worklist import followed_actions
from recommendations.sheets.updates import PLACE, SHEET, Updates

MINE = "mine"


def chosen_actions(request: HttpRequest) -> Any:
    """Return the actions that the filters of the list let through; of one's own where asked."""
    today = clock.today()
    rows = followed_actions(request.user, on=today)
    if MINE in request.GET:
        rows = rows.filter(pk__in=owned_actions(request.user, on=today).order_by().values("pk"))
    listed = AgreedActionList(request, rows)
    return AgreedAction.objects.filter(pk__in=listed.rows.order_by().values("pk"))


def _desk(request: HttpRequest) -> Desk:
    own = MINE in request.GET
    back = reverse("recommendations:mine" if own else "recommendations:actions")
    title = "Updates by spreadsheet"
    return Desk(
        template="recommendations/sheets/upload.html",
        sheet=SHEET,
        place=PLACE,
        title=title,
        breadcrumbs=[
            ("Home", "/"),
            ("My actions" if own else "Agreed actions", back),
            (title, None),
        ],
        back=back,
        upload=reverse("recommendations:update-sheet"),
        needs=("Reference", "Version", "Rating", "What has been done"),
    )


@access.signed_in
def update_sheet(request: HttpRequest) -> HttpResponse:
    """Offer the sheet of what the list shows, and take a filled one in."""
    chosen = to_update(chosen_actions(request), user=request.user, on=clock.today())
    return take_in(
        request,
        _desk(request),
        leads_to=lambda pk: reverse("recommendations:update-sheet-preview", args=[pk]),
        updates=True,
        count=chosen.count(),
        query=request.GET.urlencode(),
    )


@access.signed_in
@require_safe
def download(request: HttpRequest, form: str) -> HttpResponseBase:
    """Send the sheet of the actions that the filters let through and the reader may update."""
    binding = Updates(by=request.user, actions=chosen_actions(request))
    return send(request, binding, form, f"progress-updates-{clock.today():%Y-%m-%d}")


@access.signed_in
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which updates a sheet would add, and add them."""
    return look_through(
        request,
        pk,
        _desk(request),
        bind=lambda table: Updates(by=request.user, table=table),
        done=_added,
    )


def _added(plan: Plan) -> str:
    count = plan.counts[NEW] + plan.counts[CHANGED]
    return "1 update was submitted." if count == 1 else f"{count} updates were submitted."
