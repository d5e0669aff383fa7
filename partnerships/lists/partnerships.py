"""What does a person scan in the list of partnerships?"""

from typing import Any

import django_filters
from django.http import HttpRequest

from govreg.core.search import index
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Partnership

STATUS_COLOURS = {
    Partnership.Status.PROPOSED: "blue",
    Partnership.Status.ACTIVE: "green",
    Partnership.Status.UNDER_REVIEW: "yellow",
    Partnership.Status.WINDING_DOWN: "orange",
    Partnership.Status.CLOSED: "grey",
}


def umbrellas(request: HttpRequest) -> Any:
    """Return the partnerships under which the reader sees others."""
    seen = Partnership.objects.visible_to(request.user)
    return seen.filter(pk__in=seen.exclude(parent=None).order_by().values("parent"))


class PartnershipFilter(RegisterFilterSet):
    """Words, kind, status and umbrella."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    kind = django_filters.ChoiceFilter(label="Kind", choices=Partnership.Kind.choices)
    status = django_filters.ChoiceFilter(label="Status", choices=Partnership.Status.choices)
    umbrella = RecordFilter(
        label="Umbrella", field_name="parent", records=umbrellas, named_by="name"
    )

    class Meta:
        model = Partnership
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in names, other names, purpose and area."""
        return index.having_words(queryset, value)


class PartnershipList(RegisterList):
    """Every partnership, one a line."""

    columns = [
        Column("Name", "name", sort="name", cell=lambda p: link(p.get_absolute_url(), p.name)),
        Column("Kind", lambda p: p.get_kind_display(), sort="kind"),
        Column(
            "Status",
            lambda p: p.get_status_display(),
            sort="status",
            cell=lambda p: tag(p.get_status_display(), STATUS_COLOURS[p.status]),
        ),
        Column("Umbrella", "parent.name", sort="parent__name", missing="None stated"),
        Column("Lead", "lead.title", sort="lead__title", missing="No lead named"),
        Column("Bodies", "body_count", sort="body_count", numeric=True),
        Column("Members", "member_count", sort="member_count", numeric=True),
    ]
    filterset = PartnershipFilter
    order = "name"
    noun = ("partnership", "partnerships")
    caption = "Partnerships"
    empty = (
        "The partnerships of the council stand here, with their bodies and members. None that "
        "you may see has been recorded yet."
    )
