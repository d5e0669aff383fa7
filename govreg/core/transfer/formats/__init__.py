"""Which kinds of file does a sheet leave as, and come back as?

A format writes rows of values into a file, and gives the rows of a file back as texts with the
line that each stands on. Which one a file is, its name and its content must say alike.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from . import csv_files, ods_files, xlsx_files
from .limits import Unreadable, checked

Rows = Iterable[list[Any]]
Read = Callable[[IO[bytes]], Iterator[tuple[int, list[str]]]]
Write = Callable[[IO[bytes], str, Rows, Rows], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: how it is called, how it is written and how it is read."""

    name: str
    label: str
    media_type: str
    write: Write
    read: Read


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("csv", "CSV", "text/csv; charset=utf-8", csv_files.write, csv_files.read),
        Format("xlsx", "Excel (XLSX)", xlsx_files.MEDIA_TYPE, xlsx_files.write, xlsx_files.read),
        Format("ods", "OpenDocument (ODS)", ods_files.MEDIA_TYPE, ods_files.write, ods_files.read),
    )
}
ACCEPT = ",".join(f".{name}" for name in FORMATS)


def read_file(name: str, stream: IO[bytes], *, size: int) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of an uploaded file that hold anything, each with its line.

    Raises Unreadable with the sentence for the person.
    """
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    checked(name, extension, stream, size=size, known=FORMATS)
    found = False
    for line, cells in FORMATS[extension].read(stream):
        if any(cell.strip() for cell in cells):
            found = True
            yield line, cells
    if not found:
        raise Unreadable(f"“{name}” is empty: it has no headings and no rows.")


__all__ = ["ACCEPT", "FORMATS", "Format", "Unreadable", "read_file"]
