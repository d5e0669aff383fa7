"""How are complaints about a partnership's work read and logged, and the nine cells stated?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.components import SummaryRow
from partnerships.forms.accountability import (
    AccountabilityForm,
    ChangeComplaintForm,
    LogComplaintForm,
    cells_of,
    values_of,
)
from partnerships.lists.complaints import ComplaintList
from partnerships.models import AccountabilityTable, Complaint, Partnership
from partnerships.services import accountability as services

from .accountability import under_accountability
from .loading import keeps_partnership, kept_partnership, seen_partnership
from .records import Kept, adding, list_of, page_of, posted, stepping

COMPLAINTS = Kept(
    title="Complaints",
    section="accountability",
    listed="partnerships:complaints",
    added="partnerships:log-complaint",
    add_label="Log a complaint",
    lead="No word of who complained belongs here: what it was about, and what came of it.",
)


@access(Permission.VIEW_PARTNERSHIPS)
def complaints(request: HttpRequest, reference: str) -> HttpResponseBase:
    """List the complaints that concerned a partnership."""
    partnership = seen_partnership(request, reference)
    rows = Complaint.objects.filter(partnership=partnership).select_related("partnership")
    return list_of(request, COMPLAINTS, partnership, ComplaintList, rows)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def complaint(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show one complaint, and what came of it."""
    partnership = seen_partnership(request, reference)
    thing = _complaint_of(partnership, pk)
    rows = [
        SummaryRow("Received on", thing.received_on),
        SummaryRow("What it was about", thing.subject),
        SummaryRow("Partners concerned", thing.partners),
        SummaryRow("Outcome", thing.outcome),
        SummaryRow("What was learnt", thing.learnt),
        SummaryRow("Closed on", thing.closed_on),
    ]
    steps: list[tuple[str, str]] = []
    if keeps_partnership(request, partnership):
        change_url = reverse("partnerships:change-complaint", args=[reference, pk])
        steps = [("Record what came of it", change_url)]
    return page_of(request, COMPLAINTS, thing, rows, steps=steps, history_of=partnership)


@access(Permission.KEEP_PARTNERSHIPS)
def log(request: HttpRequest, reference: str) -> HttpResponse:
    """Log a complaint."""
    partnership = kept_partnership(request, reference)
    form = LogComplaintForm(
        posted(request),
        initial={"received_on": clock.today()},
        cancel_url=COMPLAINTS.address(partnership),
    )

    def save() -> Any:
        return services.log_complaint(partnership=partnership, values=form.entry(), by=request.user)

    return adding(request, COMPLAINTS, partnership, form, save)


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record what came of a complaint, or correct it."""
    thing = _complaint_of(kept_partnership(request, reference), pk)
    form = ChangeComplaintForm(
        posted(request),
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.change_complaint(
            complaint=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return stepping(
        request, COMPLAINTS, thing, form, save, title="Record what came of it", values_of=values_of
    )


@access(Permission.KEEP_PARTNERSHIPS)
def state(request: HttpRequest, reference: str) -> HttpResponse:
    """State how account is given, demanded and made good at each layer."""
    partnership = kept_partnership(request, reference)
    stated = AccountabilityTable.objects.filter(partnership=partnership).first()
    table = stated or AccountabilityTable(partnership=partnership)
    back = reverse("partnerships:accountability", args=[reference])
    form = AccountabilityForm(
        posted(request), record=table, initial=cells_of(table), cancel_url=back
    )
    return edit_page(
        request,
        form,
        save=lambda: services.state_accountability(
            partnership=partnership,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data.get("reason") or "",
        ),
        done=lambda saved: "The arrangements were saved.",
        to=back,
        values_of=cells_of,
        title="State how account is given",
        caption=partnership.name,
        breadcrumbs=under_accountability(partnership, ("State it", None)),
        intro="What is left empty is shown as a gap.",
    )


def _complaint_of(partnership: Partnership, pk: int) -> Complaint:
    thing = get_object_or_404(Complaint, partnership=partnership, pk=pk)
    thing.partnership = partnership
    return thing
