"""Which bodies met less or more often in twelve months than their layer is to?"""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from govreg.core.council.definitions import meetings_name
from govreg.core.council.retention import years_before
from govreg.core.council.settings import whole_number
from partnerships.models import Body, Meeting

BELOW, WITHIN, ABOVE = "below", "within", "above"


def bands(*, on: date) -> dict[str, tuple[int, int]]:
    """Return the fewest and the most meetings a year of each layer, by the settings of a day."""
    return {
        layer: (
            whole_number(meetings_name(layer, "least"), on=on),
            whole_number(meetings_name(layer, "most"), on=on),
        )
        for layer in Body.Layer.values
    }


def with_band(bodies: Any, *, on: date) -> QuerySet[Any]:
    """Return the bodies that have a layer and are in being, with what they did and were to do.

    `held` counts the meetings held in the twelve months that end with the day.
    """
    after = years_before(on, 1)
    meetings = Meeting.objects.filter(
        body=OuterRef("pk"), state=Meeting.State.HELD, day__gt=after, day__lte=on
    )
    counted = meetings.order_by().values("body").annotate(n=Count("pk")).values("n")
    known = bands(on=on)
    found: QuerySet[Any] = (
        bodies.exclude(layer="")
        .in_force(on=on)
        .select_related("partnership")
        .annotate(
            held=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
            least=_by_layer({layer: ends[0] for layer, ends in known.items()}),
            most=_by_layer({layer: ends[1] for layer, ends in known.items()}),
        )
        .annotate(
            band=Case(
                When(Q(held__lt=F("least")), then=Value(BELOW)),
                When(Q(held__gt=F("most")), then=Value(ABOVE)),
                default=Value(WITHIN),
                output_field=CharField(),
            )
        )
    )
    return found


def _by_layer(numbers: dict[str, int]) -> Any:
    cases = [When(layer=layer, then=Value(number)) for layer, number in numbers.items()]
    return Case(*cases, default=Value(0), output_field=IntegerField())
