"""Which column of a file is which column of the sheet, and what stands on each of its lines?"""

from collections import Counter
from dataclasses import dataclass, field
from difflib import get_close_matches

from .formats import Unreadable
from .sheets import REFERENCE, Sheet

Rows = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file: its line, and the text under each column that the file has."""

    number: int
    texts: dict[str, str]


@dataclass(slots=True)
class Table:
    """The rows of a file under the sheet's columns, and what of the headings is to be said."""

    lines: list[Line]
    missing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def read_table(sheet: Sheet, rows: Rows) -> Table:
    """Put the rows of a file under the sheet's columns, by the headings on its first line.

    Raises Unreadable where a heading is there twice, or one that must be there is missing.
    """
    (_first, headings), *rest = rows
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
    lines = [
        Line(number, {key: cells[place] if place < len(cells) else "" for place, key in places})
        for number, cells in rest
    ]
    lines = [line for line in lines if any(text.strip() for text in line.texts.values())]
    return Table(lines, [column.heading for column in absent], unknown)


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
