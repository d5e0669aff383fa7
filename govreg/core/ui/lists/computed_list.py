"""Which lines of a list that is worked out, not read from one table, and in what order?"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from django.utils.functional import cached_property

from .register_list import RegisterList


class ComputedList(RegisterList, ABC):
    """A list whose lines are put together from records, few enough to be held at once.

    `lines` gives them in the order of their names; that order stays where the column that the list
    is ordered by says the same of two. `sort` of a column names an attribute of a line.
    """

    @abstractmethod
    def lines(self) -> Sequence[Any]:
        """Return every line that the filters let through."""

    @staticmethod
    def value_of(line: Any, name: str) -> Any:
        """Return what a line is ordered by; None where it has nothing, which comes last."""
        return attrgetter(name)(line)

    @cached_property
    def rows(self) -> Any:
        """Every line, in order."""
        found = list(self.lines())
        column, descending = self.sorted_by
        for name in reversed(column.sort_fields if column else ()):
            down = descending ^ name.startswith("-")
            plain = name.removeprefix("-")
            valued = [(self.value_of(line, plain), line) for line in found]
            said = [(_sortable(value), line) for value, line in valued if value is not None]
            said.sort(key=itemgetter(0), reverse=down)
            unsaid = [line for value, line in valued if value is None]
            found = [line for _key, line in said] + unsaid
        return found

    def export_rows(self) -> Iterator[list[Any]]:
        """Give the values of every line on every page."""
        columns = self.filed_columns
        for line in self.rows:
            yield [column.exported(line) for column in columns]


def _sortable(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
