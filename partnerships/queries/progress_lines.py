"""How does each action of a plan stand in a quarter: now, on a past day, or when it was closed?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from govreg.core import clock
from govreg.core.history.moments import Moment
from govreg.core.prepared import prepared
from govreg.core.quarters import Quarter
from partnerships.models import (
    FrozenPlan,
    Plan,
    PlanAction,
    QuarterlyAnswer,
    QuarterVersion,
    ReportingQuarter,
)
from partnerships.rules.quarterly_status import Counts, QuarterlyStatus, status_of


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """One action in one quarter: keys of the action and of what belongs to it, and its status."""

    action: int
    answer: int | None
    lead: int | None
    priority: int | None
    theme: int | None
    plan: int
    status: QuarterlyStatus

    def frozen(self) -> list[Any]:
        """Return what a closed quarter keeps of the line."""
        keys = [self.action, self.answer, self.lead, self.priority, self.theme]
        return [*keys, self.status.letter]


_BY_LETTER = {status.letter: status for status in QuarterlyStatus}


class PlanOfTable(NamedTuple):
    """What the table says of a plan, or a version said of it when it was closed."""

    pk: int
    short_name: str
    coverage: str


def plans_reported(root: Plan, quarter: Quarter) -> list[Plan]:
    """Return the plans of a table, in its order: the plan and those under it, in that quarter."""
    found = reported_between([root.pk], quarter.first_day, quarter.last_day)
    return list(found.select_related("partnership__scope"))


def plans_of_table(root: Plan, quarter: Quarter) -> list[PlanOfTable]:
    """Return what the table of a quarter says of the same plans, in its order."""
    rows = _rows_of_table(roots=[root.pk], begins=quarter.first_day, ends=quarter.last_day)
    return [PlanOfTable(*row) for row in rows]


@prepared
def _rows_of_table(roots: list[int], begins: date, ends: date) -> Any:
    return reported_between(roots, begins, ends).values_list("pk", "short_name", "coverage")


def reported_between(roots: list[int], begins: date, ends: date) -> Any:
    """Return the plans that are reported under some for the days of a quarter, in order."""
    return Plan.objects.reported_under_keys(roots).filter(start__lte=ends, end__gte=begins)


def live_lines(root: Plan, quarter: Quarter, *, day: date) -> list[ProgressLine]:
    """Return how each action stands for a quarter by what was known at the end of a day.

    Two queries, however many actions there are.
    """
    plans = [plan.pk for plan in plans_of_table(root, quarter)]
    rows: Iterable[tuple[Any, ...]]
    if day < clock.today():
        rows = _rows_then(plans, quarter, day)
    else:
        standing = PlanAction.objects.filter(plan__in=plans).standing(on=quarter.last_day)
        rows = standing.order_by("pk").values_list(
            "pk", "plan_id", "start", "lead_id", "priority_id", "theme_id"
        )
    answers = _answers(plans, quarter, day)
    return [
        ProgressLine(
            action=pk,
            answer=answers.get(pk, (None, None))[0] if start <= quarter.last_day else None,
            lead=lead,
            priority=priority,
            theme=theme,
            plan=plan,
            status=status_of(
                start=start,
                rating=answers.get(pk, (None, None))[1],
                quarter_end=quarter.last_day,
            ),
        )
        for pk, plan, start, lead, priority, theme in rows
    ]


def _rows_then(plans: list[int], quarter: Quarter, day: date) -> Iterator[tuple[Any, ...]]:
    """Give the columns of the actions as they were at the end of a past day."""
    for row in Moment(day).rows(PlanAction, plan_id__in=plans):
        if row.withdrawn_on is None or row.withdrawn_on > quarter.last_day:
            yield row.pk, row.plan_id, row.start, row.lead_id, row.priority_id, row.theme_id


def _answers(plans: list[int], quarter: Quarter, day: date) -> dict[int, tuple[int, str]]:
    """Return the key and rating of each action's last answer for a quarter, given by a day."""
    given = QuarterlyAnswer.objects.filter(
        financial_year=str(quarter.year),
        quarter=quarter.number,
        action__plan__in=plans,
        answered_at__lte=clock.end_of(day),
    )
    rows = given.order_by("revision").values_list("action_id", "pk", "rating")
    return {action: (pk, rating) for action, pk, rating in rows}


def version_on(reporting: ReportingQuarter | None, *, day: date) -> QuarterVersion | None:
    """Return the version of a quarter that held at the end of a day, if it was closed then."""
    if reporting is None:
        return None
    end = clock.end_of(day)
    held = [
        version
        for version in reporting.versions.all()
        if version.closed_at <= end and (version.reopened_on is None or version.reopened_on > day)
    ]
    return max(held, key=lambda version: version.number, default=None)


def frozen_plans(version: QuarterVersion) -> list[tuple[PlanOfTable, Counts]]:
    """Return the figures of a version by plan, without how each action stood."""
    found = FrozenPlan.objects.filter(version_of=version)
    rows = found.order_by("plan__position", "short_name", "pk").values_list(
        "plan", "short_name", "plan__coverage", *(status.value for status in QuarterlyStatus)
    )
    return [
        (PlanOfTable(key, name, coverage), Counts(*counts)) for key, name, coverage, *counts in rows
    ]


def frozen_lines(*versions: QuarterVersion) -> list[ProgressLine]:
    """Return how each action stood when a version, or each of some, was closed."""
    rows = FrozenPlan.objects.filter(version_of__in=versions).order_by("plan__position", "pk")
    return [
        ProgressLine(action, answer, lead, priority, theme, plan, _BY_LETTER[letter])
        for plan, lines in rows.values_list("plan_id", "lines")
        for action, answer, lead, priority, theme, letter in lines
    ]
