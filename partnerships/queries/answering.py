"""Which actions of a quarter does a person answer for, and how does each stand?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from govreg.core.access import Permission
from govreg.core.quarters import Quarter
from partnerships.models import Plan, PlanAction, QuarterlyAnswer, ReportingQuarter

from .lead_agencies import answerable


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


def without_answer(actions: QuerySet[PlanAction], quarter: Quarter) -> QuerySet[PlanAction]:
    """Keep the actions that have no answer for a quarter."""
    answered = QuarterlyAnswer.objects.filter(
        financial_year=str(quarter.year), quarter=quarter.number
    ).order_by()
    return actions.exclude(pk__in=answered.values("action_id"))


def answer_lines(actions: list[PlanAction], quarter: Quarter) -> list[AnswerLine]:
    """Return some actions with their answers for a quarter and for the one before: one query."""
    wanted = (quarter, quarter.previous)
    found: dict[tuple[int, Quarter], QuarterlyAnswer] = {}
    rows = QuarterlyAnswer.objects.filter(
        action__in=[action.pk for action in actions],
        financial_year__in={str(one.year) for one in wanted},
    )
    for row in rows.order_by("revision"):
        found[row.action_id, row.period] = row
    return [
        AnswerLine(
            action, found.get((action.pk, quarter)), found.get((action.pk, quarter.previous))
        )
        for action in actions
    ]


_ANSWERING = (Permission.ANSWER_PLANS, Permission.KEEP_PLANS)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A quarter that asks a person, with how many of their actions are answered and wait."""

    reporting: ReportingQuarter
    answered: int
    waiting: int


def quarters_waiting(user: Any, *, on: date) -> list[Waiting]:
    """Return the open quarters in which a user answers for at least one action."""
    if not any(user.may_somewhere(one) for one in _ANSWERING):
        return []
    found = []
    for reporting in ReportingQuarter.objects.filter(state="open").select_related("plan"):
        actions = answerable_actions(reporting.plan, reporting.period, user=user, on=on)
        total = actions.count()
        waiting = without_answer(actions, reporting.period).count() if total else 0
        if total:
            found.append(Waiting(reporting, answered=total - waiting, waiting=waiting))
    return found
