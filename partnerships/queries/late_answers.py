"""Which answers came too late for their quarter, and in which later report are they told?"""

from datetime import date, datetime
from typing import Any

from django.db.models import DateTimeField, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from govreg.core import clock
from govreg.core.prepared import prepared
from partnerships.models import QuarterlyAnswer, QuarterVersion, ReportingQuarter


def late_answers(reporting: ReportingQuarter, *, day: date) -> list[QuarterlyAnswer]:
    """Return the late answers that the report of a quarter tells, each under its own quarter.

    They are those that came after the quarter before was closed and until this one was, as it was
    known at the end of a day: each late answer is told once, and a closed quarter always tells the
    same. The page of a quarter asks at every visit and mostly there are none, so their keys are
    asked for first.
    """
    here, before = reporting.period, reporting.period.previous
    keys = _told(
        plan=[reporting.plan_id],
        year=str(here.year),
        number=[here.number],
        year_before=str(before.year),
        number_before=[before.number],
        day=day,
        until=clock.end_of(day),
    )
    if not keys:
        return []
    late = QuarterlyAnswer.objects.filter(pk__in=[key for (key,) in keys])
    places = ("action__plan__position", "action__position", "financial_year", "quarter", "pk")
    return list(late.select_related("action__plan", "action__lead").order_by(*places))


def came_late_for(reporting: ReportingQuarter, *, closed_at: datetime) -> int:
    """Return for how many actions an answer came after a version of a quarter was closed."""
    year, number = str(reporting.period.year), [reporting.period.number]
    late = _answered_late(plan=[reporting.plan_id], year=year, number=number, after=closed_at)
    return len(late)


@prepared
def _answered_late(plan: list[int], year: str, number: list[int], after: datetime) -> Any:
    this = {"financial_year": year, "quarter__in": number}
    late = _of_plan(plan).filter(answered_at__gt=after, **this)
    return late.order_by().values_list("action").distinct()


@prepared
def _told(
    *,
    plan: list[int],
    year: str,
    number: list[int],
    year_before: str,
    number_before: list[int],
    day: date,
    until: datetime,
) -> Any:
    """Ask for what a quarter tells; one that was open on the day tells all until its end."""
    begun = _closed(plan, year_before, number_before, day, until)
    ended = Coalesce(
        _closed(plan, year, number, day, until), Value(until, output_field=DateTimeField())
    )
    late = _of_plan(plan).exclude(financial_year=year, quarter__in=number)
    newer = QuarterlyAnswer.objects.filter(
        action=OuterRef("action"),
        financial_year=OuterRef("financial_year"),
        quarter=OuterRef("quarter"),
        revision__gt=OuterRef("revision"),
        answered_at__lte=ended,
    )
    told = late.filter(~Exists(newer), answered_at__gt=begun, answered_at__lte=ended)
    return told.order_by().values_list("pk")


def _of_plan(plan: list[int]) -> Any:
    """Return the late answers of a plan and those under it."""
    under = Q(action__plan__in=plan) | Q(action__plan__parent__in=plan)
    return QuarterlyAnswer.objects.filter(under, is_late=True)


def _closed(plan: list[int], year: str, number: list[int], day: date, until: datetime) -> Subquery:
    """Ask when the version of a quarter was closed that held at the end of a day."""
    versions = QuarterVersion.objects.filter(
        Q(reopened_on=None) | Q(reopened_on__gt=day),
        reporting__plan__in=plan,
        reporting__financial_year=year,
        reporting__quarter__in=number,
        closed_at__lte=until,
    )
    return Subquery(versions.order_by("-number").values("closed_at")[:1])
