"""Which changes of a long history stand on one page?"""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from .models import ChangedRow, ChangeSet

#: Nobody reads so far; a number without end in an address would only keep the database busy.
LAST_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Portion:
    """One page of change sets, the latest first, and whether there are earlier ones."""

    number: int
    sets: list[ChangeSet]
    has_next: bool

    @classmethod
    def asked_for(cls, typed: str, sets: QuerySet[ChangeSet], a_page: int) -> "Portion":
        """Return the page with the number that an address gives; nonsense is the first."""
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
        number = min(max(number, 1), LAST_PAGE)
        start = (number - 1) * a_page
        found = list(sets[start : start + a_page + 1])
        return cls(number=number, sets=found[:a_page], has_next=len(found) > a_page)

    def rows_of(self, rows: QuerySet[ChangedRow]) -> QuerySet[Any]:
        """Return those of the rows that the change sets of this page wrote."""
        return rows.filter(change_set__in=self.sets).order_by("pk")

    @property
    def previous(self) -> int | None:
        """The number of the page with later changes."""
        return self.number - 1 if self.number > 1 else None

    @property
    def following(self) -> int | None:
        """The number of the page with earlier changes."""
        return self.number + 1 if self.has_next else None
