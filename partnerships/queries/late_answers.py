"""Which answers came too late for their quarter, and in which later report are they told?"""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from partnerships.models import QuarterlyAnswer, QuarterVersion, ReportingQuarter


def late_answers(reporting: ReportingQuarter) -> QuerySet[QuarterlyAnswer]:
    """Return the late answers that the report of a quarter tells, each under its own quarter.

    They are those that came after the quarter before was closed and until this one was: each late
    answer is told once, and a closed quarter always tells the same.
    """
    before = ReportingQuarter.objects.of(reporting.plan, reporting.period.previous)
    begun = _last_closed(before)
    if begun is None:
        return QuarterlyAnswer.objects.none()
    ended = None
    if not reporting.is_open:
        ended = _last_closed(ReportingQuarter.objects.filter(pk=reporting.pk))
    plan = reporting.plan
    late = QuarterlyAnswer.objects.filter(
        Q(action__plan=plan) | Q(action__plan__parent=plan), is_late=True, answered_at__gt=begun
    ).exclude(financial_year=reporting.financial_year, quarter=reporting.quarter)
    newer = QuarterlyAnswer.objects.filter(
        action=OuterRef("action"),
        financial_year=OuterRef("financial_year"),
        quarter=OuterRef("quarter"),
        revision__gt=OuterRef("revision"),
    )
    if ended is not None:
        late = late.filter(answered_at__lte=ended)
        newer = newer.filter(answered_at__lte=ended)
    found: QuerySet[QuarterlyAnswer] = late.filter(~Exists(newer)).select_related(
        "action__plan", "action__lead"
    )
    return found.order_by(F("action__plan__position"), "action__position", "financial_year")


def _last_closed(reporting: QuerySet[ReportingQuarter]) -> datetime | None:
    """Return the moment at which a quarter was last closed; None where it is open or never was."""
    closed = reporting.exclude(state=ReportingQuarter.State.OPEN).values("pk")
    found = QuarterVersion.objects.filter(reporting__in=closed).order_by("-number")
    last: datetime | None = found.values_list("closed_at", flat=True).first()
    return last
