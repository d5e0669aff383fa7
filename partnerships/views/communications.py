"""How is a communications plan read and kept, and what was said recorded?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from partnerships.forms.communications import (
    ChangeCommunicationForm,
    CommunicationMadeForm,
    PlanCommunicationForm,
    values_of,
)
from partnerships.lists.communications import CommunicationList, DueCommunicationList
from partnerships.models import Partnership, PlannedCommunication
from partnerships.queries.communications import lines_listed, standing_of
from partnerships.queries.reporting import soon
from partnerships.services import communications as services

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .records import Kept, adding, list_of, page_of, posted, stepping

PLAN = Kept(
    title="Communications plan",
    section="communications",
    listed="partnerships:communications",
    added="partnerships:add-communication",
    add_label="Add to the plan",
    lead="Who is kept informed of what, how and how often, and what is due.",
)


@access(Permission.VIEW_PARTNERSHIPS)
def all_communications(request: HttpRequest) -> HttpResponseBase:
    """List what is due of the plans of every partnership that the person may see."""
    title = "Communications that are due"
    return list_response(
        request,
        DueCommunicationList,
        lines_listed(PlannedCommunication.objects.visible_to(request.user)),
        title=title,
        breadcrumbs=trail((title, None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
def communications(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show the communications plan of a partnership."""
    partnership = seen_partnership(request, reference)
    rows = lines_listed(PlannedCommunication.objects.filter(partnership=partnership))
    return list_of(request, PLAN, partnership, CommunicationList, rows)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def communication(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show one line of the plan, with what was said by it."""
    partnership = seen_partnership(request, reference)
    thing: Any = _line_of(partnership, pk)
    today = clock.today()
    standing, colour = standing_of(thing, on=today, soon=soon(on=today))
    rows = [
        SummaryRow("Who is informed", thing.party),
        SummaryRow("What they need to know", thing.needs),
        SummaryRow("How", thing.method),
        SummaryRow("Every how many months", thing.frequency_months),
        SummaryRow("Responsible post", thing.responsible),
        SummaryRow("From", thing.start),
        SummaryRow("To", thing.end),
        SummaryRow("Next due", thing.next_due),
    ]
    steps: list[tuple[str, str]] = []
    if keeps_partnership(request, partnership):
        args = [reference, pk]
        steps = [
            ("Record what was said", reverse("partnerships:record-communication", args=args)),
            ("Change or end the line", reverse("partnerships:change-communication", args=args)),
        ]
    return page_of(
        request,
        PLAN,
        thing,
        rows,
        steps=steps,
        template="partnerships/communications/line.html",
        history_of=partnership,
        standing=standing,
        colour=colour,
        made=thing.made.all(),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a line to the plan."""
    partnership = kept_partnership(request, reference)
    form = PlanCommunicationForm(posted(request), cancel_url=PLAN.address(partnership))

    def save() -> Any:
        return services.plan_communication(
            partnership=partnership, values=form.entry(), by=request.user
        )

    return adding(request, PLAN, partnership, form, save)


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change or end a line of the plan."""
    thing = _line_of(kept_partnership(request, reference), pk)
    form = ChangeCommunicationForm(
        posted(request),
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_communication(
            planned=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return stepping(
        request, PLAN, thing, form, save, title="Change or end the line", values_of=values_of
    )


@access(Permission.KEEP_PARTNERSHIPS)
def record(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record what was said to a party."""
    thing = _line_of(kept_partnership(request, reference), pk)
    form = CommunicationMadeForm(
        posted(request), initial={"day": clock.today()}, cancel_url=thing.get_absolute_url()
    )

    def save() -> Any:
        return services.record_communication(planned=thing, values=form.entry(), by=request.user)

    return stepping(request, PLAN, thing, form, save, title="Record what was said")


def _line_of(partnership: Partnership, pk: int) -> PlannedCommunication:
    found = lines_listed(PlannedCommunication.objects.all())
    thing: PlannedCommunication = get_object_or_404(found, partnership=partnership, pk=pk)
    thing.partnership = partnership
    return thing
