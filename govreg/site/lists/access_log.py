"""What does an administrator scan in the log of sign-ins, downloads and exports?"""

from typing import Any

import django_filters
from django.utils import timezone

from govreg.core import clock
from govreg.core.accounts.models import AccessLogEntry, User
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList

Event = AccessLogEntry.Event


class AccessLogFilter(RegisterFilterSet):
    """What, who, words, and between which days."""

    event = django_filters.ChoiceFilter(label="What", choices=Event.choices)
    user = RecordFilter(
        label="Who",
        records=lambda _request: User.objects.all(),
        named_by="name",
        field_name="user",
    )
    words = django_filters.CharFilter(
        label="Words in the detail", field_name="detail", lookup_expr="icontains"
    )
    after = django_filters.DateFilter(label="From", method="since")
    before = django_filters.DateFilter(label="To", method="until")

    class Meta:
        model = AccessLogEntry
        fields: list[str] = []

    def since(self, queryset: Any, name: str, value: Any) -> Any:
        """Keep what happened on a day or after it."""
        return queryset.filter(at__gte=clock.start_of(value))

    def until(self, queryset: Any, name: str, value: Any) -> Any:
        """Keep what happened on a day or before it."""
        return queryset.filter(at__lte=clock.end_of(value))


def _local_moment(entry: AccessLogEntry) -> str:
    return timezone.localtime(entry.at).isoformat(timespec="seconds")


class AccessLog(RegisterList):
    """Every entry, the latest first."""

    columns = [
        Column("When", "at", sort=("at", "pk"), export=_local_moment),
        Column("What", lambda entry: entry.get_event_display(), sort="event"),
        Column("Who", "user.name", sort="user__name", missing="Nobody signed in"),
        Column("Network address", "address", sort="address", missing="Not known"),
        Column("Detail", "detail"),
    ]
    filterset = AccessLogFilter
    order = "-when"
    noun = ("entry", "entries")
    caption = "Access log"
    per_page = 50
    empty = "Sign-ins, downloads and exports stand here. There have been none yet."
