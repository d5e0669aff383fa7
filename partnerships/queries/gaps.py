"""Which partnerships lack which organisations and which sectors, on any day?

The day is that of the seats: what the register knows today of who sat where on it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from partnerships.models import Membership, Organisation, Partnership


class Seat(StrEnum):
    """Whether an organisation sits on a partnership."""

    YES = "Yes"
    VACANT = "Vacant"
    NO = "No"


class Shown(StrEnum):
    """Which organisations are compared where none is chosen."""

    SOME = "some"
    EVERY = "every"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class SectorCover:
    """On how many partnerships a sector sits, and on which it does not."""

    sector: str
    label: str
    covered: int
    of: int
    missing: list[Partnership]


class Gaps:
    """Who sits on which of some partnerships on a day; one query for the seats."""

    def __init__(self, partnerships: Iterable[Partnership], *, on: date) -> None:
        self.partnerships = list(partnerships)
        self.on = on
        self._held: dict[int, set[int]] = defaultdict(set)
        self._vacant: dict[int, set[int]] = defaultdict(set)
        self._sectors: dict[str, set[int]] = defaultdict(set)
        keys = [partnership.pk for partnership in self.partnerships]
        seats = Membership.objects.in_force(on=on).filter(partnership__in=keys).order_by()
        columns = ("partnership", "organisation", "organisation__sector", "is_vacant")
        for partnership, organisation, sector, is_vacant in seats.values_list(*columns).distinct():
            kept = self._vacant if is_vacant else self._held
            kept[organisation].add(partnership)
            if not is_vacant:
                self._sectors[sector].add(partnership)

    def seat(self, partnership: int, organisation: int) -> Seat:
        """Say whether an organisation sits on a partnership, both given by their keys."""
        if partnership in self._held[organisation]:
            return Seat.YES
        return Seat.VACANT if partnership in self._vacant[organisation] else Seat.NO

    def organisations(self, shown: str = Shown.ALL) -> list[Organisation]:
        """Return members of any of the partnerships, of every one, or of some and not of all."""
        all_of_them = len(self.partnerships)
        wanted = {
            Shown.SOME: lambda held: held < all_of_them,
            Shown.EVERY: lambda held: held == all_of_them,
            Shown.ALL: lambda held: True,
        }[Shown(shown)]
        keys = {*self._held, *self._vacant}
        chosen = [key for key in keys if wanted(len(self._held.get(key, ())))]
        return list(Organisation.objects.filter(pk__in=chosen).order_by("name", "pk"))

    def sectors(self) -> list[SectorCover]:
        """Return each sector with how many of the partnerships have a member from it."""
        return [
            SectorCover(
                sector,
                str(label),
                len(self._sectors[sector]),
                len(self.partnerships),
                [p for p in self.partnerships if p.pk not in self._sectors[sector]],
            )
            for sector, label in Organisation.Sector.choices
        ]

    def has_sector(self, partnership: int, sector: str) -> bool:
        """Say whether a partnership has a member from a sector."""
        return partnership in self._sectors[sector]


def in_being(partnerships: QuerySet[Any], *, on: date) -> QuerySet[Any]:
    """Leave out the partnerships that are only proposed, and those that had ended by a day."""
    lasts = Q(ended_on=None) | Q(ended_on__gte=on)
    begun = Q(established_on=None) | Q(established_on__lte=on)
    return partnerships.filter(lasts, begun).exclude(status=Partnership.Status.PROPOSED)


def members_anywhere(user: Any) -> QuerySet[Organisation]:
    """Return the organisations that sit, or sat, on a partnership that the user may see."""
    seats: Collection[Any] = Membership.objects.visible_to(user).order_by().values("organisation")
    found: QuerySet[Organisation] = Organisation.objects.current().filter(pk__in=seats)
    return found
