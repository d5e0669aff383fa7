"""What does the summary progress table of a quarter say, by plan or by another grouping?

The table of the scrutiny report of 2007 (section 5.2): the plans of areas, their sum, the others,
and the total, each with five counts and whole percentages. The response rate stands beside, so that
a plan without red or amber is not taken for one that was answered for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.quarters import Quarter
from partnerships.models import (
    Organisation,
    Plan,
    PlanPriority,
    QuarterVersion,
    ReportingQuarter,
    StrategicTheme,
)
from partnerships.rules.quarterly_status import Counts, counted, summed

from .progress_counts import live_counts
from .progress_lines import (
    ProgressLine,
    frozen_lines,
    frozen_plans,
    live_lines,
    plans_of_table,
    version_on,
)

TOTAL = "Total/Average %"
#: What stands for the plans of areas together in an address.
AREAS = "areas"
BY_PLAN, BY_THEME, BY_LEAD, BY_PRIORITY = "plan", "theme", "lead", "priority"
GROUPINGS = {
    BY_PLAN: "Plan",
    BY_THEME: "Theme",
    BY_LEAD: "Lead organisation",
    BY_PRIORITY: "Priority",
}
_NONE = {BY_THEME: "No theme", BY_LEAD: "No lead organisation", BY_PRIORITY: "No priority"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its label, its counts, and the key of what it is about (None for a sum)."""

    label: str
    counts: Counts
    key: int | None = None
    is_sum: bool = False
    of: str = ""

    @property
    def drill(self) -> str:
        """What the address of the actions behind the row says of them; empty for all."""
        return self.of if self.is_sum else str(self.key or 0)


@dataclass(frozen=True, slots=True)
class ProgressTable:
    """The table of a quarter; `version` is the one that was frozen, None while it is open."""

    quarter: Quarter
    grouping: str
    rows: tuple[TableRow, ...]
    version: QuarterVersion | None

    @property
    def heading(self) -> str:
        """What the first column is."""
        return GROUPINGS[self.grouping]

    @property
    def total(self) -> TableRow:
        """The last row."""
        return self.rows[-1]


def progress_table(
    root: Plan,
    quarter: Quarter,
    *,
    reporting: ReportingQuarter | None,
    day: date,
    grouping: str = BY_PLAN,
    version: QuarterVersion | None = None,
) -> ProgressTable:
    """Return the table of a quarter as it was known at the end of a day.

    Where the quarter was closed then, it is the frozen one. With `version`, that one is read.
    """
    held = version or version_on(reporting, day=day)
    if grouping == BY_PLAN:
        rows = _frozen_by_plan(held) if held else _live_by_plan(root, quarter, day)
        return ProgressTable(quarter, grouping, _with_sums(rows, root), held)
    if held or day < clock.today():
        lines = lines_of(root, quarter, reporting=reporting, day=day, version=held)
        counts = counts_by(lines, grouping)
    else:
        counts = live_counts(root, quarter, by=grouping)
    grouped = _rows_of(counts, grouping)
    total = TableRow(TOTAL, summed(row.counts for row in grouped), is_sum=True)
    return ProgressTable(quarter, grouping, (*grouped, total), held)


def lines_of(
    root: Plan,
    quarter: Quarter,
    *,
    reporting: ReportingQuarter | None,
    day: date,
    version: QuarterVersion | None = None,
) -> list[ProgressLine]:
    """Return the actions behind the table, each with its status."""
    held = version or version_on(reporting, day=day)
    return frozen_lines(held) if held else live_lines(root, quarter, day=day)


def in_group(line: ProgressLine, grouping: str) -> int | None:
    """Return the key of the group in which a line is counted."""
    key: int | None = getattr(line, grouping)
    return key


def area_plans(root: Plan) -> frozenset[int]:
    """Return the keys of the plans of areas that belong to a plan."""
    found = Plan.objects.filter(parent=root, coverage=Plan.Coverage.AREA)
    return frozenset(found.values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class _PlanRow:
    """A plan's row before the sums stand between."""

    row: TableRow
    is_area: bool


def _frozen_by_plan(version: QuarterVersion) -> list[_PlanRow]:
    return [
        _PlanRow(
            TableRow(plan.short_name, counts, plan.pk), is_area=plan.coverage == Plan.Coverage.AREA
        )
        for plan, counts in frozen_plans(version)
    ]


def counts_by(lines: Iterable[ProgressLine], grouping: str) -> dict[int | None, Counts]:
    """Return the counts of each group that has lines; None stands for those of no group."""
    statuses: dict[int | None, list[str]] = defaultdict(list)
    for line in lines:
        statuses[in_group(line, grouping)].append(line.status)
    return {key: counted(found) for key, found in statuses.items()}


def _live_by_plan(root: Plan, quarter: Quarter, day: date) -> list[_PlanRow]:
    plans = plans_of_table(root, quarter)
    counts: Mapping[int | None, Counts]
    if day < clock.today():
        counts = counts_by(live_lines(root, quarter, day=day), BY_PLAN)
    else:
        counts = live_counts(root, quarter, by=BY_PLAN)
    return [
        _PlanRow(
            TableRow(plan.short_name, counts[plan.pk], plan.pk),
            is_area=plan.coverage == Plan.Coverage.AREA,
        )
        for plan in plans
        if plan.pk in counts
    ]


def _with_sums(found: list[_PlanRow], root: Plan) -> tuple[TableRow, ...]:
    """Put the plans of areas first, their sum where there are others too, and the total last."""
    areas = [one.row for one in found if one.is_area]
    others = [one.row for one in found if not one.is_area]
    rows = list(areas)
    if len(areas) > 1 and others:
        together = summed(row.counts for row in areas)
        rows.append(TableRow(root.areas_together, together, is_sum=True, of=AREAS))
    rows += others
    total = summed(one.row.counts for one in found)
    return (*rows, TableRow(TOTAL, total, is_sum=True))


def _rows_of(counts: Mapping[int | None, Counts], grouping: str) -> list[TableRow]:
    names = _NAMES[grouping]({key for key in counts if key is not None})
    rows = [
        TableRow(names.get(key, ""), found, key) for key, found in counts.items() if key is not None
    ]
    rows.sort(key=lambda row: row.label)
    if None in counts:
        rows.append(TableRow(_NONE[grouping], counts[None]))
    return rows


def _names_of(model: Any, column: str) -> Callable[[set[int]], Mapping[int, str]]:
    def names(keys: set[int]) -> Mapping[int, str]:
        return dict(model.objects.filter(pk__in=keys).values_list("pk", column))

    return names


def _names_of_priorities(keys: set[int]) -> Mapping[int, str]:
    """Return the words of priorities with their plan: two districts have some in the same words."""
    rows = PlanPriority.objects.filter(pk__in=keys).values_list("pk", "text", "plan__short_name")
    return {key: f"{text} ({plan})" for key, text, plan in rows}


_NAMES = {
    BY_THEME: _names_of(StrategicTheme, "name"),
    BY_LEAD: _names_of(Organisation, "name"),
    BY_PRIORITY: _names_of_priorities,
}
