"""Which columns has a sheet, and what may stand in each?

A sheet is described once, for the file that leaves and the file that comes back. Columns are known
by their headings, never by their places.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    LONG_TEXT = "long text"
    DATE = "date"
    TIME = "time"
    MONEY = "amount in pounds"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "yes or no"
    CHOICE = "one of a few"
    NAME = "the name of a record"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in the program, its heading, and what may stand under it.

    `choices` are values with the words that a person types for them. `empty` is what an empty cell
    means. `write` makes the words of a value of a NAME column.
    """

    key: str
    heading: str
    kind: Kind = Kind.TEXT
    required: bool = False
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    most: int = 200
    empty: Any = None
    write: Callable[[Any], str] = str


REFERENCE = Column(
    "reference",
    "Reference",
    Kind.WHOLE,
    help="The register’s number for the row. Leave it as it is, and empty for a new row",
)
#: The same, in a sheet to which no row can be added.
FIXED_REFERENCE = replace(REFERENCE, help="The register’s number for the row. Leave it as it is")
VERSION = Column(
    "version",
    "Version",
    Kind.WHOLE,
    help="Tells whether somebody changed the row since. Leave it as it is",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name in an address, its title, what one row is called, and its columns."""

    key: str
    title: str
    noun: tuple[str, str]
    own: tuple[Column, ...]
    takes_new_rows: bool = True

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column in its order: what tells the row, then what it says."""
        return (REFERENCE if self.takes_new_rows else FIXED_REFERENCE, VERSION, *self.own)

    def headings(self) -> list[str]:
        """Return the first row of the file."""
        return [column.heading for column in self.columns]

    def column(self, key: str) -> Column:
        """Return a column by its key. Raises KeyError where there is none."""
        return next(c for c in self.columns if c.key == key)

    def guidance(self) -> list[list[str]]:
        """Return a table that explains the columns, for a second sheet of the same file."""
        rows = [["Column", "Must be filled in", "What it holds", "Help"]]
        for column in self.columns:
            holds = ", ".join(column.choices.values()) or column.kind.value
            rows.append([column.heading, "Yes" if column.required else "No", holds, column.help])
        return rows
