"""Which answers came too late for their quarter, and in which later report are they told?"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from govreg.core.prepared import prepared
from partnerships.models import QuarterlyAnswer, QuarterVersion, ReportingQuarter


def late_answers(reporting: ReportingQuarter) -> list[QuarterlyAnswer]:
    """Return the late answers that the report of a quarter tells, each under its own quarter.

    They are those that came after the quarter before was closed and until this one was: each late
    answer is told once, and a closed quarter always tells the same. The page of a quarter asks at
    every visit and mostly there are none, so their keys are asked for first.
    """
    here, before = reporting.period, reporting.period.previous
    told = _told_until_now if reporting.is_open else _told
    keys = told(
        plan=[reporting.plan_id],
        year=str(here.year),
        number=[here.number],
        year_before=str(before.year),
        number_before=[before.number],
    )
    if not keys:
        return []
    late = QuarterlyAnswer.objects.filter(pk__in=[key for (key,) in keys])
    late = late.select_related("action__plan", "action__lead")
    return list(late.order_by("action__plan__position", "action__position", "financial_year"))


def came_late_for(reporting: ReportingQuarter) -> int:
    """Return for how many actions an answer came after a quarter was closed."""
    year, number = str(reporting.period.year), [reporting.period.number]
    return len(_answered_late(plan=[reporting.plan_id], year=year, number=number))


@prepared
def _answered_late(plan: list[int], year: str, number: list[int]) -> Any:
    late = _of_plan(plan).filter(financial_year=year, quarter__in=number)
    return late.order_by().values_list("action").distinct()


@prepared
def _told(
    plan: list[int], year: str, number: list[int], year_before: str, number_before: list[int]
) -> Any:
    """Ask for what a quarter tells that was closed."""
    begun, ended = _last_closed(plan, year_before, number_before), _last_closed(plan, year, number)
    late = _late(plan, year, number).filter(answered_at__gt=begun, answered_at__lte=ended)
    return late.filter(~Exists(_newer().filter(answered_at__lte=ended))).values_list("pk")


@prepared
def _told_until_now(
    plan: list[int], year: str, number: list[int], year_before: str, number_before: list[int]
) -> Any:
    """Ask for what a quarter tells that is open still."""
    begun = _last_closed(plan, year_before, number_before)
    late = _late(plan, year, number).filter(answered_at__gt=begun)
    return late.filter(~Exists(_newer())).values_list("pk")


def _late(plan: list[int], year: str, number: list[int]) -> Any:
    """Return the late answers of a plan and those under it, other than for a quarter."""
    return _of_plan(plan).exclude(financial_year=year, quarter__in=number).order_by()


def _of_plan(plan: list[int]) -> Any:
    """Return the late answers of a plan and those under it."""
    under = Q(action__plan__in=plan) | Q(action__plan__parent__in=plan)
    return QuarterlyAnswer.objects.filter(under, is_late=True)


def _newer() -> Any:
    """Return the answers for the same action and quarter that took the place of an outer one."""
    return QuarterlyAnswer.objects.filter(
        action=OuterRef("action"),
        financial_year=OuterRef("financial_year"),
        quarter=OuterRef("quarter"),
        revision__gt=OuterRef("revision"),
    )


def _last_closed(plan: list[int], year: str, number: list[int]) -> Subquery:
    """Ask when a quarter was last closed; nothing is later than that where it is open."""
    closed = ReportingQuarter.objects.filter(
        plan__in=plan, financial_year=year, quarter__in=number
    ).exclude(state=ReportingQuarter.State.OPEN)
    versions = QuarterVersion.objects.filter(reporting__in=closed.order_by().values("pk"))
    return Subquery(versions.order_by("-number").values("closed_at")[:1])
