"""How are reporting lines read and kept, and reports recorded?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from partnerships.forms.reporting import (
    ChangeLineForm,
    NewLineForm,
    ReportMadeForm,
    values_of,
)
from partnerships.lists.reporting import ReportingList
from partnerships.models import Partnership, ReportingLine
from partnerships.queries.reporting import lines_listed, reporting_of, soon, standing_of
from partnerships.services import reporting as services

from .loading import keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .sections import section

TITLE = "Reporting"


def under_reporting(partnership: Partnership, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under a partnership's reporting."""
    here = (partnership.name, partnership.get_absolute_url())
    return trail(here, (TITLE, _address(partnership)), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
def all_reporting(request: HttpRequest) -> HttpResponseBase:
    """List the reports that are due, of every partnership that the person may see."""
    return list_response(
        request,
        ReportingList,
        lines_listed(ReportingLine.objects.visible_to(request.user)),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def reporting(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the lines by which a partnership reports, and those that reach it."""
    partnership = seen_partnership(request, reference)
    context = {
        **section(partnership, "reporting", TITLE),
        "found": reporting_of(partnership, request.user, on=clock.today()),
        "may_keep": keeps_partnership(request, partnership),
    }
    return render(request, "partnerships/reporting/page.html", context)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def line(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show a reporting line with the reports made by it."""
    partnership = seen_partnership(request, reference)
    thing: Any = _line_of(partnership, pk)
    today = clock.today()
    standing, colour = standing_of(thing, on=today, soon=soon(on=today))
    context = {
        "title": str(thing),
        "caption": partnership.name,
        "breadcrumbs": under_reporting(partnership, (str(thing), None)),
        "partnership": partnership,
        "line": thing,
        "standing": standing,
        "colour": colour,
        "rows": [
            SummaryRow("Who reports", thing.sender),
            SummaryRow("To whom", thing.recipient),
            SummaryRow("How", thing.mechanism),
            SummaryRow("Every how many months", thing.frequency_months),
            SummaryRow("From", thing.start),
            SummaryRow("To", thing.end),
            SummaryRow("Next report due", thing.next_due),
        ],
        "reports": thing.reports.all(),
        "may_keep": keeps_partnership(request, partnership),
    }
    return render(request, "partnerships/reporting/line.html", context)


@access(Permission.KEEP_PARTNERSHIPS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a reporting line."""
    partnership = kept_partnership(request, reference)
    form = NewLineForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        user=request.user,
        initial={"to_organisation": partnership.accountable_body_id},
        cancel_url=_address(partnership),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.add_line(
            partnership=partnership, values=form.entry(), by=request.user
        ),
        done=lambda added: f"The line to {added.recipient} was added.",
        title="Add a reporting line",
        caption=partnership.name,
        breadcrumbs=under_reporting(partnership, ("Add a reporting line", None)),
    )


@access(Permission.KEEP_PARTNERSHIPS)
def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change or end a reporting line."""
    thing = _line_of(kept_partnership(request, reference), pk)
    form = ChangeLineForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        user=request.user,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.describe_line(
            line=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return _step(request, form, thing, "Change or end the line", save, values_of=values_of)


@access(Permission.KEEP_PARTNERSHIPS)
def record(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record a report that was made."""
    thing = _line_of(kept_partnership(request, reference), pk)
    form = ReportMadeForm(
        request.POST if request.method == "POST" else None,
        initial={"day": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return services.record_report(line=thing, values=form.entry(), by=request.user)

    return _step(request, form, thing, "Record a report", save)


def _step(
    request: HttpRequest, form: Any, thing: ReportingLine, title: str, save: Any, **extra: Any
) -> HttpResponse:
    """Show or take one step of a reporting line, and go back to it."""
    here = (str(thing), thing.get_absolute_url())
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The line to {thing.recipient} was saved.",
        to=thing.get_absolute_url(),
        title=title,
        caption=str(thing),
        breadcrumbs=under_reporting(thing.partnership, here, (title, None)),
        **extra,
    )


def _address(partnership: Partnership) -> str:
    return reverse("partnerships:reporting", args=[partnership.reference])


def _line_of(partnership: Partnership, pk: int) -> ReportingLine:
    found = lines_listed(ReportingLine.objects.all())
    thing: ReportingLine = get_object_or_404(found, partnership=partnership, pk=pk)
    thing.partnership = partnership
    return thing
