"""How is a sheet written as XLSX, and read again, a row at a time?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import IO, Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from ..cells import as_text
from .limits import MOST_COLUMNS, SAVE_AGAIN, Unreadable, counted, unpacked

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: How the format writes a character that XML cannot hold; a text that looks so is written so too.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
WIDTH = 22
FAULTS = (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError)
MORE_FAULTS = (OSError, EOFError, OverflowError, RuntimeError)


def write(
    stream: IO[bytes], title: str, rows: Iterable[list[Any]], help_rows: Iterable[list[Any]]
) -> None:
    """Write the rows, and the explanations on a second sheet, keeping no row in memory."""
    book = Workbook(write_only=True)
    for name, table in ((title, rows), ("Help", help_rows)):
        _sheet(book, name, table)
    book.save(stream)


def _sheet(book: Workbook, name: str, rows: Iterable[list[Any]]) -> None:
    sheet = book.create_sheet(name[:31])
    sheet.freeze_panes = "A2"
    for number in range(1, 27):
        sheet.column_dimensions[chr(64 + number)].width = WIDTH
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, value, heading=number == 0) for value in row])


def _cell(sheet: Any, value: Any, *, heading: bool) -> Any:
    if isinstance(value, str) and not heading:
        if not value:
            return None
        cell = WriteOnlyCell(sheet)
        # Set as it is: given as a value, a text that starts with “=” would become a formula.
        cell._value, cell.data_type = ESCAPED.sub(r"_x005F_x\1_", value), "s"
        if "\n" in value:
            cell.alignment = WRAPPED
        return cell
    cell = WriteOnlyCell(sheet, value=value)
    if heading:
        cell.font = BOLD
    elif isinstance(value, date):
        cell.number_format = "DD/MM/YYYY"
    elif isinstance(value, Decimal):
        cell.number_format = "#,##0.00"
    return cell


def read(stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of the first sheet; of a formula the value last worked out. Raises Unreadable.

    Entities are refused by defusedxml, which the reader uses where it is installed, as it is here.
    """
    with unpacked(stream, needs="xl/workbook.xml"):
        pass
    stream.seek(0)
    return counted(_rows(stream))


def _rows(stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    try:
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)
            for line, values in enumerate(rows, start=1):
                yield line, [_read(value) for value in values]
        finally:
            book.close()
    except Unreadable:
        raise
    except FAULTS + MORE_FAULTS:
        raise Unreadable(f"The file cannot be read as XLSX. {SAVE_AGAIN}") from None


def _read(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value
    return as_text(value)
