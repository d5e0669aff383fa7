"""What does a person scan in the attendance report?"""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import cached_property

from govreg.core import clock
from govreg.core.ui.addresses import address_of
from govreg.core.ui.lists import Column, ComputedList, RecordFilter, RegisterFilterSet
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Attendance, Organisation, Partnership
from partnerships.queries.attendance import (
    BOTH,
    GROUPINGS,
    lines_of,
    middle_of,
    threshold,
)
from partnerships.rules.attendance import FEWEST_TO_FLAG
from partnerships.rules.interventions import in_per_cent

Row = dict[str, Any]
ARROWS = {"rising": "Rising", "falling": "Falling", "steady": "Steady"}


def partnerships(request: HttpRequest) -> Any:
    """Return the partnerships that the reader may see."""
    return Partnership.objects.visible_to(request.user)


def organisations(request: HttpRequest) -> Any:
    """Return the organisations that the reader may see."""
    return Organisation.objects.visible_to(request.user).current()


class AttendanceFilter(RegisterFilterSet):
    """The period, the partnership, the organisation, the body, and what a line stands for."""

    after = django_filters.DateFilter(label="From", method="since")
    before = django_filters.DateFilter(label="To", method="until")
    partnership = RecordFilter(
        label="Partnership",
        records=partnerships,
        named_by="name",
        field_name="meeting__body__partnership",
    )
    organisation = RecordFilter(
        label="Organisation",
        records=organisations,
        named_by="name",
        field_name="membership__organisation",
    )
    body = django_filters.CharFilter(label="Body", method="on_body")
    lines = django_filters.ChoiceFilter(
        label="One line for", choices=GROUPINGS, empty_label=None, method="as_it_is"
    )
    low = django_filters.ChoiceFilter(
        label="Rate", choices=[("yes", "Below the threshold")], method="as_it_is"
    )

    class Meta:
        model = Attendance
        fields: list[str] = []

    def since(self, queryset: Any, name: str, value: date) -> Any:
        """Keep the meetings from a day on."""
        return queryset.filter(meeting__day__gte=value)

    def until(self, queryset: Any, name: str, value: date) -> Any:
        """Keep the meetings up to a day."""
        return queryset.filter(meeting__day__lte=value)

    def on_body(self, queryset: Any, name: str, value: str) -> Any:
        """Keep the meetings of the bodies whose name or local name has the words."""
        body = "meeting__body"
        named = Q(**{f"{body}__name__icontains": value})
        return queryset.filter(named | Q(**{f"{body}__local_term__icontains": value}))

    def as_it_is(self, queryset: Any, name: str, value: str) -> Any:
        """Leave the rows to the list, which puts them together."""
        return queryset


def _organisation(row: Row) -> Any:
    if "organisation" not in row:
        return ""
    return link(
        address_of("partnerships:organisation", row["organisation_key"]), row["organisation"]
    )


def _body(row: Row) -> Any:
    if "body" not in row:
        return ""
    return link(address_of("partnerships:body", row["reference"], row["body_key"]), row["body"])


def rate_in_words(row: Row) -> str:
    """Return "33 %"."""
    return f"{row['rate']} %"


def standing_in_words(row: Row) -> str:
    """Return "Below" or "Kept", or that there was 1 meeting only, which is not judged."""
    if row["expected"] < FEWEST_TO_FLAG:
        return "1 meeting"
    return "Below" if row["is_low"] else "Kept"


def trend_in_words(row: Row) -> str:
    """Return "Rising: 33 % to 100 %", or nothing where there are too few meetings."""
    if not row["trend"]:
        return ""
    early = in_per_cent(row["attended"] - row["late_attended"], row["expected"] - row["late"])
    late = in_per_cent(row["late_attended"], row["late"])
    return f"{ARROWS[row['trend']]}: {early} % to {late} %"


class AttendanceReport(ComputedList):
    """Who came how often, one line for each organisation on each body."""

    columns = [
        Column(
            "Organisation",
            lambda r: r.get("organisation", ""),
            sort="organisation",
            cell=_organisation,
            missing="All members",
        ),
        Column("Body", lambda r: r.get("body", ""), sort="body", cell=_body, missing="All bodies"),
        Column("Rate", rate_in_words, sort="rate", numeric=True, export=lambda row: row["rate"]),
        Column(
            "Threshold",
            standing_in_words,
            cell=lambda r: tag("Below", "red") if r["is_low"] else standing_in_words(r),
            sort="is_low",
        ),
        Column("Expected", lambda r: r["expected"], sort="expected", numeric=True),
        Column("Attended", lambda r: r["attended"], sort="attended", numeric=True),
        Column("Substitutes", lambda r: r["substitutes"], sort="substitutes", numeric=True),
        Column("Apologies", lambda r: r["apologies"], sort="apologies", numeric=True),
        Column("Absent", lambda r: r["absences"], sort="absences", numeric=True),
        Column("Trend", trend_in_words, sort="trend", missing="Too few meetings"),
        Column(
            "Partnership",
            lambda r: r.get("partnership", ""),
            sort="partnership",
            missing="All partnerships",
        ),
    ]
    filterset = AttendanceFilter
    order = "rate"
    dense = True
    noun = ("line", "lines")
    caption = "Attendance"
    empty = (
        "How often organisations come to meetings stands here once attendance is recorded. Record "
        "it from a meeting’s page."
    )

    @property
    def asked(self) -> dict[str, Any]:
        """What the filters ask for."""
        return dict(self.filters.in_words()) if self.filters else {}

    @cached_property
    def below(self) -> int:
        """The threshold in force on the last day asked for, or today."""
        return threshold(on=self.asked.get("before") or clock.today())

    def lines(self) -> list[Row]:
        """Return every line; a few thousand at most, counted from all attendances."""
        records = self._all if self.filters is None else self.filters.qs
        grouping = self.asked.get("lines") or BOTH
        found = lines_of(records, grouping=grouping, middle=middle_of(records), below=self.below)
        return [line for line in found if line["is_low"]] if self.asked.get("low") else found

    @staticmethod
    def value_of(line: Row, name: str) -> Any:
        """Return what a line is ordered by; not every line has a body and an organisation."""
        return line.get(name)
