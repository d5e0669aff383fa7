"""Which plans, actions and answers can a story add one by one, and which pages list them?"""

from collections.abc import Callable
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.quarters import Quarter, read_quarter
from partnerships.models import Organisation, Partnership, Plan, PlanAction
from partnerships.services.plan_actions import add_action, record_outcome
from partnerships.services.plans import add_plan, state_priorities
from partnerships.services.quarterly_answers import Given, answer
from partnerships.services.smart_tests import judge
from tests.people import Cast


def the_top() -> Plan:
    return Plan.objects.select_related("partnership__scope").get(
        parent=None, short_name="Leeds Regeneration Plan"
    )


def the_plan() -> Plan:
    return Plan.objects.select_related("partnership__scope", "parent").get(short_name="West")


def open_one() -> Quarter:
    found = read_quarter("2006-07-q4")
    assert found is not None
    return found


def grown_plan(cast: Cast, i: int) -> None:
    partnership = Partnership.objects.order_by("pk")[i % 5]
    values = {
        "name": f"Grown {i}",
        "short_name": f"Grown {i}",
        "parent": the_top(),
        "coverage": "area",
        "position": 20 + i,
        "start": date(2005, 4, 1),
        "end": date(2008, 3, 31),
    }
    plan = add_plan(partnership=partnership, values=values, by=cast.partnerships_officer)
    started(cast, plan, 0)


def started(cast: Cast, plan: Plan, i: int) -> PlanAction:
    organisations = list(Organisation.objects.order_by("pk"))
    return add_action(
        plan=plan,
        values={
            "reference": f"G{i}",
            "action": f"Grown {i}",
            "start": date(2006, 4, 1),
            "lead": organisations[i],
        },
        partners=organisations[i + 1 : i + 3],
        by=cast.partnerships_officer,
    )


def grown_action(cast: Cast, i: int) -> None:
    plan = the_plan()
    action = started(cast, plan, i)
    stated = [(row.pk, row.text, row.theme) for row in plan.priorities.all()]
    state_priorities(
        plan=plan, priorities=[*stated, (None, f"Grown {i}", None)], by=cast.partnerships_officer
    )
    judge(
        action=action,
        version=action.version,
        answers={"specific": (False, f"Grown {i}")},
        on=clock.today(),
        by=(cast.partnerships_officer, cast.area_manager_west)[i % 2],
    )


def grown_answer(cast: Cast, i: int) -> None:
    grown_action(cast, i)
    action = PlanAction.objects.select_related("plan__parent", "plan__partnership", "lead").get(
        reference=f"G{i}"
    )
    answer(
        action=action,
        quarter=open_one(),
        given=Given("red", reason=f"Grown {i}"),
        on=clock.today(),
        by=(cast.partnerships_officer, cast.area_manager_west)[i % 2],
    )


def corrected(cast: Cast, i: int) -> None:
    """Correct the answer of one action again and again, and record once what came of it."""
    action = PlanAction.objects.select_related("plan__parent", "plan__partnership", "lead").get(
        reference="W1"
    )
    last = action.answers.filter(financial_year="2006/07", quarter=4).order_by("-revision").first()
    answer(
        action=action,
        quarter=open_one(),
        given=Given("amber", reason=f"Grown {i}", seen=last.revision if last else 0),
        on=clock.today(),
        by=(cast.partnerships_officer, cast.area_manager_west)[i % 2],
    )
    if i:
        return
    record_outcome(
        action=action,
        day=date(2007, 1, 1),
        changed=f"Grown {i}",
        because="Together",
        evidence="A survey",
        on=clock.today(),
        by=cast.partnerships_officer,
    )


PLAN = "/plans/{west_plan}/"
QUARTER = "/plans/{top_plan}/quarters/2006-07-q4/"
GROWING: list[tuple[Callable[[Cast, int], Any], list[tuple[str, str]]]] = [
    (
        grown_plan,
        [
            ("partnerships_officer", "/plans/?words=Grown"),
            ("partnerships_officer", "/plans/?words=Grown&export=csv"),
            ("partnerships_officer", "/plans/{top_plan}/"),
            ("scrutiny_member", QUARTER),
            ("partnerships_officer", f"{QUARTER}answer/"),
        ],
    ),
    (
        grown_action,
        [
            ("area_manager_west", PLAN),
            ("area_manager_west", f"{PLAN}actions/?words=Grown"),
            ("scrutiny_member", f"{PLAN}actions/?words=Grown&export=csv"),
            ("area_manager_west", f"{PLAN}priorities/"),
            ("partnerships_officer", f"{QUARTER}waiting/"),
            ("scrutiny_member", f"{QUARTER}?by=lead"),
        ],
    ),
    (
        grown_answer,
        [
            ("scrutiny_member", f"{QUARTER}actions/?status=red"),
            ("scrutiny_member", f"{QUARTER}actions/?status=red&export=csv"),
            ("area_manager_west", f"{QUARTER}answer/"),
            ("area_manager_west", f"{QUARTER}answers-by-spreadsheet/file/csv/"),
        ],
    ),
    (
        corrected,
        [
            ("auditor", "/plans/actions/{first_west_action}/"),
            ("auditor", "/history/partnerships.planaction/{first_west_action}/"),
        ],
    ),
]


def keys() -> dict[str, int]:
    """Return what stands for a key in the addresses above."""
    first = PlanAction.objects.get(reference="W1")
    return {
        "top_plan": the_top().pk,
        "west_plan": the_plan().pk,
        "first_west_action": first.pk,
    }
