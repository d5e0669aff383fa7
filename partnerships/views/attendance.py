"""How is attendance read over a period, and what was done where it was poor?"""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_context, list_response
from govreg.core.ui.lists.records import key_meant
from govreg.core.ui.lists.register_list import EXPORT
from partnerships.forms.interventions import (
    CorrectInterventionForm,
    NewInterventionForm,
    values_of,
)
from partnerships.lists.attendance import AttendanceReport
from partnerships.models import Attendance, AttendanceIntervention, Partnership
from partnerships.queries.interventions import around, with_before_and_after
from partnerships.rules.interventions import in_per_cent
from partnerships.services.interventions import add_intervention, correct_intervention

from .loading import keeps_members, partnership_with_kept_members, seen_partnership
from .partnerships import trail

TITLE = "Attendance"
SHOWN = 20


@access(Permission.VIEW_PARTNERSHIPS)
def report(request: HttpRequest) -> HttpResponseBase:
    """Show attendance by organisation and body over any period, and the interventions."""
    rows = Attendance.objects.visible_to(request.user)
    if request.GET.get(EXPORT):
        return list_response(request, AttendanceReport, rows, title=TITLE)
    shown = AttendanceReport(request, rows)
    listed = list_context(shown)
    done = interventions_asked(request, shown.asked)
    context = {
        "title": TITLE,
        "breadcrumbs": trail((TITLE, None)),
        **listed,
        "below": shown.below,
        "interventions": done[:SHOWN],
        "more_interventions": len(done) > SHOWN,
        "interventions_shown": SHOWN,
    }
    return render(request, "partnerships/attendance/report.html", context)


def interventions_asked(request: HttpRequest, asked: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what was done in the partnership and the period asked for, with its effect.

    One more than are shown, so that the page can say that there are more.
    """
    found = AttendanceIntervention.objects.visible_to(request.user)
    partnership = key_meant(str(asked.get("partnership", "")))
    organisation = key_meant(str(asked.get("organisation", "")))
    if partnership is not None:
        found = found.filter(partnership=partnership)
    if organisation is not None:
        found = found.filter(Q(organisation=organisation) | Q(organisation=None))
    if asked.get("after"):
        found = found.filter(day__gte=asked["after"])
    if asked.get("before"):
        found = found.filter(day__lte=asked["before"])
    counted = with_before_and_after(found, organisation=organisation)
    return [
        {
            "thing": one,
            "before": effect(one.before_attended, one.before),
            "since": effect(one.since_attended, one.since),
        }
        for one in counted[: SHOWN + 1]
    ]


def effect(attended: int, expected: int) -> str:
    """Return "33 % (1 of 3)", or nothing where there was no meeting."""
    rate = in_per_cent(attended, expected)
    return "" if rate is None else f"{rate} % ({attended} of {expected})"


def under_attendance(thing: Partnership, *steps: tuple[str, str | None]) -> list:
    """Return the breadcrumbs of a page under a partnership's attendance."""
    here = (thing.name, thing.get_absolute_url())
    report_of = f"{reverse('partnerships:attendance')}?partnership={thing.pk}"
    return trail(here, (TITLE, report_of), *steps)


@access(Permission.VIEW_PARTNERSHIPS)
def intervention(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show what was done, with each organisation's attendance before and since."""
    partnership = seen_partnership(request, reference)
    thing = _intervention_of(partnership, pk)
    lines = [
        {
            **line,
            "before_rate": effect(line["before_attended"], line["before"]),
            "since_rate": effect(line["since_attended"], line["since"]),
        }
        for line in around(thing)
    ]
    context = {
        "title": str(thing),
        "caption": partnership.name,
        "breadcrumbs": under_attendance(partnership, (str(thing), None)),
        "partnership": partnership,
        "thing": thing,
        "rows": [
            SummaryRow("What was done", thing.get_kind_display()),
            SummaryRow("Date", thing.day),
            SummaryRow("Organisation", thing.organisation or "All members"),
            SummaryRow("Body", thing.body or "All bodies"),
            SummaryRow("What it said", thing.text),
        ],
        "lines": lines,
        "may_keep_members": keeps_members(request, partnership),
    }
    return render(request, "partnerships/interventions/page.html", context)


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Record something that was done about poor attendance."""
    partnership = partnership_with_kept_members(request, reference)
    form = NewInterventionForm(
        request.POST if request.method == "POST" else None,
        partnership=partnership,
        initial={"organisation": request.GET.get("organisation", "")[:20]},
        cancel_url=partnership.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_intervention(
            partnership=partnership, values=form.entry(), by=request.user
        ),
        done=lambda made: f"{made} was recorded.",
        title="Record what was done about attendance",
        caption=partnership.name,
        breadcrumbs=under_attendance(partnership, ("Record what was done", None)),
    )


@access(Permission.KEEP_MEMBERSHIP)
def correct(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Correct what was recorded of an intervention."""
    partnership = partnership_with_kept_members(request, reference)
    thing = _intervention_of(partnership, pk)
    form = CorrectInterventionForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> AttendanceIntervention:
        return correct_intervention(
            intervention=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved} was corrected.",
        values_of=values_of,
        title="Correct what was recorded",
        caption=str(thing),
        breadcrumbs=under_attendance(
            partnership, (str(thing), thing.get_absolute_url()), ("Correct", None)
        ),
    )


def _intervention_of(partnership: Partnership, pk: int) -> AttendanceIntervention:
    found = AttendanceIntervention.objects.select_related("organisation", "body")
    thing: AttendanceIntervention = get_object_or_404(found, partnership=partnership, pk=pk)
    thing.partnership = partnership
    return thing
