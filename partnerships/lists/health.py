"""What does a partnerships officer scan to see where governance is thin?"""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

import django_filters
from django.core.exceptions import ValidationError
from django.core.paginator import Page
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property

from govreg.core import clock
from govreg.core.days import DAY_TO_COME, NOT_A_DAY, day_meant
from govreg.core.history.moments import Moment
from govreg.core.ui.forms import DateField
from govreg.core.ui.forms.widgets import BOXES, DateBoxes
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Partnership
from partnerships.queries.health import State, health_on, points

STATES = [(state.value, state.label) for state in State]


class PastDayField(DateField):
    """A day on which things stood: today or one that is past."""

    def clean(self, value: Any) -> date | None:
        """Refuse a day of which nothing is known yet, and words that are no day."""
        boxes = DateBoxes().format_value(value)
        if boxes["day"] and not boxes["day"].isdigit() and not boxes["month"]:
            raise ValidationError(NOT_A_DAY.format(typed=boxes["day"][:40]), code="not-a-day")
        day = super().clean(value)
        if day is not None and day > clock.today():
            raise ValidationError(DAY_TO_COME, code="to-come")
        return day


class PastDayFilter(django_filters.DateFilter):
    """Rows as they stood on a day."""

    field_class = PastDayField


class HealthFilter(RegisterFilterSet):
    """By name, kind, status, significance, and a point with how it stands."""

    name = django_filters.CharFilter(label="Name", lookup_expr="icontains")
    kind = django_filters.ChoiceFilter(label="Kind", choices=Partnership.Kind.choices)
    significance = django_filters.ChoiceFilter(
        label="Significance", choices=Partnership.Significance.choices
    )
    point = django_filters.ChoiceFilter(
        label="Point", choices=lambda: [(p.key, p.title) for p in points()], method="by_point"
    )
    standing = django_filters.ChoiceFilter(label="Standing", choices=STATES, method="by_standing")
    on = PastDayFilter(label="As at", method="as_at")

    class Meta:
        model = Partnership
        fields: list[str] = []

    def by_point(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with a gap in a point, unless a standing is asked for as well."""
        asked = self.form.cleaned_data.get("standing")
        return self._standing_so(rows, value, asked)

    def by_standing(self, rows: Any, name: str, value: str) -> Any:
        """Keep those that stand so in some point, unless the point is asked for as well."""
        if self.form.cleaned_data.get("point"):
            return rows
        return self._standing_so(rows, "", value)

    def as_at(self, rows: Any, name: str, value: Any) -> Any:
        """Keep those that the register knew at the end of a past day."""
        known = Moment(value).rows(Partnership, id__in=list(rows.values_list("pk", flat=True)))
        return rows.filter(pk__in=[partnership.pk for partnership in known])

    @property
    def day(self) -> date:
        """The day on which the partnerships are judged: today, or the past one asked for."""
        asked: date | None = self.form.cleaned_data.get("on")
        return asked or clock.today()

    def _standing_so(self, rows: Any, point: str, asked: str) -> Any:
        judged = health_on(list(rows), self.day)

        def fits(key: str, state: State) -> bool:
            right = state == asked if asked else state.is_gap
            return right and (not point or key == point)

        kept = [
            pk
            for pk, standings in judged.items()
            if any(fits(key, standing.state) for key, standing in standings.items())
        ]
        return rows.filter(pk__in=kept)


def _column(key: str, title: str) -> Column:
    def standing(row: Any) -> Any:
        return row.health[key]

    return Column(
        title,
        lambda row: standing(row).state.label,
        key=key,
        cell=lambda row: tag(standing(row).state.label, standing(row).state.colour),
    )


class HealthList(RegisterList):
    """Every partnership and how it stands in each point of governance."""

    filterset = HealthFilter
    order = "name"
    noun = ("partnership", "partnerships")
    dense = True
    caption = "Governance of the partnerships"
    columns: ClassVar[Any] = ()

    def __init__(self, request: HttpRequest, queryset: Any) -> None:
        super().__init__(request, queryset)
        self.columns = [  # type: ignore[misc]
            Column("Name", "name", sort="name", cell=lambda p: link(p.get_absolute_url(), p.name)),
            *(_column(point.key, point.title) for point in points()),
        ]

    @cached_property
    def query(self) -> QueryDict:  # type: ignore[override]
        """The parameters of the address; `as-at` gives the day as it does on other pages."""
        query = self.request.GET.copy()
        typed = "".join(query.pop("as-at", [])[-1:]).strip()[:60]
        if typed:
            day = day_meant(typed)
            boxes = (day.day, day.month, day.year) if day else (typed, "", "")
            for box, value in zip(BOXES, boxes, strict=True):
                query[f"on_{box}"] = str(value)
        return query

    @property
    def empty(self) -> str:  # type: ignore[override]
        """Why there is nothing to show."""
        if self.asks_for_no_day:
            return "Nothing is shown until the day is one of which the register can tell."
        return "No partnership that you may see has been recorded yet."

    @property
    def asks_for_no_day(self) -> bool:
        """Whether the day asked for is none of which anything can be said."""
        return self.filters is not None and "on" in self.filters.form.errors

    @cached_property
    def day(self) -> date:
        """The day on which the partnerships are judged."""
        asked = self.filters
        return asked.day if isinstance(asked, HealthFilter) and asked.is_valid() else clock.today()

    @cached_property
    def page(self) -> Page[Any]:
        """The page asked for, with the standing of its partnerships alone."""
        page = super().page
        page.object_list = self._judged(list(page.object_list))
        return page

    def export_rows(self) -> Iterator[list[Any]]:
        """Give the standing and the reason of each point, of every partnership."""
        for row in self._judged(list(self.rows)):
            yield [row.name, *(self._said(row.health[point.key]) for point in points())]

    @staticmethod
    def _said(standing: Any) -> str:
        return f"{standing.state.label}: {standing.reason}"

    def _judged(self, rows: list[Any]) -> list[Any]:
        judged = health_on(rows, self.day)
        for row in rows:
            row.health = judged[row.pk]
        return rows
