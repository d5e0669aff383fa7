"""Which column of a file is which column of the sheet, and what stands on each of its lines?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from .formats import Unreadable
from .sheets import REFERENCE, Sheet

Row = tuple[int, list[str]]
#: They are gone through more than once: a list, or what reads them anew each time.
Rows = Iterable[Row]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file: its line, and the text under each column that the file has."""

    number: int
    texts: dict[str, str]


@dataclass(slots=True)
class Table:
    """The rows of a file under the sheet's columns, and what of the headings is to be said."""

    rows: Rows
    places: list[tuple[int, str]]
    missing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def lines(self) -> Iterator[Line]:
        """Read the rows under the headings that hold anything in the sheet's columns."""
        rows = iter(self.rows)
        next(rows)
        for number, cells in rows:
            texts = {key: cells[at] if at < len(cells) else "" for at, key in self.places}
            if any(text.strip() for text in texts.values()):
                yield Line(number, texts)


def read_table(sheet: Sheet, rows: Rows) -> Table:
    """Put the rows of a file under the sheet's columns, by the headings on its first line.

    Raises Unreadable where a heading is there twice, or one that must be there is missing.
    """
    _first, headings = next(iter(rows))
    keys = {_folded(column.heading): column.key for column in sheet.columns}
    found = [keys.get(_folded(heading), "") for heading in headings]
    _refuse_twice(sheet, found)
    unknown = [h.strip() for h, key in zip(headings, found, strict=True) if h.strip() and not key]
    absent = [column for column in sheet.columns if column.key not in found]
    if any(column.required for column in absent):
        raise Unreadable(
            _what_is_missing(sheet, [c.heading for c in absent if c.required], unknown)
        )
    places = [(place, key) for place, key in enumerate(found) if key]
    return Table(rows, places, [column.heading for column in absent], unknown)


def has_references(table: Table) -> bool:
    """Say whether the file tells which of its rows are in the register already."""
    return REFERENCE.heading not in table.missing


def _folded(heading: str) -> str:
    return " ".join(heading.replace("'", "’").split()).casefold()


def _refuse_twice(sheet: Sheet, found: list[str]) -> None:
    twice = [key for key, times in Counter(found).items() if key and times > 1]
    if twice:
        names = ", ".join(f"“{sheet.column(key).heading}”" for key in twice)
        raise Unreadable(f"The file has more than one column {names}. Delete the one not meant.")


def _what_is_missing(sheet: Sheet, missing: list[str], unknown: list[str]) -> str:
    names = ", ".join(f"“{heading}”" for heading in missing)
    sentence = f"The first line must hold the headings. Missing: {names}."
    for heading in unknown:
        near = get_close_matches(heading, missing, n=1)
        if near:
            sentence += f" Is “{heading[:60]}” meant to be “{near[0]}”?"
    return f"{sentence} Download the sheet to see all headings of {sheet.title.lower()}."
