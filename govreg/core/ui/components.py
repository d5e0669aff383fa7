"""What do the pages' components need to be told?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One line of a summary list; `change_url` adds a link that changes it."""

    label: str
    value: Any
    change_url: str = ""
    change_label: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One field's value before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did what and when, which fields it changed, and why."""

    who: str
    when: datetime
    what: str
    changes: Sequence[Change] = field(default_factory=tuple)
    because: str = ""


def summary_rows(rows: Iterable[Any]) -> list[SummaryRow]:
    """Return the rows of a summary list, which may be given as plain tuples too."""
    return [row if isinstance(row, SummaryRow) else SummaryRow(*row) for row in rows]
