"""What is a column of a list, on the page and in the export?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F
from django.db.models.expressions import OrderBy
from django.utils.html import conditional_escape, escape
from django.utils.text import slugify

from ..words import is_missing, or_missing, shown

Value = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A header, where the value comes from, and how it sorts, shows and leaves.

    `value` is a dotted path ("lead.title") or a function of the row. `sort` names the database
    fields to order by ("priority__rank"), or a tuple of them; without it the column does not sort.
    `cell` makes the HTML of a cell; what it returns is escaped unless it is safe already.
    `missing` is said where there is no value. `export` gives another value to a file. `counted`
    says that `sort` is one of the list's figures. `further` columns are shown where the reader
    chooses them, in a list that lets its columns be chosen; one that is `filed` stands in a file
    all the same, which has room for it.
    """

    header: str
    value: str | Value
    key: str = ""
    sort: str | tuple[str, ...] = ()
    cell: Callable[[Any], Any] | None = None
    numeric: bool = False
    missing: str = ""
    export: Value | None = None
    counted: bool = False
    further: bool = False
    filed: bool = False
    read: Value = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", slugify(self.header))
        object.__setattr__(self, "read", _reader(self.value))

    def html(self, row: Any) -> str:
        """Return the inside of this column's cell."""
        if self.cell is not None:
            made = self.cell(row)
            return or_missing(None, self.missing) if made == "" else conditional_escape(made)
        value = self.read(row)
        if is_missing(value):
            return or_missing(None, self.missing) if self.missing else ""
        return conditional_escape(value) if hasattr(value, "__html__") else escape(shown(value))

    def exported(self, row: Any) -> Any:
        """Return the value for a file: bare, not formatted for a reader."""
        value = self.export(row) if self.export else self.read(row)
        return "" if value is None else value

    @property
    def sort_fields(self) -> tuple[str, ...]:
        """The database fields that the column is ordered by."""
        return (self.sort,) if isinstance(self.sort, str) else self.sort

    def ordering(self, *, descending: bool) -> list[OrderBy]:
        """Return the order for the database; rows without a value come last either way."""
        return [_order(name, descending=descending) for name in self.sort_fields]


def _order(name: str, *, descending: bool) -> OrderBy:
    if name.startswith("-"):
        name, descending = name[1:], not descending
    expression = F(name)
    if descending:
        return expression.desc(nulls_last=True)
    return expression.asc(nulls_last=True)


def _reader(value: str | Value) -> Value:
    if callable(value):
        return value
    get = attrgetter(value)

    def read(row: Any) -> Any:
        """Read along the path; where something on the way is not there, there is no value."""
        try:
            found = get(row)
        except (AttributeError, ObjectDoesNotExist):
            if "." not in value:
                raise
            return None
        return found() if callable(found) else found

    return read
