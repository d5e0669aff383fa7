"""Which fields of a written row tell a reader something that the entry does not say already?"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from govreg.core.accounts.models import User

from .models.changes import ChangedRow

NEVER = {"id", "version"}
PLACES = {"position"}
"""A new record's place in a list says nothing; a changed one does."""


class Beside:
    """The records that one change set writes, and so shows beside one another."""

    def __init__(self, rows: Iterable[ChangedRow]) -> None:
        """Take the rows of the change set that are read together."""
        written = {(row.model, row.object_id) for row in rows}
        alone = Counter(model for model, _key in written)
        self._shown = {(model, key) for model, key in written if alone[model] == 1}

    def shows(self, column: Any, key: Any) -> bool:
        """Say whether the record that a relation names is shown beside, and no other of its kind.

        "Update: Progress update" under a file that came with the update would only puzzle.
        """
        return (column.related_model._meta.label_lower, key) in self._shown


def is_read(column: Any, model: Any) -> bool:
    """Say whether a column is ever read out: not where it only repeats another one."""
    return column.name not in NEVER and column.name not in model.history_repeats


def is_news(column: Any, row: Any, *, name: str, words: str, beside: Beside) -> bool:
    """Say whether a field of a new record adds to its name, its author and what stands beside."""
    if column.name in PLACES or words == name:
        return False
    if not column.is_relation:
        return True
    key = getattr(row, column.attname)
    author = column.related_model is User and key == row.history_user_id
    return not author and not beside.shows(column, key)
