"""What is entered of an action that a SMART test looks at, and how do a plan's actions fare?"""

from collections import Counter
from dataclasses import dataclass

from partnerships.models import Plan, PlanAction, SmartJudgement
from partnerships.rules.smart_tests import Facts


def facts_of(action: PlanAction) -> Facts:
    """Return what is entered of an action."""
    return Facts(
        action=action.action,
        output=action.output,
        measure=action.measure,
        target=action.target,
        baseline=action.baseline,
        has_lead=action.lead_id is not None,
        has_priority=action.priority_id is not None,
        end=action.end,
        outcome=action.outcome,
    )


@dataclass(frozen=True, slots=True)
class CriterionSummary:
    """How many actions of a plan meet one criterion, do not, or were not judged by it."""

    label: str
    met: int
    not_met: int
    not_judged: int


def summary_of(plan: Plan) -> list[CriterionSummary]:
    """Return for each criterion how a plan's standing actions were judged: two queries."""
    total = plan.actions.filter(withdrawn_on=None).count()
    rows = SmartJudgement.objects.filter(action__plan=plan, action__withdrawn_on=None).order_by()
    counted = Counter(rows.values_list("criterion", "is_met"))
    return [
        CriterionSummary(
            one.label,
            met=counted[one.value, True],
            not_met=counted[one.value, False],
            not_judged=total - counted[one.value, True] - counted[one.value, False],
        )
        for one in SmartJudgement.Criterion
    ]
