"""How is a sheet written as an OpenDocument spreadsheet, and read again, a row at a time?

Written and read with the standard library and defusedxml: the library there is (odfpy) builds the
whole document in memory, some hundred times the size of its rows, and is slow at it.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape, quoteattr

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from .limits import MOST_COLUMNS, MOST_ROWS, SAVE_AGAIN, Unreadable, counted, unpacked

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = (f"{{{_NAMES}{name}:1.0}}" for name in ("office", "table", "text"))
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="1.2" '
    + " ".join(
        f'xmlns:{short}="{_NAMES}{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("number", "datastyle"),
        )
    )
    + '><office:automatic-styles><number:date-style style:name="D"><number:day '
    'number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
    '<number:text>/</number:text><number:year number:style="long"/></number:date-style>'
    '<style:style style:name="date" style:family="table-cell" style:data-style-name="D"/>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="'
    f'{_NAMES}manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
    f'manifest:media-type="{MEDIA_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)
BLANKS = re.compile(r"^ | {2,}| $|\t")
FAULTS = (
    DefusedXmlException,
    ParseError,
    zipfile.BadZipFile,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)
DURATION = re.compile(r"PT(\d+)H(\d+)M")


def write(
    stream: IO[bytes], title: str, rows: Iterable[list[Any]], help_rows: Iterable[list[Any]]
) -> None:
    """Write the rows, and the explanations on a second sheet, keeping no row in memory."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MEDIA_TYPE, compress_type=zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        with archive.open("content.xml", "w") as part:
            part.write(HEAD.encode())
            for name, table in ((title, rows), ("Help", help_rows)):
                part.write(f"<table:table table:name={quoteattr(name)}>".encode())
                for row in table:
                    cells = "".join(_cell(value) for value in row)
                    part.write(f"<table:table-row>{cells}</table:table-row>".encode())
                part.write(b"</table:table>")
            part.write(TAIL.encode())


def _cell(value: Any) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value}" table:style-name="date"'
        words = f"{value:%d/%m/%Y}"
    elif isinstance(value, int | Decimal):
        kind, words = f'office:value-type="float" office:value="{value}"', str(value)
    else:
        kind, words = 'office:value-type="string"', str(value)
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in words.split("\n"))
    return f"<table:table-cell {kind}>{lines}</table:table-cell>"


def _line(text: str) -> str:
    """Return a line whose blanks stay: several would be read as one, and outer ones as none."""

    def kept(found: re.Match[str]) -> str:
        blanks = found[0]
        return "<text:tab/>" if blanks == "\t" else f'<text:s text:c="{len(blanks)}"/>'

    return BLANKS.sub(kept, escape(text))


def read(stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of the first sheet; of a formula the value last worked out. Raises Unreadable.

    Entities are refused by defusedxml.
    """
    return counted(_rows(stream))


def _rows(stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    with unpacked(stream, needs="content.xml") as archive:
        listed = "META-INF/manifest.xml"
        if listed in archive.namelist() and b"encryption-data" in archive.read(listed):
            raise Unreadable("The file is protected by a password. Save it without one.")
        try:
            with archive.open("content.xml") as part:
                yield from _first_table(part)
        except FAULTS as fault:
            if isinstance(fault, Unreadable):
                raise
            raise Unreadable(f"The file cannot be read as ODS. {SAVE_AGAIN}") from None


def _first_table(part: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    line, depth = 1, 0
    for event, element in iterparse(part, events=("start", "end")):
        if element.tag == f"{TABLE}table":
            depth += 1 if event == "start" else -1
            if depth == 0 and event == "end":
                return
        elif event == "end" and element.tag == f"{TABLE}table-row":
            cells, times = _cells(element), _repeated(element, "rows")
            element.clear()
            if any(cells):
                for place in range(min(times, MOST_ROWS + 2)):
                    yield line + place, list(cells)
            line += times


def _cells(row: Element) -> list[str]:
    found: list[str] = []
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        times = min(_repeated(cell, "columns"), MOST_COLUMNS + 1 - len(found))
        if times <= 0:
            break
        found += [_value(cell)] * times
    return found


def _repeated(element: Element, what: str) -> int:
    return max(1, int(element.get(f"{TABLE}number-{what}-repeated", "1")[:9]))


def _value(cell: Element) -> str:
    kind = cell.get(f"{OFFICE}value-type", "")
    if kind in ("float", "currency", "percentage"):
        number = cell.get(f"{OFFICE}value", "")
        return number[:-2] if number.endswith(".0") else number
    if kind == "date":
        return cell.get(f"{OFFICE}date-value", "").removesuffix("T00:00:00")
    if kind == "boolean":
        return "Yes" if cell.get(f"{OFFICE}boolean-value") == "true" else "No"
    if kind == "time" and (found := DURATION.match(cell.get(f"{OFFICE}time-value", ""))):
        return f"{found[1]}:{found[2]}"
    return "\n".join(_words(p) for p in cell if p.tag == f"{TEXT}p")


def _words(element: Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}s":
            pieces.append(" " * min(int(child.get(f"{TEXT}c", "1")[:6]), 32_768))
        elif child.tag == f"{TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{TEXT}line-break":
            pieces.append("\n")
        else:
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
