"""What does a cell of a file mean, and how is a value written into one?

Files are read as texts, whatever their kind, so that one place says what each text means.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from govreg.core.ui.forms.fields import (
    CONTROL_CHARACTERS,
    LARGEST_WHOLE_NUMBER,
    month_number,
    without_thousands,
)
from govreg.core.ui.lists.export import FORMULA_STARTS
from govreg.core.ui.words import shown

from .sheets import Column, Kind

MOST_IN_A_CELL = 32_767  # what a spreadsheet program keeps in one cell
YES = {"yes", "y", "true", "1"}
NO = {"no", "n", "false", "0"}
ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
IN_WORDS = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(am|pm)?", re.IGNORECASE)
HOURS_IN_HALF = 12
MOST_DIGITS = 20  # before or after the point: more is a slip, and slow to reckon with


class CellError(ValueError):
    """What stands in a cell cannot be understood; the text is a sentence for the person."""


def made_inert(text: str) -> str:
    """Return a text that no spreadsheet runs, in a way that `plain` takes back exactly.

    >>> made_inert("=1+1"), made_inert("'=1+1")
    ("'=1+1", "''=1+1")
    """
    return f"'{text}" if _would_run(text) else text


def plain(text: str) -> str:
    """Return what was meant by a text that was made inert.

    >>> plain("'=1+1"), plain("’tis")
    ('=1+1', '’tis')
    """
    return text[1:] if text.startswith("'") and _would_run(text[1:]) else text


def _would_run(text: str) -> bool:
    return text.lstrip("'").lstrip(" ").startswith(FORMULA_STARTS)


def written(column: Column, value: Any) -> Any:
    """Return what is put into the file: a date, a number or a text that no spreadsheet runs."""
    if value is None or value == "":
        return ""
    if column.kind is Kind.NAME:
        return made_inert(column.write(value))
    if column.kind is Kind.CHOICE:
        return made_inert(column.choices.get(value, str(value)))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date | int | Decimal):
        return value
    return made_inert(CONTROL_CHARACTERS.sub("", str(value)))


def as_returned(text: str) -> str:
    """Return a text as it comes back from a cell, for a column that may only be read."""
    text = CONTROL_CHARACTERS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def in_words(column: Column, value: Any) -> str:
    """Return a value as the preview shows it."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ", ".join(in_words(column, one) for one in value)
    if column.kind is Kind.NAME:
        return column.write(value)
    if column.kind is Kind.CHOICE:
        return column.choices.get(value, str(value))
    return f"{value:%H:%M}" if isinstance(value, time) else shown(value)


def understood(column: Column, text: str, reader: Callable[[str], Any] | None = None) -> Any:
    """Return the value that a cell's text means; `reader` finds the record that a name means.

    Raises CellError with the sentence for the person.
    """
    if len(text) > MOST_IN_A_CELL:
        raise CellError(f"“{column.heading}” has more than {MOST_IN_A_CELL:,} characters.")
    text = plain(text).replace("\r\n", "\n").replace("\r", "\n").strip()
    if CONTROL_CHARACTERS.search(text):
        raise CellError(f"“{column.heading}” has a character that cannot be kept. Delete it.")
    if not text:
        if column.required:
            raise CellError(f"“{column.heading}” must be filled in.")
        return column.empty
    if reader is not None:
        return reader(text)
    return READERS[column.kind](column, text)


def _text(column: Column, text: str) -> str:
    if column.kind is Kind.TEXT:
        text = re.sub(r"\n+", " ", text)
    if len(text) > column.most:
        raise CellError(
            f"“{column.heading}” has {len(text):,} characters. It may have {column.most:,}."
        )
    return text


def _date(column: Column, text: str) -> date:
    refusal = CellError(
        f"“{_short(text)}” is no date. Write “{column.heading}” as 5/9/2007, 2007-09-05 or "
        "5 September 2007."
    )
    if found := ISO_DATE.fullmatch(text):
        year, month, day = found[1], int(found[2]), found[3]
    elif found := SLASHED.fullmatch(text):
        year, month, day = found[3], int(found[2]), found[1]
    elif found := IN_WORDS.fullmatch(text):
        year, month, day = found[3], month_number(found[2]) or 0, found[1]
    else:
        raise refusal
    try:
        return date(int(year), month, int(day))
    except ValueError:
        raise refusal from None


def _time(column: Column, text: str) -> time:
    refusal = CellError(f"“{_short(text)}” is no time. Write “{column.heading}” as 19:30.")
    found = CLOCK.fullmatch(text)
    if not found:
        raise refusal
    hour, half = int(found[1]), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= HOURS_IN_HALF:
            raise refusal
        hour = hour % HOURS_IN_HALF + (HOURS_IN_HALF if half == "pm" else 0)
    try:
        return time(hour, int(found[2]))
    except ValueError:
        raise refusal from None


def _money(column: Column, text: str) -> Decimal:
    typed = without_thousands(text.replace("£", ""))
    try:
        amount = Decimal(typed[:50])
    except InvalidOperation:
        amount = Decimal("NaN")
    readable = typed.isascii() and len(typed) <= 50 and amount.is_finite()
    if not readable or abs(amount.adjusted()) > MOST_DIGITS:
        raise CellError(f"“{_short(text)}” is no amount. Write “{column.heading}” as 853,000.00.")
    return amount


def _number(column: Column, text: str) -> Decimal:
    typed = without_thousands(text)
    try:
        number = Decimal(typed[:50])
    except InvalidOperation:
        number = Decimal("NaN")
    readable = typed.isascii() and len(typed) <= 50 and number.is_finite()
    if not readable or abs(number.adjusted()) > MOST_DIGITS:
        raise CellError(f"“{_short(text)}” is no number. Write “{column.heading}” as 1250 or 12.5.")
    return number


def _whole(column: Column, text: str) -> int:
    typed = without_thousands(text)
    typed = typed[:-2] if typed.endswith(".0") else typed
    if not (typed.isascii() and typed.isdigit()) or int(typed[:20]) > LARGEST_WHOLE_NUMBER:
        raise CellError(f"“{_short(text)}” is no whole number. Check “{column.heading}”.")
    return int(typed)


def _yes_no(column: Column, text: str) -> bool:
    typed = text.casefold()
    if typed in YES | NO:
        return typed in YES
    raise CellError(f"“{_short(text)}” is neither Yes nor No. Check “{column.heading}”.")


def _choice(column: Column, text: str) -> str:
    typed = text.casefold()
    for value, words in column.choices.items():
        if typed in (words.casefold(), value.casefold()):
            return value
    offered = ", ".join(column.choices.values())
    raise CellError(f"“{_short(text)}” is none of what “{column.heading}” may be: {offered}.")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


READERS: dict[Kind, Callable[[Column, str], Any]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.MONEY: _money,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.NAME: _text,
}


def as_text(value: Any) -> str:
    """Return what a spreadsheet program keeps in a cell as the text that a person would type."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
