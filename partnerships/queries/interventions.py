"""How was attendance before something was done about it, and how has it been since?"""

from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from partnerships.models import Attendance, AttendanceIntervention

from .attendance import CAME

NAMES = {
    "organisation": F("membership__organisation__name"),
    "organisation_key": F("membership__organisation_id"),
    "body": F("meeting__body__name"),
    "body_key": F("meeting__body_id"),
    "partnership": F("meeting__body__partnership__name"),
    "reference": F("meeting__body__partnership__reference"),
}


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
    found: Any = (
        rows.order_by()
        .values(**NAMES)
        .annotate(
            before=Count("meeting", filter=before, distinct=True),
            before_attended=Count("meeting", filter=before & CAME, distinct=True),
            since=Count("meeting", filter=since, distinct=True),
            since_attended=Count("meeting", filter=since & CAME, distinct=True),
        )
    )
    return list(found.order_by("organisation", "body"))
