"""What has a partnership arranged to give account, and how many complaints were there?"""

from dataclasses import dataclass

from django.db.models import Count, Q

from partnerships.models import AccountabilityTable, Complaint, Partnership
from partnerships.models.accountability import ELEMENTS, LAYERS


@dataclass(frozen=True, slots=True)
class Arranged:
    """The nine cells: one row for each element, with each layer and the words there."""

    layers: list[str]
    rows: list[tuple[str, list[tuple[str, str]]]]
    gaps: int


def table_of(partnership: Partnership) -> Arranged:
    """Return the nine cells of a partnership; what is not arranged is empty."""
    table = AccountabilityTable.objects.filter(partnership=partnership).first()
    stated = table or AccountabilityTable()
    rows = [
        (title, [(name, getattr(stated, f"{element}_{layer}")) for layer, name in LAYERS.items()])
        for element, title in ELEMENTS.items()
    ]
    gaps = sum(not words for _title, cells in rows for _layer, words in cells)
    return Arranged(list(LAYERS.values()), rows, gaps)


def complaints_of(partnership: Partnership) -> dict[str, int]:
    """Return how many complaints there were, and how many of them are open."""
    found: dict[str, int] = Complaint.objects.filter(partnership=partnership).aggregate(
        all=Count("pk"), open=Count("pk", filter=Q(closed_on=None))
    )
    return found
