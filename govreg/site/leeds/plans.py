"""How are the plans, their 582 actions and the answers of four quarters made for the demonstration?

All is worked out from `fixtures/leeds/plans.yaml` in one order, without chance, so that every load
is the same. The counts of quarter 3 of 2006/07 are those of the scrutiny report of April 2007.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from govreg.core.financial_years import FinancialYear
from govreg.core.history import bulk
from govreg.core.history.change import change
from govreg.core.quarters import Quarter
from partnerships.models import (
    Organisation,
    Partnership,
    Plan,
    PlanAction,
    PlanActionPartner,
    ReportingQuarter,
    StrategicFramework,
    StrategicTheme,
)
from partnerships.rules.quarterly_status import QuarterlyStatus
from partnerships.services.plan_actions import add_action
from partnerships.services.plans import add_plan, state_priorities, state_visions
from partnerships.services.quarterly_answers import Given, answer_many
from partnerships.services.quarters import close_quarter, open_quarter, publish_quarter
from partnerships.services.searching import enter_plan_action
from partnerships.services.smart_tests import judge

from .files import read, text

YEAR = FinancialYear(2006)
#: Steps through a list of any length that is not a multiple of them, so that all are met once.
STRIDE = 37


def rows() -> dict[str, Any]:
    """Return what the file of the plans says."""
    found: dict[str, Any] = read("plans")
    return found


def enter_plans(content: dict[str, Any], *, by: Any) -> None:
    """Enter the plan at the top and those under it, with themes, visions and priorities."""
    root = add_plan(
        partnership=_partnership(content["root"]["partnership"]),
        values=_values(content, content["root"], coverage="wide", position=0, parent=None),
        by=by,
    )
    themes = _themes(content)
    for position, row in enumerate(content["plans"], 1):
        plan = add_plan(
            partnership=_partnership(row["partnership"]),
            values=_values(content, row, coverage=row["coverage"], position=position, parent=root),
            by=by,
        )
        visions = {themes[name]: words for name, words in content["visions"].items()}
        state_visions(plan=plan, visions=visions, by=by)
        stated = [(None, one["text"], themes[one["theme"]]) for one in row["priorities"]]
        state_priorities(plan=plan, priorities=stated, by=by)


def enter_failing(content: dict[str, Any], *, by: Any, on: date) -> None:
    """Enter the four outputs that the review of 2005 found wanting, and why they are."""
    themes = _themes(content)
    plans = {row["key"]: row["name"] for row in content["plans"]}
    for row in content["failing"]:
        plan = Plan.objects.select_related("partnership__scope").get(name=plans[row["plan"]])
        action = add_action(
            plan=plan,
            values={
                "reference": f"{row['plan']}1",
                "theme": themes[row["theme"]],
                "action": row["action"],
                "output": row["output"],
                "lead": Organisation.objects.get(name=row["lead"]),
                "start": content["starts"],
            },
            by=by,
        )
        said = {name: (False, note) for name, note in row["not_met"].items()}
        judge(action=action, version=action.version, answers=said, on=on, by=by)


def enter_actions(content: dict[str, Any], *, by: Any) -> None:
    """Enter the other actions of every plan, until each has as many as the table counts."""
    themes = _themes(content)
    organisations = {one.name: one for one in Organisation.objects.all()}
    for row in content["plans"]:
        plan = Plan.objects.select_related("partnership__scope").get(name=row["name"])
        with change(verb="Added the actions of a plan", by=by, scope=plan.partnership.scope):
            there = plan.actions.count()
            number = sum(row["counts"][3]) - there
            starts = list(_starts(row))[there:]
            priorities = list(plan.priorities.all())
            made, partners = [], []
            for place, (theme, template, where) in enumerate(_chosen(content, row, number)):
                lead = organisations[template[7]]
                action = _action(template, where, place)
                action.plan, action.theme, action.lead = plan, themes[theme], lead
                action.position = there + place + 1
                action.reference = f"{row['key']}{action.position}"
                own = [one for one in priorities if one.theme_id == action.theme.pk]
                action.priority = own[place % len(own)] if own else None
                action.start, action.end = starts[place], content["ends"]
                made.append(action)
                partners += [(action, organisations[name]) for name in template[8]]
            bulk.create(made)
            bulk.create(
                [PlanActionPartner(action=one, organisation=other) for one, other in partners]
            )
            for action in made:
                enter_plan_action(action)


def open_one(row: dict[str, Any], *, by: Any) -> None:
    """Open one quarter of the plan at the top."""
    open_quarter(
        plan=_root(),
        quarter=Quarter(YEAR, row["quarter"]),
        answers_by=row["answers_by"],
        on=row["opened_on"],
        by=by,
    )


def answer_one(row: dict[str, Any], *, by: Any) -> None:
    """Give the answers of one quarter; of the one that stays open, two in three."""
    content, quarter = rows(), Quarter(YEAR, row["quarter"])
    for one in content["plans"]:
        counts = one["counts"].get(row["quarter"])
        plan = Plan.objects.select_related("parent", "partnership__scope").get(name=one["name"])
        own = PlanAction.objects.filter(plan=plan, start__lte=quarter.last_day)
        started = sorted(own.select_related("lead"), key=_number)
        for action in started:
            action.plan = plan
        chosen = (
            _as_counted(started, counts)
            if counts
            else [(a, QuarterlyStatus.GREEN) for a in started if _number(a) % 3]
        )
        given = {
            action: _given(content, action, status)
            for action, status in chosen
            if status is not QuarterlyStatus.BLANK
        }
        answer_many(root=_root(), quarter=quarter, given=given, on=row["answered_on"], by=by)


def close_one(row: dict[str, Any], *, by: Any) -> None:
    """Close one quarter."""
    close_quarter(reporting=_reporting(row), on=row["closed_on"], by=by)


def publish_one(row: dict[str, Any], *, by: Any) -> None:
    """Publish one quarter."""
    publish_quarter(reporting=_reporting(row), on=row["published_on"], by=by)


def _as_counted(
    started: Sequence[PlanAction], counts: Sequence[int]
) -> Iterator[tuple[PlanAction, QuarterlyStatus]]:
    """Give to the actions that have started as many of each status as are counted.

    Those who do not answer are the same from quarter to quarter, as are those in difficulty.
    """
    green, amber, red, _white, blank = counts
    statuses = [
        *[QuarterlyStatus.RED] * red,
        *[QuarterlyStatus.AMBER] * amber,
        *[QuarterlyStatus.BLANK] * blank,
        *[QuarterlyStatus.GREEN] * green,
    ]
    order = sorted(started, key=lambda action: (_number(action) * STRIDE) % 997)
    yield from zip(order, statuses, strict=True)


def _given(content: dict[str, Any], action: PlanAction, status: QuarterlyStatus) -> Given:
    number = _number(action)
    reasons = content["reasons"].get(status.value)
    reached = None
    if action.target is not None:
        share = {"green": 8, "amber": 5, "red": 1}[status.value]
        reached = (action.target * share / 10).quantize(Decimal(1))
    return Given(
        rating=status.value,
        reason=reasons[number % len(reasons)] if reasons else "",
        value=reached,
    )


def _starts(row: dict[str, Any]) -> Iterator[date]:
    """Give the days on which the actions of a plan start, so that white comes out as counted."""
    white = {quarter: row["counts"][quarter][3] for quarter in (1, 2, 3)}
    total = sum(row["counts"][3])
    quarters = {number: Quarter(YEAR, number) for number in (1, 2, 3, 4)}
    early = date(2005, 4, 1)
    for place in range(total - white[1]):
        yield early + timedelta(days=7 * (place % 60))
    for number, many in (
        (2, white[1] - white[2]),
        (3, white[2] - white[3]),
        (4, white[3]),
    ):
        for place in range(many):
            yield quarters[number].first_day + timedelta(days=7 * (place % 12))


def _chosen(
    content: dict[str, Any], row: dict[str, Any], number: int
) -> Iterator[tuple[str, list[Any], str]]:
    """Give theme, template and place of each action: themes in turn, and no pair twice."""
    themes = list(content["templates"])
    places = [f"in {one}" for one in row.get("places", ())]
    places += [f"for {one} across the city" for one in row.get("people", ())]
    used = dict.fromkeys(themes, 0)
    for place in range(number):
        theme = themes[place % len(themes)]
        own = content["templates"][theme]
        turn = used[theme]
        used[theme] += 1
        where = places[(turn // len(own) + turn * 3) % len(places)]
        yield theme, own[turn % len(own)], where


def _action(template: list[Any], where: str, place: int) -> PlanAction:
    action, output, measure, unit, least, most, outcome = template[:7]
    target = Decimal(least + (place * STRIDE) % (most - least + 1))
    return PlanAction(
        action=action.format(where=where),
        output=output,
        measure=measure,
        unit=unit,
        # Every third has no baseline: the work is new, and the register says so.
        baseline=None if place % 3 == 0 else (target * 6 / 10).quantize(Decimal(1)),
        target=target,
        outcome=outcome,
    )


def _number(action: PlanAction) -> int:
    return int("".join(letter for letter in action.reference if letter.isdigit()))


def _values(
    content: dict[str, Any], row: dict[str, Any], *, parent: Plan | None, **placed: Any
) -> dict[str, Any]:
    return {
        "name": row["name"],
        "short_name": row["short_name"],
        "areas_together": text(row.get("areas_together")),
        "note": text(row.get("note")),
        "start": content["starts"],
        "end": content["ends"],
        "framework": StrategicFramework.objects.get(name=content["framework"]),
        "is_multi_agency": True,
        "parent": parent,
        **placed,
    }


def _themes(content: dict[str, Any]) -> dict[str, StrategicTheme]:
    found = StrategicTheme.objects.filter(framework__name=content["framework"], kind="theme")
    return {theme.name: theme for theme in found}


def _partnership(reference: str) -> Partnership:
    return Partnership.objects.select_related("scope").get(reference=reference)


def _root() -> Plan:
    found: Plan = Plan.objects.select_related("partnership__scope").get(
        name=rows()["root"]["name"], parent=None
    )
    return found


def _reporting(row: dict[str, Any]) -> ReportingQuarter:
    root = _root()
    found = ReportingQuarter.objects.of(root, Quarter(YEAR, row["quarter"])).get()
    found.plan = root
    return found
