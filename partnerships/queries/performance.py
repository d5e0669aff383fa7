"""What does each layer of a partnership's governance see of its indicators and actions?

The lists of actions are for work and tell every answer that is known today, late ones among them;
what is told of their number (`performance_actions`) is what a closed quarter says.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.safestring import SafeString

from govreg.core.quarters import Quarter, quarter_known_as, quarter_of
from govreg.core.ui.charts import spark_line
from partnerships.models import (
    WHOLE_YEAR,
    Indicator,
    IndicatorTarget,
    IndicatorValue,
    Partnership,
    Plan,
    PlanAction,
    QuarterlyAnswer,
    ReportingQuarter,
)
from partnerships.models.indicator_values import period_in_words
from partnerships.rules.indicator_values import (
    FigureStanding,
    direction_of,
    is_off_target,
    standing_of,
)
from partnerships.rules.indicators import NEGOTIATED, STATUTORY
from partnerships.rules.quarterly_status import QuarterlyStatus, status_of

from .area_comparison import year_complete
from .plan_page import BETTER, WORSE, ListedLine

#: What is told to the government as well as to the partners.
REPORTABLE = (NEGOTIATED, STATUTORY)
EXCEPTIONS = (QuarterlyStatus.RED, QuarterlyStatus.AMBER, QuarterlyStatus.BLANK)
#: How many periods a small trend has, and how many quarters the chooser offers.
TREND, QUARTERS_OFFERED = 8, 8


def quarters_offered(last: Quarter) -> list[Quarter]:
    """Return a quarter and those before it, the latest first."""
    found = [last]
    while len(found) < QUARTERS_OFFERED:
        found.append(found[-1].previous)
    return found


def last_reported(partnership: Partnership, *, on: date) -> Quarter:
    """Return the last quarter with a figure or that was closed, else one that was answered for.

    Where there is none of these it is the last that has ended.
    """
    ended = quarter_of(on).previous
    answers = QuarterlyAnswer.objects.filter(action__in=_actions(partnership))
    figures = IndicatorValue.objects.filter(indicator__partnership=partnership, quarter__gt=0)
    plans = Plan.objects.filter(partnership=partnership).order_by()
    roots = Q(plan__in=plans.values("pk")) | Q(plan__in=plans.values("parent"))
    closed = ReportingQuarter.objects.filter(roots).exclude(state=ReportingQuarter.State.OPEN)
    for sorts in ((figures, closed), (answers,)):
        last = [row for rows in sorts for row in _latest(rows)]
        if last:
            return min(max(last), ended)
    return ended


def _latest(rows: QuerySet[Any]) -> list[Quarter]:
    """Return the last quarter of some rows, if they have one."""
    last = rows.order_by("-financial_year", "-quarter").values_list("financial_year", "quarter")
    return [quarter_known_as(financial_year=year, number=number) for year, number in last[:1]]


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator with its figure for the whole in a period, and in the one before."""

    indicator: Indicator
    period: str
    value: Decimal | None
    standing: FigureStanding
    before: FigureStanding
    direction: str
    earlier_direction: str
    target: Decimal | None
    trend: SafeString | str

    @property
    def is_off(self) -> bool:
        """Whether the figure falls short of the target of its year."""
        return is_off_target(self.value, self.target, better=self.indicator.better)

    @property
    def is_reportable(self) -> bool:
        """Whether it is reported to the government."""
        return self.indicator.group in REPORTABLE

    @property
    def is_exception(self) -> bool:
        """Whether the executive layer has to look at it."""
        return self.is_off or self.standing in {FigureStanding.POOR, FigureStanding.NONE}

    @property
    def changes(self) -> list[str]:
        """What is otherwise than in the period before, in words."""
        said = []
        if self.before not in {FigureStanding.NONE, self.standing}:
            is_now = f"is {self.standing.label.lower()}"
            if self.standing is FigureStanding.NONE:
                is_now = "has no figure yet"
            said.append(f"Was {self.before.label.lower()}, {is_now}")
        turned = {self.direction, self.earlier_direction} == {BETTER, WORSE}
        if turned:
            said.append(f"Turned: {self.direction.lower()}")
        return said


def indicator_lines(partnership: Partnership, quarter: Quarter) -> list[IndicatorLine]:
    """Return the standing indicators of a partnership with their figures for the whole.

    Three queries, however many there are. A yearly one shows the last year that was complete.
    """
    indicators = list(
        Indicator.objects.filter(partnership=partnership, withdrawn_on=None)
        .select_related("theme")
        .order_by("position", "reference")
    )
    keys = [one.pk for one in indicators]
    held: dict[int, dict[tuple[str, int], Decimal | None]] = defaultdict(dict)
    rows = IndicatorValue.objects.filter(indicator__in=keys, area=None).order_by("revision")
    for key, year, number, value in rows.values_list(
        "indicator_id", "financial_year", "quarter", "value"
    ):
        held[key][year, number] = value
    targets = {
        (row.indicator_id, row.financial_year): row.value
        for row in IndicatorTarget.objects.filter(indicator__in=keys)
    }
    return [_line(one, held[one.pk], quarter, targets) for one in indicators]


def _line(
    one: Indicator,
    own: dict[tuple[str, int], Decimal | None],
    quarter: Quarter,
    targets: dict[tuple[int, str], Decimal],
) -> IndicatorLine:
    if one.is_yearly:
        year = year_complete(quarter)
        periods = [(str(year.after(-back)), WHOLE_YEAR) for back in range(TREND)]
    else:
        periods, here = [], quarter
        for _ in range(TREND):
            periods.append((str(here.year), here.number))
            here = here.previous
    values = [own.get(period) for period in periods]
    now, before, earlier = values[:3]
    told = [
        (period_in_words(*period), value)
        for period, value in zip(periods[::-1], values[::-1], strict=True)
    ]
    return IndicatorLine(
        indicator=one,
        period=period_in_words(*periods[0]),
        value=now,
        standing=_standing(one, now),
        before=_standing(one, before),
        direction=direction_of(before, now, better=one.better),
        earlier_direction=direction_of(earlier, before, better=one.better),
        target=targets.get((one.pk, periods[0][0])),
        trend=spark_line(told, title=f"Trend of {one.name}", chart_id=f"trend-{one.pk}"),
    )


def _standing(one: Indicator, value: Decimal | None) -> FigureStanding:
    return standing_of(value, better=one.better, good=one.good_from, poor=one.poor_from)


def _actions(partnership: Partnership) -> QuerySet[PlanAction]:
    """Return the actions of a partnership's plans, and of the plans that belong to those."""
    own = Q(plan__partnership=partnership) | Q(plan__parent__partnership=partnership)
    return PlanAction.objects.filter(own)


def _of_quarter(partnership: Partnership, quarter: Quarter) -> Any:
    standing: Any = _actions(partnership)
    return standing.standing(on=quarter.last_day).filter(
        plan__start__lte=quarter.last_day, plan__end__gte=quarter.first_day
    )


def actions_seen(partnership: Partnership, quarter: Quarter, user: Any) -> QuerySet[PlanAction]:
    """Return the actions of a quarter that a user may see."""
    found: QuerySet[PlanAction] = _of_quarter(partnership, quarter).visible_to(user)
    return found


def lines_of(found: QuerySet[PlanAction], quarter: Quarter) -> list[ListedLine]:
    """Return actions with how each stands in a quarter: two queries."""
    ordered = found.select_related("plan", "lead").order_by("plan__position", "plan", "position")
    actions = list(ordered)
    answers = {
        row.action_id: row
        for row in QuarterlyAnswer.objects.filter(
            action__in=found.order_by().values("pk"),
            financial_year=str(quarter.year),
            quarter=quarter.number,
        ).order_by("revision")
    }
    lines = []
    for action in actions:
        answer = answers.get(action.pk)
        status = status_of(
            start=action.start,
            rating=answer.rating if answer else None,
            quarter_end=quarter.last_day,
        )
        lines.append(ListedLine(action, status, answer if status.is_answer else None))
    return lines
