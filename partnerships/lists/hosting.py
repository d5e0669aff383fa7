"""What does a person scan in the list of hosting agreements?"""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest

from govreg.core.search import index
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import HostingAgreement, Organisation, Partnership
from partnerships.queries.hosting import COLOURS
from partnerships.rules.hosting import DUTIES


def partnerships(request: HttpRequest) -> Any:
    """Return the partnerships that the reader may see."""
    return Partnership.objects.visible_to(request.user)


def hosts(request: HttpRequest) -> Any:
    """Return the organisations that host something which the reader sees."""
    seen = HostingAgreement.objects.visible_to(request.user).order_by()
    return Organisation.objects.filter(pk__in=seen.values("host"))


class HostingFilter(RegisterFilterSet):
    """Words, partnership, lead body and state."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    partnership = RecordFilter(
        label="Partnership", records=partnerships, named_by="name", field_name="partnership"
    )
    host = RecordFilter(label="Lead body", records=hosts, named_by="name", field_name="host")
    state = django_filters.ChoiceFilter(label="Standing", choices=HostingAgreement.State.choices)

    class Meta:
        model = HostingAgreement
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the priority, the partnership and the supporters in words."""
        return index.having_words(queryset, value)


def duties_met(agreement: HostingAgreement) -> str:
    """Return how many of the host's duties are met."""
    return f"{sum(getattr(agreement, duty) == 'yes' for duty in DUTIES)} of {len(DUTIES)}"


class HostingList(RegisterList):
    """Every hosting agreement, by priority."""

    columns = [
        Column(
            "Priority",
            "priority",
            sort="priority",
            cell=lambda a: link(a.get_absolute_url(), a.priority),
        ),
        Column("Lead body", "host.name", sort="host__name"),
        Column("Partnership", "partnership.name", sort="partnership__name"),
        Column(
            "Standing",
            lambda a: a.get_state_display(),
            sort="state",
            cell=lambda a: tag(a.get_state_display(), COLOURS[a.state]),
        ),
        Column("Duties met", duties_met),
        Column("In force from", "start", sort="start", missing="Not in force"),
        Column("Monitored by", "monitored_by.name", sort="monitored_by__name", missing="Nobody"),
    ]
    filterset = HostingFilter
    order = "priority"
    noun = ("agreement", "agreements")
    caption = "Hosting agreements"
    empty = (
        "The priorities that one partner hosts for several stand here. Draw up the first agreement "
        "from the page of its partnership."
    )

    @staticmethod
    def with_figures(rows: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch with each agreement what its line names."""
        return rows.select_related("partnership", "host", "monitored_by")


class OfPartnershipFilter(RegisterFilterSet):
    """The state alone: one partnership has few."""

    state = django_filters.ChoiceFilter(label="Standing", choices=HostingAgreement.State.choices)

    class Meta:
        model = HostingAgreement
        fields: list[str] = []


class PartnershipHostingList(HostingList):
    """The agreements of one partnership."""

    columns = [column for column in HostingList.columns if column.header != "Partnership"]
    filterset = OfPartnershipFilter
    empty = "No hosting agreement has been recorded."
