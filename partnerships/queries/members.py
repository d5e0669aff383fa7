"""Who sits on a partnership and its bodies, and which sectors do they come from?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, CharField, QuerySet, Value, When

from partnerships.models import Membership, Organisation

NOW, FORMER, TO_COME = "now", "former", "to-come"
STANDINGS = [(NOW, "Member now"), (FORMER, "Former member"), (TO_COME, "Joins later")]


@dataclass(slots=True)
class Member:
    """One organisation with every seat it holds."""

    organisation: Organisation
    seats: list[Membership] = field(default_factory=list)


def with_standing(memberships: QuerySet[Any], *, on: date) -> QuerySet[Any]:
    """Return memberships with `standing` as on a day, and with what is shown of each."""
    standing = Case(
        When(end__lt=on, then=Value(FORMER)),
        When(start__gt=on, then=Value(TO_COME)),
        default=Value(NOW),
        output_field=CharField(),
    )
    return memberships.select_related("organisation", "body", "post", "partnership").annotate(
        standing=standing
    )


def by_organisation(memberships: Iterable[Membership]) -> list[Member]:
    """Return the members by organisation, each once, in the order of their names."""
    members: dict[int, Member] = {}
    for seat in memberships:
        member = members.setdefault(seat.organisation_id, Member(seat.organisation))
        member.seats.append(seat)
    return sorted(members.values(), key=lambda member: member.organisation.name.casefold())


def sectors(members: Iterable[Member]) -> list[tuple[str, int]]:
    """Return how many member organisations come from each sector; none is said as 0."""
    counts = dict.fromkeys(Organisation.Sector.values, 0)
    for member in members:
        counts[member.organisation.sector] += 1
    labels = dict(Organisation.Sector.choices)
    return [(str(labels[sector]), count) for sector, count in counts.items()]
