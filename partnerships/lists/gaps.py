"""What does an officer scan to see which partnerships lack which organisations?"""

from datetime import date
from typing import Any, ClassVar

import django_filters
from django.http import HttpRequest
from django.utils.functional import cached_property

from govreg.core import clock
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.lists.register_list import EXPORT
from partnerships.models import Organisation, Partnership
from partnerships.queries.gaps import Gaps, Seat, Shown, in_being, members_anywhere

COLOURS = {Seat.YES: "green", Seat.VACANT: "yellow", Seat.NO: "orange"}
#: A page is no wider; the file has every organisation.
MOST_COLUMNS = 12


def organisations(request: HttpRequest) -> Any:
    """Return the organisations that can be chosen."""
    return members_anywhere(request.user)


class GapFilter(RegisterFilterSet):
    """The kind of partnership, the organisations, and the day."""

    kind = django_filters.ChoiceFilter(label="Kind", choices=Partnership.Kind.choices)
    on = django_filters.DateFilter(label="On the day", method="as_it_is")
    shown = django_filters.ChoiceFilter(
        label="Organisations compared",
        choices=[
            ("", "On some of these partnerships, not on all"),
            (Shown.EVERY, "On every one of these partnerships"),
            (Shown.ALL, "All members"),
        ],
        empty_label=None,
        method="as_it_is",
    )
    organisation = django_filters.ModelMultipleChoiceFilter(
        label="Or these organisations", queryset=organisations, method="as_it_is"
    )

    class Meta:
        model = Partnership
        fields: list[str] = []

    def as_it_is(self, queryset: Any, name: str, value: Any) -> Any:
        """Leave it to the list, which compares."""
        return queryset

    @property
    def day(self) -> date:
        """The day whose seats are compared."""
        return self.form.cleaned_data.get("on") or clock.today()

    def filter_queryset(self, queryset: Any) -> Any:
        """Keep the partnerships of the kind that were in being on the day."""
        return in_being(super().filter_queryset(queryset), on=self.day)


def _name(partnership: Partnership) -> Any:
    return link(partnership.get_absolute_url(), partnership.name)


class GapList(RegisterList):
    """Each partnership, and whether each organisation sits on it."""

    filterset = GapFilter
    order = "partnership"
    noun = ("partnership", "partnerships")
    caption = "Membership gaps"
    empty = "No partnership that you may see was in being on that day."
    columns: ClassVar[Any] = (Column("Partnership", "name", sort="name", cell=_name),)

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset)
        compared = self.compared
        if not self.is_file:
            compared = compared[:MOST_COLUMNS]
        self.columns = [  # type: ignore[misc]
            *type(self).columns,
            *(self._column(organisation) for organisation in compared),
            *(self._sectors() if self.is_file else ()),
        ]

    @property
    def is_file(self) -> bool:
        """Whether the list leaves as a file."""
        return bool(self.query.get(EXPORT))

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What the filters ask for, without what could not be understood."""
        if self.filters is None:
            return {}
        self.filters.form.full_clean()
        return dict(self.filters.form.cleaned_data)

    @cached_property
    def day(self) -> date:
        """The day whose seats are compared."""
        return self.asked.get("on") or clock.today()

    @cached_property
    def gaps(self) -> Gaps:
        """Who sits where, of all the partnerships shown."""
        filters = self.filters
        return Gaps([] if filters is None else filters.qs.order_by("name", "pk"), on=self.day)

    @cached_property
    def compared(self) -> list[Organisation]:
        """The organisations compared, by name."""
        chosen = list(self.asked.get("organisation") or ())
        return chosen or self.gaps.organisations(self.asked.get("shown") or Shown.SOME)

    @property
    def left_out(self) -> int:
        """How many organisations the page has no room for."""
        return max(len(self.compared) - MOST_COLUMNS, 0)

    def _column(self, organisation: Organisation) -> Column:
        def seat(row: Any) -> Seat:
            return self.gaps.seat(row.pk, organisation.pk)

        return Column(
            organisation.name,
            lambda row: str(seat(row)),
            key=f"organisation-{organisation.pk}",
            cell=lambda row: tag(str(seat(row)), COLOURS[seat(row)]),
        )

    def _sectors(self) -> list[Column]:
        def column(sector: str, label: str) -> Column:
            return Column(
                f"Sector: {label}",
                lambda row: "Yes" if self.gaps.has_sector(row.pk, sector) else "No",
                key=f"sector-{sector}",
            )

        return [column(sector, str(label)) for sector, label in Organisation.Sector.choices]
