"""What does a person scan in the list of resource maps?"""

from typing import Any

import django_filters
from django.db.models import Q

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import ResourceMap


class ResourceMapFilter(RegisterFilterSet):
    """Words, and whether it is an example."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    example = django_filters.ChoiceFilter(
        label="From",
        choices=[("no", "This area"), ("yes", "Elsewhere, as an example")],
        method="by_example",
    )

    class Meta:
        model = ResourceMap
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the title, the area and the source."""
        found = Q(title__icontains=value) | Q(area__icontains=value) | Q(source__icontains=value)
        return queryset.filter(found)

    def by_example(self, queryset: Any, name: str, value: str) -> Any:
        """Keep the examples, or what is this area's own."""
        return queryset.filter(is_example=value == "yes")


class ResourceMapList(RegisterList):
    """Every map, the area's own first."""

    columns = [
        Column("Title", "title", sort="title", cell=lambda m: link(m.get_absolute_url(), m.title)),
        Column("Area", "area", sort="area"),
        Column("Financial year", "financial_year", sort="financial_year", missing="Not stated"),
        Column("Source", "source", sort="source"),
        Column(
            "From",
            lambda m: "Example" if m.is_example else "This area",
            sort="is_example",
            cell=lambda m: tag("Example", "grey") if m.is_example else "This area",
        ),
    ]
    filterset = ResourceMapFilter
    order = "from"
    noun = ("map", "maps")
    caption = "Resource maps"
    empty = "Who spends what in the area, through partnerships and beside them, stands here."
