"""Which actions of a quarter does a person answer for, and how does each stand?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from govreg.core.quarters import Quarter
from partnerships.models import Plan, PlanAction, QuarterlyAnswer, ReportingQuarter

from .lead_agencies import answerable, answers_for_some

State = ReportingQuarter.State


@dataclass(slots=True)
class AnswerLine:
    """One action that a person answers for, with its answers of a quarter and of the one before."""

    action: PlanAction
    answer: QuarterlyAnswer | None
    before: QuarterlyAnswer | None

    @property
    def seen(self) -> int:
        """The revision that the page shows; 0 for none."""
        return self.answer.revision if self.answer else 0


def answerable_actions(
    root: Plan, quarter: Quarter, *, user: Any, on: date
) -> QuerySet[PlanAction]:
    """Return the actions of a quarter that had started and for which a user answers."""
    own = PlanAction.objects.filter(answerable(user, on=on)).reported_under(root)
    standing = own.standing(on=quarter.last_day).filter(start__lte=quarter.last_day)
    found: QuerySet[PlanAction] = standing.order_by("plan__position", "plan", "position", "pk")
    return found


class PlanAnswered(NamedTuple):
    """A plan of whose actions a person answers for some."""

    pk: int
    short_name: str


def plans_answered(actions: QuerySet[PlanAction]) -> list[PlanAnswered]:
    """Return the plans of some actions, in the order of their table."""
    plans = Plan.objects.filter(pk__in=actions.order_by().values("plan"))
    rows = plans.order_by("position", "short_name").values_list("pk", "short_name")
    return [PlanAnswered(*row) for row in rows]


def with_plans(actions: QuerySet[PlanAction]) -> list[PlanAction]:
    """Return some actions that know their leads and their plans; a plan is read once for all."""
    found = list(actions.select_related("lead"))
    keys = {action.plan_id for action in found}
    plans = Plan.objects.select_related("partnership", "parent").in_bulk(keys)
    for action in found:
        action.plan = plans[action.plan_id]
    return found


def without_answer(actions: QuerySet[PlanAction], quarter: Quarter) -> QuerySet[PlanAction]:
    """Keep the actions that have no answer for a quarter."""
    answered = QuarterlyAnswer.objects.filter(
        financial_year=str(quarter.year), quarter=quarter.number
    ).order_by()
    return actions.exclude(pk__in=answered.values("action_id"))


def answer_lines(actions: list[PlanAction], quarter: Quarter) -> list[AnswerLine]:
    """Return some actions with their answers for a quarter and for the one before: one query."""
    this, before = (
        Q(financial_year=str(one.year), quarter=one.number) for one in (quarter, quarter.previous)
    )
    found: dict[tuple[int, int], QuarterlyAnswer] = {}
    keys = [action.pk for action in actions]
    rows = QuarterlyAnswer.objects.filter(this | before, action__in=keys)
    for row in rows.order_by("revision"):
        found[row.action_id, row.quarter] = row  # two quarters in a row differ in their number
    return [
        AnswerLine(
            action,
            found.get((action.pk, quarter.number)),
            found.get((action.pk, quarter.previous.number)),
        )
        for action in actions
    ]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A quarter that asks a person, with how many of their actions are answered and wait."""

    reporting: ReportingQuarter
    answered: int
    waiting: int


def quarters_waiting(user: Any, *, on: date) -> list[Waiting]:
    """Return the open quarters in which a user answers for at least one action."""
    if not answers_for_some(user, on=on):
        return []
    opened = ReportingQuarter.objects.filter(state=State.OPEN).select_related("plan__partnership")
    return _asking(opened, user=user, on=on)


def quarters_missed(user: Any, *, on: date) -> list[Waiting]:
    """Return, of each plan, the quarter closed last where a user left an action without an answer.

    They may still answer late, as long as the plan runs: its next report tells of it. What is older
    is reached from the page of its quarter.
    """
    if not answers_for_some(user, on=on):
        return []
    closed = ReportingQuarter.objects.exclude(state=State.OPEN).filter(plan__end__gte=on)
    closed = closed.select_related("plan__partnership")
    last = {one.plan_id: one for one in closed.order_by("financial_year", "quarter")}
    return [one for one in _asking(last.values(), user=user, on=on) if one.waiting]


def _asking(quarters: Iterable[ReportingQuarter], *, user: Any, on: date) -> list[Waiting]:
    """Return of some quarters those in which a user answers: a query for each period of them."""
    by_period: dict[Quarter, list[ReportingQuarter]] = defaultdict(list)
    for reporting in quarters:
        by_period[reporting.period].append(reporting)
    found = []
    for quarter, asking in by_period.items():
        numbers = _numbers(quarter, {one.plan_id for one in asking}, user=user, on=on)
        for reporting in asking:
            total, answered = numbers.get(reporting.plan_id, (0, 0))
            if total:
                found.append(Waiting(reporting, answered=answered, waiting=total - answered))
    return found


def _numbers(
    quarter: Quarter, roots: set[int], *, user: Any, on: date
) -> dict[int, tuple[int, int]]:
    """Return, by plan at the top, for how many actions a user answers, and how many have answers.

    One query for all the plans of a quarter.
    """
    answers = QuarterlyAnswer.objects.filter(
        action=OuterRef("pk"), financial_year=str(quarter.year), quarter=quarter.number
    ).order_by()
    own = PlanAction.objects.filter(answerable(user, on=on)).standing(on=quarter.last_day)
    under = own.filter(Q(plan__in=roots) | Q(plan__parent__in=roots), start__lte=quarter.last_day)
    counted = (
        under.order_by()
        .annotate(root=Coalesce("plan__parent", "plan"), is_answered=Exists(answers))
        .values("root")
        .annotate(total=Count("pk"), answered=Count("pk", filter=Q(is_answered=True)))
    )
    return {row["root"]: (row["total"], row["answered"]) for row in counted}
