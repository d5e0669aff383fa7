"""What does a person scan to see which partnerships are not aligned with a strategy?"""

from datetime import date
from typing import Any, ClassVar

import django_filters
from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.functional import cached_property

from govreg.core import clock
from govreg.core.history.moments import Moment
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Partnership
from partnerships.models.alignment import is_aligned
from partnerships.queries.alignment import themes_contributed_to
from partnerships.queries.health import NOT_AT_WORK

NOT_ALIGNED, ALIGNED, ALL = "", "aligned", "all"
STANDINGS = [(NOT_ALIGNED, "Not aligned"), (ALIGNED, "Aligned"), (ALL, "All")]


class AlignmentFilter(RegisterFilterSet):
    """Name, kind, how it stands, and the day; at first those that are not aligned today."""

    name = django_filters.CharFilter(label="Name", lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label="Kind", choices=Partnership.Kind.choices)
    standing = django_filters.ChoiceFilter(
        label="Standing", choices=STANDINGS, empty_label=None, method="as_it_is"
    )
    on = django_filters.DateFilter(label="As at", method="as_it_is")

    class Meta:
        model = Partnership
        fields: list[str] = []

    def as_it_is(self, rows: Any, name: str, value: Any) -> Any:
        """Leave it to `filter_queryset`: nothing chosen means those that are not aligned."""
        return rows

    @property
    def day(self) -> date:
        """The day on which they are judged."""
        asked: date | None = self.form.cleaned_data.get("on")
        return min(asked, clock.today()) if asked else clock.today()

    def filter_queryset(self, queryset: Any) -> Any:
        """Keep what is asked for."""
        rows = super().filter_queryset(queryset).annotate(aligned=is_aligned(on=self.day))
        moment = Moment(self.day)
        if moment.is_past:
            known = moment.rows(Partnership, id__in=list(rows.values_list("pk", flat=True)))
            rows = rows.filter(pk__in=[p.pk for p in known if p.status not in NOT_AT_WORK])
        standing = self.form.cleaned_data.get("standing")
        if standing == ALL:
            return rows
        return rows.filter(aligned=standing == ALIGNED)


def standing_of(partnership: Any) -> tuple[str, str]:
    """Return how a partnership stands, in a word and a colour."""
    return ("Aligned", "green") if partnership.aligned else ("Not aligned", "orange")


class AlignmentList(RegisterList):
    """Partnerships at work, by whether they state a contribution to a theme."""

    filterset = AlignmentFilter
    order = "name"
    noun = ("partnership", "partnerships")
    caption = "Alignment of the partnerships"
    empty = "Every partnership at work states its contribution to a strategy in force."
    columns: ClassVar[Any] = (
        Column(
            "Name",
            "name",
            sort="name",
            cell=lambda p: link(f"{p.get_absolute_url()}alignment/", p.name),
        ),
        Column("Kind", lambda p: p.get_kind_display(), sort="kind"),
        Column("Lead officer", "lead.title", sort="lead__title", missing="Not stated"),
        Column(
            "Standing",
            lambda p: standing_of(p)[0],
            sort="aligned",
            cell=lambda p: tag(*standing_of(p)),
        ),
        Column("Themes", "themes", numeric=True),
    )

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset.annotate(aligned=is_aligned(on=clock.today())))

    @cached_property
    def day(self) -> date:
        """The day on which they are judged."""
        asked = self.filters
        known = isinstance(asked, AlignmentFilter) and asked.is_valid()
        return asked.day if known else clock.today()  # type: ignore[union-attr]

    @cached_property
    def page(self) -> Page[Any]:
        """The page asked for, with the themes of its partnerships counted."""
        page = super().page
        page.object_list = self._counted(list(page.object_list))
        return page

    def export_rows(self) -> Any:
        """Give every row with its themes counted."""
        for row in self._counted(list(self.rows)):
            yield [column.exported(row) for column in self.columns]

    def _counted(self, rows: list[Any]) -> list[Any]:
        counted = themes_contributed_to(rows, on=self.day)
        for row in rows:
            row.themes = counted[row.pk]
        return rows
