"""How does a list leave the register as a file?

Each format is a function from the list to a response; CSV is here, others register themselves.
The signal `exported` is sent when a file is asked for, with `request`, `shown` (the list) and
`file_format`, so that taking data out can be logged.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.dispatch import Signal
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.text import slugify

from .register_list import RegisterList

Respond = Callable[[HttpRequest, RegisterList], HttpResponseBase]

exported = Signal()

#: A spreadsheet takes a text that starts like this for a formula and would run it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file that a list can be had as."""

    name: str
    label: str
    respond: Respond


_formats: dict[str, Format] = {}


def register_format(name: str, label: str, respond: Respond) -> None:
    """Offer every list as this kind of file too."""
    _formats[name] = Format(name, label, respond)


def formats() -> list[Format]:
    """Return the kinds of file on offer."""
    return list(_formats.values())


def format_named(name: str) -> Format | None:
    """Return the kind of file that an address asks for, if there is such a kind."""
    return _formats.get(name)


def file_name(shown: RegisterList, extension: str) -> str:
    """Return a name for the file."""
    return f"{slugify(shown.caption or shown.noun[1]) or 'list'}.{extension}"


def inert(value: Any) -> Any:
    """Return a value that no spreadsheet runs; numbers stay numbers.

    >>> inert("=1+1")
    "'=1+1"
    """
    if not isinstance(value, str):
        return value
    start = value.lstrip(" ")
    return f"'{value}" if start.startswith(FORMULA_STARTS) else value


class _Echo:
    """A file that gives back what is written to it, so that rows leave one by one."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Give rows as lines; the mark in front tells a spreadsheet that the text is UTF-8."""
    writer = csv.writer(_Echo())
    mark = BYTE_ORDER_MARK
    for row in rows:
        yield mark + writer.writerow([inert("" if value is None else value) for value in row])
        mark = ""


def csv_of(rows: Iterable[Sequence[Any]], *, name: str) -> HttpResponseBase:
    """Stream rows, of which the first is the header, as a CSV file of a name."""
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def respond_with_csv(request: HttpRequest, shown: RegisterList) -> HttpResponseBase:
    """Stream the list as CSV."""
    return csv_of(chain([shown.headers()], shown.export_rows()), name=file_name(shown, "csv"))


register_format("csv", "CSV", respond_with_csv)
