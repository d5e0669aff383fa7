"""What does an officer scan to see which partnerships lack a member that an Act names?"""

from datetime import date
from typing import Any

import django_filters
from django.http import HttpRequest
from django.utils.functional import cached_property

from govreg.core import clock
from govreg.core.ui.addresses import address_of
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Partnership
from partnerships.queries.gaps import in_being
from partnerships.queries.statutory_members import RequiredLine, statutory_lines

MISSING, MET, NO_LIST = "missing", "met", "no-list"
STANDINGS = [(MISSING, "Missing"), (MET, "Met"), (NO_LIST, "No list in force")]
COLOURS = {MISSING: "orange", MET: "green", NO_LIST: "grey"}
LABELS = dict(STANDINGS)


def standing_of(lines: list[RequiredLine]) -> str:
    """Return whether all are there, some are missing, or no list is in force."""
    if not lines:
        return NO_LIST
    return MET if all(line.is_met for line in lines) else MISSING


class StatutoryFilter(RegisterFilterSet):
    """The kind, the day, and whether somebody is missing."""

    kind = django_filters.ChoiceFilter(
        label="Statutory kind",
        field_name="statutory_kind",
        choices=Partnership.StatutoryKind.choices,
    )
    on = django_filters.DateFilter(label="On the day", method="as_it_is")
    standing = django_filters.ChoiceFilter(label="Standing", choices=STANDINGS, method="as_it_is")

    class Meta:
        model = Partnership
        fields: list[str] = []

    def as_it_is(self, queryset: Any, name: str, value: Any) -> Any:
        """Leave it to `filter_queryset`, which judges by the day."""
        return queryset

    @property
    def day(self) -> date:
        """The day on which the members are judged."""
        return self.form.cleaned_data.get("on") or clock.today()

    def filter_queryset(self, queryset: Any) -> Any:
        """Keep those of a statutory kind that were in being, and that stand as asked."""
        rows = in_being(super().filter_queryset(queryset), on=self.day).exclude(statutory_kind="")
        asked = self.form.cleaned_data.get("standing")
        if not asked:
            return rows
        judged = statutory_lines(list(rows), on=self.day)
        return rows.filter(
            pk__in=[pk for pk, lines in judged.items() if standing_of(lines) == asked]
        )


def _name(partnership: Partnership) -> Any:
    where = address_of("partnerships:statutory", partnership.reference)
    return link(where, partnership.name)


class StatutoryList(RegisterList):
    """Each partnership of a statutory kind, and who is missing from it."""

    filterset = StatutoryFilter
    order = "partnership"
    noun = ("partnership", "partnerships")
    caption = "Statutory members"
    empty = (
        "The partnerships whose members an Act names stand here, with who is missing. Say of a "
        "partnership which statutory kind it is, in its entry."
    )

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset)
        self.columns = [  # type: ignore[misc]
            Column("Partnership", "name", sort="name", cell=_name),
            Column(
                "Statutory kind", lambda p: p.get_statutory_kind_display(), sort="statutory_kind"
            ),
            Column(
                "Standing",
                lambda p: LABELS[standing_of(self.lines[p.pk])],
                cell=lambda p: self._tag(standing_of(self.lines[p.pk])),
            ),
            Column("Members present", self._present),
            Column("Missing", self._missing, missing="Nobody"),
        ]

    @staticmethod
    def _tag(standing: str) -> Any:
        return tag(LABELS[standing], COLOURS[standing])

    @cached_property
    def day(self) -> date:
        """The day on which the members are judged."""
        filters = self.filters
        if not isinstance(filters, StatutoryFilter):
            return clock.today()
        filters.form.full_clean()
        return filters.day

    @cached_property
    def lines(self) -> dict[int, list[RequiredLine]]:
        """Who is required of each partnership listed; few are of a statutory kind."""
        return statutory_lines(list(self.rows), on=self.day)

    def _present(self, partnership: Partnership) -> str:
        lines = self.lines[partnership.pk]
        return f"{sum(line.is_met for line in lines)} of {len(lines)}"

    def _missing(self, partnership: Partnership) -> str:
        lines = self.lines[partnership.pk]
        return "; ".join(line.required.name for line in lines if not line.is_met)
