"""What changed of the actions of a partnership's plans between a quarter and the one before?

A quarter that was closed is told as its frozen table tells it: a late answer or an action that came
afterwards alters neither. One that is open is told as answered up to today, and says so.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from govreg.core import clock
from govreg.core.quarters import Quarter
from partnerships.models import Partnership, Plan, PlanAction, QuarterlyAnswer, ReportingQuarter
from partnerships.rules.quarterly_status import Counts, QuarterlyStatus, counted, status_of

from .plan_page import BETTER, SAME, WORSE
from .plan_page import direction_of as way_of
from .progress_lines import frozen_lines, version_on


@dataclass(frozen=True, slots=True)
class QuarterTold:
    """How the actions stood in a quarter; `is_frozen` where every plan's figures are closed."""

    statuses: dict[int, QuarterlyStatus]
    is_frozen: bool

    @property
    def counts(self) -> Counts:
        """How many stood how."""
        return counted(self.statuses.values())


@dataclass(frozen=True, slots=True)
class ActionsChange:
    """How the actions of the plans stood in a quarter and in the one before."""

    now: Counts
    before: Counts
    better: int
    worse: int
    same: int
    is_frozen: bool
    was_frozen: bool

    @property
    def compared(self) -> int:
        """How many were answered for in both quarters."""
        return self.better + self.worse + self.same

    @property
    def rows(self) -> list[tuple[QuarterlyStatus, int, int]]:
        """The number of each status before and now."""
        return [(one, self.before.of(one), self.now.of(one)) for one in QuarterlyStatus]


def actions_change(partnership: Partnership, quarter: Quarter) -> ActionsChange:
    """Return what changed of the actions since the quarter before."""
    now, before = (_told(partnership, one) for one in (quarter, quarter.previous))
    ways = [way_of(before.statuses.get(key), status) for key, status in now.statuses.items()]
    return ActionsChange(
        now=now.counts,
        before=before.counts,
        better=ways.count(BETTER),
        worse=ways.count(WORSE),
        same=ways.count(SAME),
        is_frozen=now.is_frozen,
        was_frozen=before.is_frozen,
    )


def _told(partnership: Partnership, quarter: Quarter) -> QuarterTold:
    own = Plan.objects.filter(Q(partnership=partnership) | Q(parent__partnership=partnership))
    reported = own.filter(start__lte=quarter.last_day, end__gte=quarter.first_day)
    tops = {pk: parent or pk for pk, parent in reported.order_by().values_list("pk", "parent")}
    this = {"financial_year": str(quarter.year), "quarter": quarter.number}
    asked = ReportingQuarter.objects.filter(plan__in=set(tops.values()), **this)
    found = [
        (one, version_on(one, day=clock.today())) for one in asked.prefetch_related("versions")
    ]
    closed = {one.plan_id: version for one, version in found if version}
    live = [pk for pk, top in tops.items() if top not in closed]
    frozen = frozen_lines(*closed.values()) if closed else []
    statuses = {line.action: line.status for line in frozen if line.plan in tops}
    return QuarterTold(_live(live, quarter) | statuses, is_frozen=bool(closed) and not live)


def _live(plans: list[int], quarter: Quarter) -> dict[int, QuarterlyStatus]:
    """Return how the actions of some plans stand as answered up to today."""
    if not plans:
        return {}
    found: Any = PlanAction.objects.filter(plan__in=plans).standing(on=quarter.last_day).order_by()
    given = QuarterlyAnswer.objects.filter(
        action__in=found.values("pk"), financial_year=str(quarter.year), quarter=quarter.number
    )
    ratings = dict(given.order_by("revision").values_list("action_id", "rating"))
    return {
        key: status_of(start=start, rating=ratings.get(key), quarter_end=quarter.last_day)
        for key, start in found.values_list("pk", "start")
    }
