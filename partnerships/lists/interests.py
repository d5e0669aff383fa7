"""What does a person scan in the list of a partnership's declared interests?"""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Interest
from partnerships.queries.interests import EXEMPT

HANDLING = dict(Interest.Handling.choices)
PUBLICATION = [("open", "Open"), ("exempt", "Exempt")]


class InterestFilter(RegisterFilterSet):
    """Words, how it is handled, whether it is exempt, and the day on which it holds."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    handling = django_filters.ChoiceFilter(
        label="How it is handled", field_name="told_handling", choices=Interest.Handling.choices
    )
    publication = django_filters.ChoiceFilter(
        label="Publication", choices=PUBLICATION, method="by_publication"
    )
    on = django_filters.DateFilter(label="Holds on", method="holding")

    class Meta:
        model = Interest
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the organisation's name and in what the reader may read."""
        named = Q(membership__organisation__name__icontains=value)
        return queryset.filter(named | Q(told__icontains=value))

    def by_publication(self, queryset: Any, name: str, value: str) -> Any:
        """Keep those that are exempt, or those that are not."""
        return queryset.filter(exempt=value == "exempt")

    def holding(self, queryset: Any, name: str, value: date) -> Any:
        """Keep those that hold on a day."""
        begun = Q(start=None) | Q(start__lte=value)
        return queryset.filter(begun, Q(end=None) | Q(end__gte=value))


def _who(interest: Any) -> Any:
    name = interest.membership.organisation.name
    return link(interest.get_absolute_url(), name) if interest.is_readable else name


def _publication(interest: Any) -> Any:
    return tag("Exempt", "orange") if interest.exempt else "Open"


def _ground(interest: Any) -> str:
    return f"Exempt, paragraph {interest.exempt_paragraph}" if interest.exempt else "Open"


class InterestList(RegisterList):
    """Every declared interest, the latest first; of exempt ones only that they are."""

    columns = [
        Column(
            "Declared by",
            "membership.organisation.name",
            sort="membership__organisation__name",
            cell=_who,
        ),
        Column("Seat", lambda i: i.membership.represented_by, missing="Not stated"),
        Column(
            "Body", "membership.body.name", sort="membership__body__name", missing="The partnership"
        ),
        Column("Declared on", "declared_on", sort="declared_on"),
        Column("The interest", lambda i: i.told if i.is_readable else EXEMPT, sort="told"),
        Column(
            "How it is handled",
            lambda i: HANDLING.get(i.told_handling, EXEMPT),
            sort="told_handling",
        ),
        Column("From", "start", sort="start", missing="Not stated"),
        Column("To", "end", sort="end"),
        Column("Publication", _ground, sort="exempt", cell=_publication),
    ]
    filterset = InterestFilter
    order = "-declared-on"
    noun = ("interest", "interests")
    caption = "Declared interests"
    empty = (
        "The conflicts of interest that members declare stand here, with how each is handled. None "
        "has been recorded yet."
    )
