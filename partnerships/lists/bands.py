"""What does a person scan in the list of bodies that met too seldom or too often?"""

from typing import Any

import django_filters
from django.http import HttpRequest

from govreg.core import clock
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Body, Partnership
from partnerships.queries.bands import ABOVE, BELOW, WITHIN, with_band

ALL = "all"
WORDS = {BELOW: "Too seldom", WITHIN: "Within", ABOVE: "Too often"}
COLOURS = {BELOW: "orange", WITHIN: "green", ABOVE: "blue"}


def partnerships(request: HttpRequest) -> Any:
    """Return the partnerships that the reader may see."""
    return Partnership.objects.visible_to(request.user)


class BandFilter(RegisterFilterSet):
    """The day, the partnership, the layer, and whether those within their band are shown too."""

    on = django_filters.DateFilter(label="Twelve months to", method="as_it_is")
    partnership = RecordFilter(
        label="Partnership", records=partnerships, named_by="name", field_name="partnership"
    )
    layer = django_filters.ChoiceFilter(label="Layer", choices=Body.Layer.choices)
    shown = django_filters.ChoiceFilter(
        label="Meetings",
        choices=[
            ("", "Outside the band"),
            (BELOW, WORDS[BELOW]),
            (ABOVE, WORDS[ABOVE]),
            (ALL, "All bodies with a layer"),
        ],
        empty_label=None,
        method="as_it_is",
    )

    class Meta:
        model = Body
        fields: list[str] = []

    def as_it_is(self, queryset: Any, name: str, value: Any) -> Any:
        """Leave it to `filter_queryset`, which counts first."""
        return queryset

    def filter_queryset(self, queryset: Any) -> Any:
        """Count the meetings up to the day asked for, then keep what is asked for."""
        asked = self.form.cleaned_data
        counted = with_band(queryset, on=asked.get("on") or clock.today())
        found = super().filter_queryset(counted)
        shown = asked.get("shown")
        if shown in (BELOW, ABOVE):
            return found.filter(band=shown)
        return found if shown == ALL else found.exclude(band=WITHIN)


class BandList(RegisterList):
    """The bodies whose meetings in twelve months fall outside the band of their layer."""

    columns = [
        Column("Body", "name", sort="name", cell=lambda b: link(b.get_absolute_url(), b.name)),
        Column("Partnership", "partnership.name", sort="partnership__name"),
        Column("Layer", lambda b: b.get_layer_display(), sort="layer"),
        Column("Meetings held", "held", sort="held", numeric=True),
        Column("Expected a year", lambda b: f"{b.least} to {b.most}", sort=("least", "most")),
        Column(
            "Standing",
            lambda b: WORDS[b.band],
            sort="band",
            cell=lambda b: tag(WORDS[b.band], COLOURS[b.band]),
        ),
        Column("In being from", "start", sort="start", missing="Not stated"),
    ]
    filterset = BandFilter
    order = "partnership"
    noun = ("body", "bodies")
    caption = "How often bodies meet"
    empty = "Every body met as often in these twelve months as its layer is to."
