"""What does a person scan in the list of a partnership's meetings?"""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from govreg.core import clock
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Attendance, Body, Meeting
from partnerships.queries.arrangements import clock_time

COLOURS = {"planned": "blue", "held": "green", "cancelled": "grey"}
RECORDED = [("yes", "Recorded"), ("no", "Not recorded")]


def bodies(request: HttpRequest) -> Any:
    """Return the bodies of the partnership whose page this is."""
    reference = request.resolver_match.kwargs["reference"] if request.resolver_match else ""
    return Body.objects.filter(partnership__reference=reference)


class MeetingFilter(RegisterFilterSet):
    """Body, type, standing, attendance and days."""

    body = RecordFilter(label="Body", records=bodies, named_by="name", field_name="body")
    kind = django_filters.ChoiceFilter(label="Type", choices=Meeting.Kind.choices)
    state = django_filters.ChoiceFilter(label="Standing", choices=Meeting.State.choices)
    recorded = django_filters.ChoiceFilter(
        label="Attendance", choices=RECORDED, method="by_recorded"
    )
    after = django_filters.DateFilter(label="From", method="since")
    before = django_filters.DateFilter(label="To", method="until")

    class Meta:
        model = Meeting
        fields: list[str] = []

    def by_recorded(self, queryset: Any, name: str, value: str) -> Any:
        """Keep the meetings whose attendance is recorded, or is not."""
        recorded = Exists(Attendance.objects.filter(meeting=OuterRef("pk")))
        return queryset.filter(recorded if value == "yes" else ~recorded)

    def since(self, queryset: Any, name: str, value: date) -> Any:
        """Keep the meetings from a day on."""
        return queryset.filter(day__gte=value)

    def until(self, queryset: Any, name: str, value: date) -> Any:
        """Keep the meetings up to a day."""
        return queryset.filter(day__lte=value)


def attended(meeting: Any) -> str:
    """Return how many of the members came, where it is recorded, or that it is still to come."""
    if meeting.state == Meeting.State.PLANNED and meeting.day >= clock.today():
        return "To come"
    return f"{meeting.came} of {meeting.known}" if meeting.known else ""


class MeetingList(RegisterList):
    """Every meeting, planned, held and cancelled, the latest first."""

    columns = [
        Column(
            "Date",
            "day",
            sort=("day", "starts_at"),
            cell=lambda m: link(m.get_absolute_url(), m.day.strftime("%-d %B %Y")),
        ),
        Column("Time", lambda m: clock_time(m.starts_at), missing="Not stated"),
        Column("Body", "body.name", sort="body__name"),
        Column("Type", lambda m: m.get_kind_display(), sort="kind"),
        Column("Place", "place", sort="place", missing="Not stated"),
        Column(
            "Standing",
            lambda m: m.get_state_display(),
            sort="state",
            cell=lambda m: tag(m.get_state_display(), COLOURS[m.state]),
        ),
        Column("Attended", attended, missing="Not recorded"),
    ]
    filterset = MeetingFilter
    order = "-date"
    noun = ("meeting", "meetings")
    caption = "Meetings"
    empty = (
        "The meetings of this partnership’s bodies stand here, planned, held and cancelled. Plan "
        "or log the first one from the body’s page."
    )

    @staticmethod
    def with_figures(rows: QuerySet[Any]) -> QuerySet[Any]:
        """Count for each meeting how many members' attendance is known, and how many came."""
        came = Q(attendance__state__in=Attendance.ATTENDED)
        return rows.select_related("body__partnership").annotate(
            known=Count("attendance"), came=Count("attendance", filter=came)
        )
