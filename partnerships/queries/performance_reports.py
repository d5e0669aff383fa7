"""When is each body next due a performance report, by the band of its layer?

A body is told at each of its meetings, as often as its band lets it. A report counts that was
recorded by a formal line to the body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max

from partnerships.models import Body, Partnership, ReportMade
from partnerships.rules.performance import next_report_due, reports_a_year

from .bands import bands
from .reporting import soon


@dataclass(frozen=True, slots=True)
class BodyDue:
    """A body of a layer, how often it is to be told, when it was last, and when it is next."""

    body: Body
    a_year: int
    band: str
    last: date | None
    due: date | None
    is_overdue: bool


def bodies_due(partnerships: Sequence[Partnership], *, on: date, layer: str = "") -> list[BodyDue]:
    """Return when the bodies of some partnerships that have a layer, or the one, are next told."""
    known = bands(on=on)
    rows: Any = Body.objects.filter(partnership__in=partnerships).exclude(layer="")
    if layer:
        rows = rows.filter(layer=layer)
    bodies = list(rows.in_force(on=on).select_related("partnership"))
    reports = ReportMade.objects.filter(line__to_body__in=bodies, day__lte=on).order_by()
    last = dict(reports.values_list("line__to_body").annotate(day=Max("day")))
    return [_due(body, *known[body.layer], last=last.get(body.pk), on=on) for body in bodies]


def reports_waiting(partnerships: Sequence[Partnership], *, on: date) -> list[BodyDue]:
    """Return the bodies that are overdue or soon to be told again; the others wait for nothing.

    A body that was never told has no day by which it is to be told.
    """
    until = soon(on=on)
    told = bodies_due(partnerships, on=on)
    return [one for one in told if one.due is not None and one.due <= until]


def _due(body: Body, least: int, most: int, *, last: date | None, on: date) -> BodyDue:
    a_year = reports_a_year(meetings=body.meetings_a_year, least=least, most=most)
    due = next_report_due(last=last, a_year=a_year)
    return BodyDue(
        body=body,
        a_year=a_year,
        band=f"{least} to {most}",
        last=last,
        due=due,
        is_overdue=due is not None and due < on,
    )
