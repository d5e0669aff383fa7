"""What does a person scan in the engagement log of a partnership?"""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Engagement


class EngagementFilter(RegisterFilterSet):
    """Words, method and period."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    method = django_filters.ChoiceFilter(label="Method", choices=Engagement.Method.choices)
    after = django_filters.DateFilter(label="From", method="since")
    before = django_filters.DateFilter(label="To", method="until")

    class Meta:
        model = Engagement
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in who was engaged, on what, and what came of it."""
        columns = ("audience", "subject", "learnt", "changed")
        found = Q()
        for column in columns:
            found |= Q(**{f"{column}__icontains": value})
        return queryset.filter(found)

    def since(self, queryset: Any, name: str, value: date) -> Any:
        """Keep what was on a day or after it; what has no day is left out."""
        return queryset.filter(day__gte=value)

    def until(self, queryset: Any, name: str, value: date) -> Any:
        """Keep what was on a day or before it; what has no day is left out."""
        return queryset.filter(day__lte=value)


def _standing(entry: Any) -> str:
    return "Withdrawn" if entry.is_withdrawn else "Stands"


class EngagementList(RegisterList):
    """Every entry of the log, the latest first."""

    columns = [
        Column("On what", "subject", sort="subject", cell=lambda e: link(e.get_absolute_url(), e)),
        Column("When", "when", sort=("day", "when_in_words")),
        Column("Who was engaged", "audience", sort="audience"),
        Column("Method", lambda e: e.get_method_display(), sort="method"),
        Column("Took part", "took_part", sort="took_part", numeric=True, missing="Not counted"),
        Column("What was learnt", "learnt", missing="Not recorded"),
        Column("What changed", "changed", missing="Not recorded"),
        Column(
            "Standing",
            _standing,
            cell=lambda e: tag(_standing(e), "grey" if e.is_withdrawn else "green"),
        ),
    ]
    filterset = EngagementFilter
    order = "-when"
    noun = ("entry", "entries")
    caption = "Engagement log"
    empty = (
        "Whom the partnership engaged, how, what was learnt and what changed stands here. Nothing "
        "has been logged yet: begin with the last survey, consultation or event."
    )
