"""How often did organisations come to the meetings they were members for?

Everything is counted in SQL. An organisation with two seats was at a meeting when either was; a
substitute stands for the organisation.
"""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from govreg.core.council.definitions import ATTENDANCE_THRESHOLD
from govreg.core.council.settings import whole_number
from partnerships.models import Attendance, AttendanceIntervention
from partnerships.rules.interventions import in_per_cent

BOTH, ORGANISATION, BODY = "both", "organisation", "body"
GROUPINGS = [
    (BOTH, "Each organisation on each body"),
    (ORGANISATION, "Each organisation"),
    (BODY, "Each body"),
]
COLUMNS = {
    "organisation": "membership__organisation__name",
    "organisation_key": "membership__organisation_id",
    "body": "meeting__body__name",
    "body_key": "meeting__body_id",
    "partnership": "meeting__body__partnership__name",
    "reference": "meeting__body__partnership__reference",
}
OF_ORGANISATION = ("organisation", "organisation_key")
OF_BODY = ("body", "body_key", "partnership", "reference")
GROUPED = {BOTH: (*OF_ORGANISATION, *OF_BODY), ORGANISATION: OF_ORGANISATION, BODY: OF_BODY}
RISING, FALLING, STEADY = "rising", "falling", "steady"
CAME = Q(state__in=Attendance.ATTENDED)


def threshold(*, on: date) -> int:
    """Return the rate in per cent below which an organisation is flagged on a day."""
    return whole_number(ATTENDANCE_THRESHOLD, on=on)


def middle_of(rows: QuerySet[Any]) -> date | None:
    """Return the day between the first and the last meeting, by which the trend is told."""
    ends = rows.aggregate(first=Min("meeting__day"), last=Max("meeting__day"))
    first, last = ends["first"], ends["last"]
    return first + (last - first) / 2 if first and last > first else None


def with_rates(
    rows: QuerySet[Any], *, grouping: str, middle: date | None, below: int
) -> QuerySet[Any]:
    """Return one row for each organisation, body or both, with its counts, rate and trend.

    For an organisation meetings are counted, for a body the seats of its members at them. Rates are
    whole per cent, half up. The trend is told by the meetings on either side of `middle`.
    """
    names = {name: F(COLUMNS[name]) for name in GROUPED[grouping]}
    unit = "pk" if grouping == BODY else "meeting"
    late = Q(meeting__day__gt=middle) if middle else Q(pk__in=[])
    early = Q(meeting__day__lte=middle) if middle else Q(pk__in=[])
    counted = (
        rows.order_by()
        .values(**names)
        .annotate(
            expected=Count(unit, distinct=True),
            attended=Count(unit, filter=CAME, distinct=True),
            late=Count(unit, filter=late, distinct=True),
            late_attended=Count(unit, filter=late & CAME, distinct=True),
            early=Count(unit, filter=early, distinct=True),
            early_attended=Count(unit, filter=early & CAME, distinct=True),
            substitutes=_times(Attendance.State.SUBSTITUTE),
            apologies=_times(Attendance.State.APOLOGIES),
            absences=_times(Attendance.State.ABSENT),
        )
    )
    return counted.annotate(
        rate=per_cent("attended", "expected"),
        share=F("attended") * 100,
        needed=F("expected") * below,
        late_share=F("late_attended") * F("early"),
        early_share=F("early_attended") * F("late"),
    ).annotate(
        is_low=Case(When(share__lt=F("needed"), then=Value(1)), default=Value(0)),
        trend=Case(
            When(Q(late=0) | Q(early=0), then=Value("")),
            When(late_share__gt=F("early_share"), then=Value(RISING)),
            When(late_share__lt=F("early_share"), then=Value(FALLING)),
            default=Value(STEADY),
            output_field=CharField(),
        ),
    )


def per_cent(part: str, whole: str) -> Any:
    """Return a whole per cent, half up, of two counts; the whole must not be 0."""
    return (F(part) * 200 + F(whole)) / (F(whole) * 2)


def _times(state: str) -> Any:
    return Count("pk", filter=Q(state=state), distinct=True)


def low_organisations(partnership: Any, *, since: date, on: date) -> list[dict[str, Any]]:
    """Return the organisations below the threshold on a partnership's bodies, the lowest first."""
    rows = Attendance.objects.filter(
        meeting__body__partnership=partnership, meeting__day__gte=since, meeting__day__lte=on
    )
    names = {name: F(COLUMNS[name]) for name in GROUPED[BOTH]}
    counted: Any = (
        rows.order_by()
        .values(**names)
        .annotate(
            expected=Count("meeting", distinct=True),
            attended=Count("meeting", filter=CAME, distinct=True),
        )
    )
    below = threshold(on=on)
    low = [line for line in counted if line["attended"] * 100 < line["expected"] * below]
    for line in low:
        line["rate"] = in_per_cent(line["attended"], line["expected"])
    return sorted(low, key=lambda line: (line["rate"], line["organisation"], line["body"]))


def with_before_and_after(
    interventions: QuerySet[AttendanceIntervention], *, organisation: int | None = None
) -> QuerySet[Any]:
    """Return interventions with the attendance of whom they concern, before and since, in SQL.

    Seats at meetings are counted: those of the organisation and the body named, or of all; with
    `organisation`, a key, only its own.
    """
    concerned = Attendance.objects.filter(
        meeting__body__partnership=OuterRef("partnership"),
        meeting__body=Coalesce(OuterRef("body"), F("meeting__body")),
        membership__organisation=Coalesce(OuterRef("organisation"), F("membership__organisation")),
    )
    if organisation is not None:
        concerned = concerned.filter(membership__organisation=organisation)
    before = concerned.filter(meeting__day__lt=OuterRef("day"))
    since = concerned.filter(meeting__day__gt=OuterRef("day"))
    return interventions.select_related("partnership", "organisation", "body").annotate(
        before=_count(before),
        before_attended=_count(before.filter(CAME)),
        since=_count(since),
        since_attended=_count(since.filter(CAME)),
    )


def _count(rows: QuerySet[Any]) -> Any:
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)


def around(intervention: AttendanceIntervention) -> list[dict[str, Any]]:
    """Return each organisation's attendance before an intervention and since, in one query."""
    rows = Attendance.objects.filter(meeting__body__partnership=intervention.partnership_id)
    if intervention.body_id:
        rows = rows.filter(meeting__body=intervention.body_id)
    if intervention.organisation_id:
        rows = rows.filter(membership__organisation=intervention.organisation_id)
    before = Q(meeting__day__lt=intervention.day)
    since = Q(meeting__day__gt=intervention.day)
    names = {name: F(COLUMNS[name]) for name in GROUPED[BOTH]}
    found: Any = (
        rows.order_by()
        .values(**names)
        .annotate(
            before=Count("meeting", filter=before, distinct=True),
            before_attended=Count("meeting", filter=before & CAME, distinct=True),
            since=Count("meeting", filter=since, distinct=True),
            since_attended=Count("meeting", filter=since & CAME, distinct=True),
        )
    )
    return list(found.order_by("organisation", "body"))
