"""Which kind of chair does a body have on a day, and how may the choice be read?"""

from dataclasses import dataclass
from datetime import date

from partnerships.chair_types import MEASURES, ChairType, chair_type
from partnerships.models import Body, Chair


@dataclass(frozen=True, slots=True)
class ChairShown:
    """A chair with both readings of the choice, and what balances it."""

    chair: Chair
    kind: ChairType
    measures: list[str]


@dataclass(frozen=True, slots=True)
class Chairs:
    """The chair of the day, and those of other times."""

    now: ChairShown | None
    others: list[ChairShown]


def chairs_of(body: Body, *, on: date) -> Chairs:
    """Return the chair that a body has on a day and its others, in one query."""
    listed = [shown(chair) for chair in Chair.objects.filter(body=body).order_by("-start", "-pk")]
    now = next((one for one in listed if one.chair.start <= on), None)
    for one in listed:
        one.chair.body = body
    return Chairs(now, [one for one in listed if one is not now])


def shown(chair: Chair) -> ChairShown:
    """Return a chair with its readings and its balancing measures in words."""
    measures = [m.words for m in MEASURES if getattr(chair, m.field)]
    return ChairShown(chair, chair_type(chair.kind), measures)
