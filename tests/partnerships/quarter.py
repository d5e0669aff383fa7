"""Which plans, quarters and answers do the stories of quarterly progress begin with?"""

from datetime import date
from typing import Any

from govreg.core.quarters import Quarter, read_quarter
from partnerships.models import (
    Organisation,
    Partnership,
    Plan,
    PlanAction,
    QuarterlyAnswer,
    ReportingQuarter,
)
from partnerships.queries.progress_table import ProgressTable, progress_table
from partnerships.services.plan_actions import add_action
from partnerships.services.plans import add_plan
from partnerships.services.quarterly_answers import Given, answer
from partnerships.services.quarters import open_quarter

FIRST = "2007-08-q1"


def quarter(slug: str = FIRST) -> Quarter:
    found = read_quarter(slug)
    assert found is not None
    return found


def regeneration_plan() -> Plan:
    """The demonstration's plan at the top."""
    return Plan.objects.select_related("partnership__scope").get(
        parent=None, short_name="Leeds Regeneration Plan"
    )


def of_plan(slug: str) -> ReportingQuarter:
    """A quarter of the demonstration's plan."""
    plan = regeneration_plan()
    found = ReportingQuarter.objects.of(plan, quarter(slug)).get()
    found.plan = plan
    return found


def table(reporting: ReportingQuarter, *, day: date, **options: Any) -> ProgressTable:
    return progress_table(reporting.plan, reporting.period, reporting=reporting, day=day, **options)


def small_plan(by: Any, name: str = "A small plan", *, of: str = "dp-west", **values: Any) -> Plan:
    """A plan of West or another partnership, reported by itself."""
    partnership = Partnership.objects.select_related("scope").get(reference=of)
    return add_plan(
        partnership=partnership,
        values={
            "name": name,
            "short_name": name,
            "coverage": "area",
            "start": date(2007, 4, 1),
            "end": date(2009, 3, 31),
            **values,
        },
        by=by,
    )


def small_action(plan: Plan, reference: str, by: Any, **values: Any) -> PlanAction:
    """An action that the police lead and that starts with its plan."""
    made = add_action(
        plan=plan,
        values={
            "reference": reference,
            "action": f"Do {reference}",
            "start": date(2007, 4, 1),
            "lead": Organisation.objects.get(name="West Yorkshire Police"),
            **values,
        },
        by=by,
    )
    return PlanAction.objects.select_related("plan__parent", "plan__partnership", "lead").get(
        pk=made.pk
    )


def opened(plan: Plan, by: Any, slug: str = FIRST) -> ReportingQuarter:
    period = quarter(slug)
    return open_quarter(
        plan=plan, quarter=period, answers_by=period.last_day, on=period.last_day, by=by
    )


def answered(
    action: PlanAction, rating: str, by: Any, *, slug: str = FIRST, late: bool = False, **said: Any
) -> QuarterlyAnswer | None:
    reason = said.pop("reason", "" if rating == "green" else "It rained.")
    return answer(
        action=action,
        quarter=quarter(slug),
        given=Given(rating, reason=reason, **said),
        on=date(2007, 7, 5),
        by=by,
        late=late,
    )
