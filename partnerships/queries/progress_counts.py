"""How many actions of a plan stand how in a quarter that is open, counted by the database?

It says what `live_lines` says of today, and reads no line: a council's plans have 60,000 of them.
"""

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from govreg.core.prepared import PreparedRead, prepared
from govreg.core.quarters import Quarter
from partnerships.models import Plan, PlanAction, QuarterlyAnswer
from partnerships.rules.quarterly_status import ANSWERS, Counts

from .progress_lines import reported_between


def live_counts(root: Plan, quarter: Quarter, *, by: str) -> dict[int | None, Counts]:
    """Return the counts of the actions of a plan and those under it by a column, in two queries.

    `by` is the plan, the lead, the theme or the priority; None stands for those that have none.
    """
    reported = {"roots": [root.pk], "begins": quarter.first_day, "ends": quarter.last_day}
    none = dict.fromkeys((str(status.value) for status in ANSWERS), 0)
    answered: defaultdict[int | None, dict[str, int]] = defaultdict(none.copy)
    this = {"year": str(quarter.year), "number": [quarter.number]}
    for key, rating, number in _answers_by(by)(**reported, **this):
        answered[key][rating] = number
    return {
        key: Counts(
            **answered[key], white=of_all - begun, blank=begun - sum(answered[key].values())
        )
        for key, of_all, begun in _actions_by(by)(**reported)
    }


@cache
def _answers_by(column: str) -> PreparedRead:
    """Count the last answers of the actions that had started: white wins over any answer."""

    def read(roots: list[int], begins: date, ends: date, year: str, number: list[int]) -> Any:
        this = {"financial_year": year, "quarter__in": number}
        newer = QuarterlyAnswer.objects.filter(
            action=OuterRef("action"), revision__gt=OuterRef("revision"), **this
        )
        withdrawn_later = Q(action__withdrawn_on=None) | Q(action__withdrawn_on__gt=ends)
        given: Any = QuarterlyAnswer.objects.filter(
            withdrawn_later,
            action__plan__in=reported_between(roots, begins, ends).order_by().values("pk"),
            action__start__lte=ends,
            **this,
        ).exclude(Exists(newer))
        found = given.order_by().values_list(f"action__{column}", "rating")
        return found.annotate(number=Count("pk"))

    return prepared(read)


@cache
def _actions_by(column: str) -> PreparedRead:
    """Count the actions, and those that had started."""

    def read(roots: list[int], begins: date, ends: date) -> Any:
        plans = reported_between(roots, begins, ends).order_by().values("pk")
        standing = PlanAction.objects.filter(plan__in=plans).standing(on=ends)
        started = Count("pk", filter=Q(start__lte=ends))
        found = standing.order_by().values_list(column)
        return found.annotate(of_all=Count("pk"), started=started)

    return prepared(read)
