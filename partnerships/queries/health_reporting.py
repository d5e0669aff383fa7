"""Does each partnership report to its accountable body, and in time?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import starmap
from typing import Any, NamedTuple

from django.db.models import Max, Q

from govreg.core.access import Permission
from govreg.core.prepared import prepared
from govreg.core.ui.words import long_date
from partnerships.models import Partnership, ReportingLine
from partnerships.rules.reporting import next_report_due

from .health import Point, Standing, State, register
from .reporting import soon


class LineInForce(NamedTuple):
    """A reporting line, and the day of its last report."""

    partnership: int
    recipient: int
    start: date | None
    frequency_months: int | None
    last: date | None


def reporting(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge the lines to the accountable body by the reports made up to a day."""
    found: dict[tuple[int, int | None], list[LineInForce]] = defaultdict(list)
    for line in starmap(LineInForce, _lines(keys=[p.pk for p in partnerships], on=on)):
        found[line.partnership, line.recipient].append(line)
    until = soon(on=on)
    return {p.pk: _standing(p, found, on, until) for p in partnerships}


@prepared
def _lines(keys: Sequence[int], on: date) -> Any:
    """Return the reporting lines to an organisation that are in force on a day."""
    lines = ReportingLine.objects.in_force(on=on).filter(
        partnership__in=keys, to_organisation__isnull=False
    )
    dated = lines.annotate(last=Max("reports__day", filter=Q(reports__day__lte=on)))
    columns = ("partnership_id", "to_organisation_id", "start", "frequency_months", "last")
    return dated.order_by().values_list(*columns)


def _standing(
    partnership: Partnership,
    found: dict[tuple[int, int | None], list[LineInForce]],
    on: date,
    until: date,
) -> Standing:
    accountable = partnership.accountable_body_id
    if accountable is None:
        return Standing(
            State.MISSING,
            "No accountable body is named, so no reporting to it is recorded.",
        )
    lines = found.get((partnership.pk, accountable), [])
    if not lines:
        return Standing(State.MISSING, "No reporting line to the accountable body is recorded.")
    dates = [
        due
        for line in lines
        if (
            due := next_report_due(
                start=line.start, end=None, last=line.last, months=line.frequency_months
            )
        )
    ]
    last = max((line.last for line in lines if line.last), default=None)
    due = min(dates, default=None)
    if due is not None and due < on:
        return Standing(State.OVERDUE, f"A report was due on {long_date(due)}.", due)
    if last is None:
        told = "No report to the accountable body is recorded"
        if due is None:
            return Standing(State.MISSING, f"{told}.")
        return Standing(State.DUE, f"{told}; the first is due on {long_date(due)}.", due)
    told = f"Last reported on {long_date(last)}"
    if due is None:
        return Standing(State.MET, f"{told}; no frequency is stated.")
    state = State.DUE if due <= until else State.MET
    return Standing(state, f"{told}, due again on {long_date(due)}.", due)


register(
    Point(
        "reporting",
        "Reporting up to date",
        reporting,
        "partnerships:reporting",
        "Record a line or a report",
        Permission.KEEP_PARTNERSHIPS,
    ),
    position=80,
)
