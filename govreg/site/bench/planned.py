"""How do the plans of a large council stand after three years of quarters?

At size 1: 100 plans under one, 600 actions in each, and an answer for each of 12 quarters: 720,000
rows. All quarters but the last are closed, by the service that closes them.
"""

from datetime import UTC, date, datetime, timedelta

from govreg.core.accounts.models import User
from govreg.core.financial_years import FinancialYear
from govreg.core.quarters import NUMBERS, Quarter
from partnerships.models import (
    Organisation,
    Partnership,
    Plan,
    PlanAction,
    QuarterlyAnswer,
    ReportingQuarter,
)
from partnerships.services.quarters import close_quarter, open_quarter

from .writing import Past

NAME = "Plan of plans"
PLANS, ACTIONS = 100, 600
YEARS = (2023, 2024, 2025)
FIRST, STEP = datetime(2026, 4, 2, 9, tzinfo=UTC), timedelta(milliseconds=10)
RATINGS = ("green", "green", "green", "amber", "red")


def is_planned() -> bool:
    """Say whether this register was filled with plans before."""
    return Plan.objects.filter(name=NAME).exists()


def top() -> Plan:
    """Return the plan at the top."""
    found: Plan = Plan.objects.select_related("partnership__scope").get(name=NAME)
    return found


def plan(size: float) -> int:
    """Add the plans with their actions and answers; return how many answers there are."""
    past = Past(at=FIRST, step=STEP, by=list(User.objects.order_by("pk")))
    partnerships = list(Partnership.objects.select_related("scope").order_by("pk"))
    period = {"start": date(YEARS[0], 4, 1), "end": date(YEARS[-1] + 1, 3, 31)}
    root = Plan(partnership=partnerships[0], name=NAME, short_name="All", coverage="wide", **period)
    past.add("Added a plan", [root])
    plans = [
        Plan(
            partnership=partnerships[place % len(partnerships)],
            parent=root,
            name=f"Plan {place:03}",
            short_name=f"Plan {place:03}",
            coverage="area",
            position=place,
            **period,
        )
        for place in range(max(1, round(PLANS * size)))
    ]
    past.add("Added a plan", plans)
    actions = _actions(plans)
    past.add("Added the actions of a plan", actions, together=ACTIONS)
    return sum(
        _quarter(past, root, actions, Quarter(FinancialYear(year), number))
        for year in YEARS
        for number in NUMBERS
    )


def _actions(plans: list[Plan]) -> list[PlanAction]:
    organisations = list(Organisation.objects.current().order_by("pk"))
    return [
        PlanAction(
            plan=one,
            reference=f"A{place}",
            position=place,
            action=f"Do the work that action {place} of {one.name} describes",
            output="What comes of it",
            target=100,
            lead=organisations[(place + one.position) % len(organisations)],
            start=date(YEARS[0], 4, 1) + timedelta(days=7 * (place % 120)),
        )
        for one in plans
        for place in range(ACTIONS)
    ]


def _quarter(past: Past, root: Plan, actions: list[PlanAction], quarter: Quarter) -> int:
    """Open a quarter, answer for nine in ten of what had started, and close all but the last."""
    open_quarter(
        plan=root, quarter=quarter, answers_by=quarter.last_day, on=quarter.last_day, by=None
    )
    answers = [
        QuarterlyAnswer(
            action=action,
            financial_year=str(quarter.year),
            quarter=quarter.number,
            rating=RATINGS[place % len(RATINGS)],
            reason="The work began late." if place % len(RATINGS) > 2 else "",
            answered_at=past.at,
        )
        for place, action in enumerate(actions)
        if action.start <= quarter.last_day and place % 10
    ]
    past.add("Answered for a quarter", answers, together=ACTIONS)
    if quarter != Quarter(FinancialYear(YEARS[-1]), 4):
        found = ReportingQuarter.objects.of(root, quarter).get()
        found.plan = root
        close_quarter(reporting=found, on=quarter.following.first_day, by=None)
    return len(answers)
