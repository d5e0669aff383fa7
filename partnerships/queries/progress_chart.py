"""How do the counts of a quarter, and of the quarters before it, look as bars?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, Sum

from govreg.core import clock
from govreg.core.prepared import prepared
from govreg.core.quarters import Quarter, quarter_known_as
from govreg.core.ui.charts import QUARTERLY_SEGMENTS, Bar, Drawings, bars_for_page
from partnerships.models import Plan, QuarterVersion, ReportingQuarter
from partnerships.rules.quarterly_status import Counts, QuarterlyStatus

from .progress_table import ProgressTable, TableRow

#: A trend over more quarters is read from their own pages.
MOST_QUARTERS = 8
#: Nobody compares more bars than these.
MOST_BARS = 20


def chart_of(table: ProgressTable, plan: Plan) -> Drawings:
    """Return the rows of a table as stacked bars, sums left out: they would dwarf the others."""
    rows = _bars_of(table)[:MOST_BARS]
    title = f"{plan.name}, {table.quarter}: how many actions stand how"
    return _bars(((row.label, row.counts) for row in rows), title, "progress")


def _bars_of(table: ProgressTable) -> list[TableRow]:
    return [row for row in table.rows if not row.is_sum] or list(table.rows)


def drawn_in_part(table: ProgressTable) -> bool:
    """Say whether a table has more rows than are drawn."""
    return len(_bars_of(table)) > MOST_BARS


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The counts of all actions in one quarter; frozen where it was closed."""

    quarter: Quarter
    counts: Counts
    is_closed: bool
    slug: str


def trend_of(plan: Plan, here: ProgressTable, *, day: date) -> list[TrendPoint]:
    """Return the counts of the last quarters that were closed by a day, and of the one here.

    Two queries, however many quarters there are: what was closed is summed by the database, and
    the quarter that is read was counted already.
    """
    last = _opened_by(plan=[plan.pk], day=day)
    sums = _closed_by(quarters=[key for key, *_ in last], day=day, ended=clock.end_of(day))
    closed = {key: Counts(*(count or 0 for count in counts)) for key, _number, *counts in sums}
    points = []
    for key, year, number in reversed(last):
        period = quarter_known_as(financial_year=year, number=number)
        if period == here.quarter:
            counts = here.total.counts
            points.append(TrendPoint(period, counts, here.version is not None, period.slug))
        elif key in closed:
            points.append(TrendPoint(period, closed[key], is_closed=True, slug=period.slug))
    return points


@prepared
def _opened_by(plan: list[int], day: date) -> Any:
    """Ask for the last quarters of a plan that were opened by a day, the latest first."""
    opened = ReportingQuarter.objects.filter(plan__in=plan, opened_on__lte=day)
    last = opened.order_by("-financial_year", "-quarter")[:MOST_QUARTERS]
    return last.values_list("pk", "financial_year", "quarter")


@prepared
def _closed_by(quarters: list[int], day: date, ended: datetime) -> Any:
    """Ask what the version of each quarter says that held at the end of a day."""
    then = QuarterVersion.objects.filter(reporting__in=quarters, closed_at__lte=ended)
    standing = then.filter(Q(reopened_on=None) | Q(reopened_on__gt=day))
    sums = {f"all_{status.value}": Sum(f"plans__{status.value}") for status in QuarterlyStatus}
    return standing.order_by("number").values_list("reporting", "number").annotate(**sums)


def trend_chart(points: list[TrendPoint], plan: Plan) -> Drawings:
    """Return the quarters of a plan as stacked bars."""
    title = f"{plan.name}: how many actions stood how, quarter by quarter"
    rows = ((str(point.quarter), point.counts) for point in points)
    return _bars(rows, title, "trend")


def _bars(rows: Iterable[tuple[str, Counts]], title: str, chart_id: str) -> Drawings:
    """Draw some figures."""
    bars = [
        Bar(label, {status.value: counts.of(status) for status in QuarterlyStatus})
        for label, counts in rows
    ]
    return bars_for_page(bars, segments=QUARTERLY_SEGMENTS, title=title, chart_id=chart_id)
