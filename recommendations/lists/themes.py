"""What does a person scan to see which weakness of governance recurs?"""

from typing import Any

import django_filters

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link
from recommendations.models import Theme


class ThemeFilter(RegisterFilterSet):
    """By words, and those that came up in more than one review."""

    words = django_filters.CharFilter(label="Words", field_name="name", lookup_expr="icontains")
    recurs = django_filters.ChoiceFilter(
        label="Recurs", choices=[("yes", "In more than one review")], method="by_recurrence"
    )

    class Meta:
        model = Theme
        fields: list[str] = []

    def by_recurrence(self, rows: Any, name: str, value: str) -> Any:
        """Keep those that more than one review came to."""
        return rows.filter(reviews__gt=1)


def _years(theme: Any) -> str:
    if theme.first is None:
        return ""
    first, last = theme.first.year, theme.last.year
    return str(first) if first == last else f"{first} to {last}"


class ThemeList(RegisterList):
    """Every theme with how often it came up and when."""

    columns = (
        Column("Theme", "name", sort="name", cell=lambda t: link(t.get_absolute_url(), t.name)),
        Column("What belongs to it", lambda t: t.meaning, missing="Not described"),
        Column("Recommendations", lambda t: t.count, key="count", sort="count", numeric=True),
        Column("Still open", lambda t: t.open_count, sort="open_count", numeric=True),
        Column("Reviews", lambda t: t.reviews, sort="reviews", numeric=True),
        Column("Issued in", _years, sort="first", missing="Never"),
    )
    filterset = ThemeFilter
    order = "-count"
    noun = ("theme", "themes")
    caption = "Themes across reviews"
    empty = (
        "No theme is kept yet. Themes tie recommendations of different years together, so that "
        "what recurs is seen."
    )
