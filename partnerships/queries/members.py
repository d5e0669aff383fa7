"""Who sits on a partnership and its bodies, and which sectors do they come from?"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, QuerySet, Value, When

from partnerships.models import Membership, Organisation, Partnership

NOW, FORMER, TO_COME, VACANT = "now", "former", "to-come", "vacant"
STANDINGS = [
    (NOW, "Member now"),
    (VACANT, "Vacant now"),
    (FORMER, "Former member"),
    (TO_COME, "Joins later"),
]


def with_standing(memberships: QuerySet[Any], *, on: date) -> QuerySet[Any]:
    """Return memberships with `standing` as on a day, and with what is shown of each."""
    standing = Case(
        When(end__lt=on, then=Value(FORMER)),
        When(start__gt=on, then=Value(TO_COME)),
        When(is_vacant=True, then=Value(VACANT)),
        default=Value(NOW),
        output_field=CharField(),
    )
    return memberships.select_related("organisation", "body", "post", "partnership").annotate(
        standing=standing
    )


def counted_by_sector(organisations: Iterable[Organisation]) -> list[tuple[str, int]]:
    """Return how many organisations come from each sector; none is said as 0."""
    counts = Counter(organisation.sector for organisation in organisations)
    return [(str(label), counts[sector]) for sector, label in Organisation.Sector.choices]


def sectors(partnership: Partnership, *, on: date) -> list[tuple[str, int]]:
    """Return how many member organisations come from each sector; none is said as 0."""
    counts = dict.fromkeys(Organisation.Sector.values, 0)
    seats = Membership.objects.filter(partnership=partnership).in_force(on=on).held()
    sector = "organisation__sector"
    grouped = seats.order_by().values(sector).annotate(members=Count("organisation", distinct=True))
    counts.update({row[sector]: row["members"] for row in grouped})
    labels = dict(Organisation.Sector.choices)
    return [(str(labels[sector]), count) for sector, count in counts.items()]
