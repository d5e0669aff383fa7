"""What does the page of a plan, or of one of its actions, show?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from govreg.core.quarters import Quarter, quarter_of
from partnerships.models import (
    CaseStudy,
    Engagement,
    GoodPractice,
    Plan,
    PlanAction,
    PlanPriority,
    QuarterlyAnswer,
    ReportingQuarter,
    SmartJudgement,
    StrategicTheme,
)
from partnerships.rules.quarterly_status import QuarterlyStatus, status_of

from .case_studies import case_studies_of, engagements_of
from .good_practice import good_practice_of
from .progress_lines import ProgressLine
from .smart_tests import CriterionSummary, summary_of


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """What a plan states for one theme: the vision, the priorities and how many actions."""

    theme: StrategicTheme | None
    vision: str
    priorities: list[PlanPriority]
    actions: int


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One plan's page; `has_own` says whether an action of its own stands."""

    plan: Plan
    root: Plan
    parts: list[Plan]
    actions: str
    has_own: bool
    themes: list[ThemeLine]
    quarters: list[ReportingQuarter]
    smart: list[CriterionSummary]
    case_studies: list[CaseStudy]
    engagements: list[Engagement]
    good_practice: list[GoodPractice]


def plan_page(plan: Plan, user: Any) -> PlanPage:
    """Return what the page of a plan shows, with a constant number of queries."""
    root = plan.parent or plan
    parts = Plan.objects.visible_to(user).filter(parent=plan)
    counted: Any = with_action_counts(Plan.objects.filter(pk=plan.pk)).get()
    return PlanPage(
        plan=plan,
        root=root,
        parts=list(with_action_counts(parts).order_by("position", "name")),
        actions=actions_in_words(counted),
        has_own=counted.action_count > 0,
        themes=_themes(plan),
        quarters=list(ReportingQuarter.objects.filter(plan=root).select_related("plan")),
        smart=summary_of(plan),
        case_studies=case_studies_of(plan, user),
        engagements=engagements_of(plan, user),
        good_practice=good_practice_of(plan, user),
    )


def with_action_counts(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Count, with plans, the actions that stand: their own, and those of the plans under them."""
    standing = PlanAction.objects.filter(withdrawn_on=None).order_by()

    def counted(path: str) -> Coalesce:
        rows = standing.filter(**{path: OuterRef("pk")}).values(path)
        return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)

    own, under = counted("plan"), counted("plan__parent")
    return plans.annotate(action_count=own, action_count_under=under)


def actions_in_words(plan: Any) -> str:
    """Say of a plan with its counts how many actions it has, with those of the plans under it."""
    own, under = plan.action_count, plan.action_count_under
    return f"{own} of its own, {own + under} with the plans under it" if under else str(own)


def _themes(plan: Plan) -> list[ThemeLine]:
    """Return a plan's themes in the framework's order; what stands under none comes last."""
    visions = {row.theme_id: row for row in plan.themes.select_related("theme")}
    priorities: dict[int | None, list[PlanPriority]] = defaultdict(list)
    for row in plan.priorities.select_related("theme"):
        priorities[row.theme_id].append(row)
    standing = plan.actions.filter(withdrawn_on=None).order_by()
    numbers = dict(standing.values_list("theme").annotate(number=Count("pk")))
    keys = {*visions, *priorities, *numbers} - {None}
    themes = StrategicTheme.objects.filter(pk__in=keys).select_related("framework")
    lines = [
        ThemeLine(
            theme=theme,
            vision=visions[theme.pk].vision if theme.pk in visions else "",
            priorities=priorities[theme.pk],
            actions=numbers.get(theme.pk, 0),
        )
        for theme in themes
    ]
    if priorities[None] or numbers.get(None):
        lines.append(ThemeLine(None, "", priorities[None], numbers.get(None, 0)))
    return lines


def actions_listed(plan: Plan) -> QuerySet[PlanAction]:
    """Return the actions of a plan with what their list shows of each."""
    return with_judgements(
        PlanAction.objects.filter(plan=plan).select_related("plan", "lead", "theme")
    )


def with_judgements(actions: QuerySet[PlanAction]) -> QuerySet[PlanAction]:
    """Count, with actions, the questions that were judged and those that fail."""
    own = SmartJudgement.objects.filter(action=OuterRef("pk")).order_by()

    def counted(rows: Any) -> Coalesce:
        found = rows.values("action").annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(found), 0)

    return actions.annotate(
        judged_count=counted(own), failed_count=counted(own.filter(is_met=False))
    )


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """How one action stood in one quarter, with every answer for it, the last first."""

    quarter: Quarter
    status: QuarterlyStatus
    answers: list[QuarterlyAnswer]
    direction: str


def quarters_of(action: PlanAction, *, on: date) -> list[QuarterLine]:
    """Return how an action stood in each quarter that was opened, the last first."""
    root = action.plan.parent_id or action.plan_id
    answers: dict[Quarter, list[QuarterlyAnswer]] = defaultdict(list)
    for row in action.answers.select_related("answered_by").order_by("-revision"):
        answers[row.period].append(row)
    opened = [row.period for row in ReportingQuarter.objects.filter(plan=root)]
    lines: list[QuarterLine] = []
    before: QuarterlyStatus | None = None
    for quarter in sorted({*opened, *answers}):
        if quarter > quarter_of(on):
            continue
        last = answers[quarter][0].rating if answers[quarter] else None
        status = status_of(start=action.start, rating=last, quarter_end=quarter.last_day)
        lines.append(QuarterLine(quarter, status, answers[quarter], direction_of(before, status)))
        before = status
    return lines[::-1]


_ORDER = {QuarterlyStatus.RED: 0, QuarterlyStatus.AMBER: 1, QuarterlyStatus.GREEN: 2}
BETTER, WORSE, SAME = "Better than before", "Worse than before", "As before"


def direction_of(before: QuarterlyStatus | None, now: QuarterlyStatus) -> str:
    """Say in which direction an answer went; nothing where one of the two is no answer.

    >>> direction_of(QuarterlyStatus.GREEN, QuarterlyStatus.RED)
    'Worse than before'
    """
    if before not in _ORDER or now not in _ORDER:
        return ""
    step = _ORDER[now] - _ORDER[before]
    return BETTER if step > 0 else WORSE if step < 0 else SAME


@dataclass(frozen=True, slots=True)
class ListedLine:
    """One action of a quarter with its plan, and the answer that its status comes from.

    `late` is what was answered after the quarter was closed, which changes no status.
    """

    action: PlanAction
    status: QuarterlyStatus
    answer: QuarterlyAnswer | None
    late: QuarterlyAnswer | None = None

    @property
    def reason(self) -> str:
        """Why it is not green."""
        return self.answer.reason if self.answer else ""

    @property
    def value(self) -> Any:
        """What was reached so far."""
        return self.answer.value if self.answer else None

    @property
    def lead(self) -> str:
        """Who leads it today."""
        return self.action.lead.name if self.action.lead else ""

    @property
    def answered_at(self) -> Any:
        """When it was answered for, last."""
        return self.answer.answered_at if self.answer else None

    @property
    def is_late(self) -> bool:
        """Whether the answer came after the quarter was closed."""
        return bool(self.answer and self.answer.is_late)

    @property
    def only_late(self) -> QuarterlyAnswer | None:
        """What was answered late and is not the answer that the status comes from."""
        return self.late if self.late != self.answer else None

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the table: by plan, then within it."""
        return (self.action.plan.position, self.action.position)


def listed_lines(
    lines: list[ProgressLine], user: Any, *, late_in: Quarter | None = None
) -> list[ListedLine]:
    """Return, of some lines, those whose action the user may see, with what a list shows.

    Of a quarter that was closed (`late_in`), what was answered late stands beside the status, which
    it does not change.
    """
    wanted = PlanAction.objects.filter(pk__in=[line.action for line in lines]).visible_to(user)
    actions = {row.pk: row for row in wanted.select_related("plan", "lead")}
    keys = [line.answer for line in lines if line.answer and line.action in actions]
    answers = QuarterlyAnswer.objects.in_bulk(keys)
    late = _late_answers(actions, late_in) if late_in else {}
    return [
        ListedLine(
            actions[line.action],
            line.status,
            answers.get(line.answer or 0),
            late=late.get(line.action),
        )
        for line in lines
        if line.action in actions
    ]


def _late_answers(actions: Iterable[int], quarter: Quarter) -> dict[int, QuarterlyAnswer]:
    """Return the last answer of each action that came after a quarter was closed."""
    found = QuarterlyAnswer.objects.filter(
        action__in=actions,
        is_late=True,
        financial_year=str(quarter.year),
        quarter=quarter.number,
    )
    return {answer.action_id: answer for answer in found.order_by("revision")}
