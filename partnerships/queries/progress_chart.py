"""How do the counts of a quarter, and of the quarters before it, look as bars?"""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from govreg.core.quarters import Quarter
from govreg.core.ui.charts import QUARTERLY_SEGMENTS, Bar, stacked_bars
from partnerships.models import FrozenPlan, Plan, ReportingQuarter
from partnerships.rules.quarterly_status import Counts, QuarterlyStatus, summed

from .progress_lines import live_lines, version_on
from .progress_table import ProgressTable, counts_by_plan

#: A trend over more quarters is read from their own pages.
MOST_QUARTERS = 8


def chart_of(table: ProgressTable, plan: Plan) -> SafeString:
    """Return the rows of a table as stacked bars, sums left out: they would dwarf the others."""
    rows = [row for row in table.rows if not row.is_sum] or list(table.rows)
    title = f"{plan.name}, {table.quarter}: how many actions stand how"
    return _bars([(row.label, row.counts) for row in rows], title, "progress")


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The counts of all actions in one quarter; frozen where it was closed."""

    quarter: Quarter
    counts: Counts
    is_closed: bool
    slug: str


def trend_of(plan: Plan, *, day: date) -> list[TrendPoint]:
    """Return the counts of the last quarters that were opened by a day, the earliest first.

    A closed quarter costs two small reads; only an open one is counted anew.
    """
    opened = ReportingQuarter.objects.filter(plan=plan, opened_on__lte=day)
    points = []
    for reporting in opened.order_by("-financial_year", "-quarter")[:MOST_QUARTERS]:
        version = version_on(reporting, day=day)
        if version is not None:
            rows = FrozenPlan.objects.filter(version_of=version)
            columns = [status.value for status in QuarterlyStatus]
            counts = summed(Counts(*row) for row in rows.values_list(*columns))
        else:
            lines = live_lines(plan, reporting.period, day=day)
            counts = summed(counts_by_plan(lines).values())
        period = reporting.period
        points.append(TrendPoint(period, counts, version is not None, period.slug))
    return points[::-1]


def trend_chart(points: list[TrendPoint], plan: Plan) -> SafeString:
    """Return the quarters of a plan as stacked bars."""
    title = f"{plan.name}: how many actions stood how, quarter by quarter"
    return _bars([(str(point.quarter), point.counts) for point in points], title, "trend")


def _bars(rows: list[tuple[str, Counts]], title: str, chart_id: str) -> SafeString:
    bars = [
        Bar(label, {status.value: counts.of(status) for status in QuarterlyStatus})
        for label, counts in rows
    ]
    return stacked_bars(bars, segments=QUARTERLY_SEGMENTS, title=title, chart_id=chart_id)
