"""What do the pages' components need to be told?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One line of a summary list; `change_url` adds a link that changes it."""

    label: str
    value: Any
    change_url: str = ""
    change_label: str = ""


def summary_rows(rows: Iterable[Any]) -> list[SummaryRow]:
    """Return the rows of a summary list, which may be given as plain tuples too."""
    return [row if isinstance(row, SummaryRow) else SummaryRow(*row) for row in rows]
