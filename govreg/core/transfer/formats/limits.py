"""How large may a file be, and is it what its name says?

An archive of a megabyte can unpack to gigabytes, and one entity of XML to as much: both are refused
before anything is unpacked or expanded.
"""

import zipfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from typing import IO

from django.conf import settings

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 500
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AGAIN = "Open it in the program it was made with, save it again and choose that file."


class Unreadable(ValueError):
    """A file is not read; the text is a sentence for the person."""


def checked(
    name: str, extension: str, stream: IO[bytes], *, size: int, known: Container[str]
) -> None:
    """Refuse a file by its size, its name and how its content begins.

    Raises Unreadable with the sentence for the person.
    """
    if extension not in known:
        raise Unreadable(f"“{name}” cannot be read. Choose a file of these: CSV, XLSX or ODS.")
    if size > settings.LARGEST_FILE_BYTES:
        most = settings.LARGEST_FILE_BYTES // (1024 * 1024)
        raise Unreadable(f"“{name}” is larger than {most} MB. Split it, and import the parts.")
    start = stream.read(8)
    stream.seek(0)
    if not start:
        raise Unreadable(f"“{name}” is empty. Choose the file again.")
    if start == OLE:
        raise Unreadable(
            f"“{name}” is protected by a password, or of the older kind of Excel file. Save it as "
            "XLSX without a password."
        )
    if start.startswith(ZIP) != (extension != "csv"):
        raise Unreadable(
            f"The content of “{name}” is not what its name says (.{extension}). {SAVE_AGAIN}"
        )


@contextmanager
def unpacked(stream: IO[bytes], *, needs: str) -> Iterator[zipfile.ZipFile]:
    """Open an archive that is not too large unpacked, is not encrypted and has a certain part.

    Raises Unreadable. A part gives no more than the size that was counted here.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        raise Unreadable(f"The file is damaged. {SAVE_AGAIN}") from None
    with archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Unreadable(
                f"Unpacked, the file would be larger than {MOST_UNPACKED // (1024 * 1024)} MB. "
                "Copy the rows into a new file and choose that."
            )
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("The file is protected by a password. Save it without one.")
        names = [part.filename for part in parts]
        if needs not in names or len(names) != len(set(names)):
            raise Unreadable(f"The file is no spreadsheet of the kind its name says. {SAVE_AGAIN}")
        yield archive


def counted(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold anything, and refuse the first that is too many or too wide."""
    found = 0
    for line, cells in rows:
        if not any(cells):
            continue
        found += 1
        if found > MOST_ROWS + 1:
            raise Unreadable(f"The file has more than {MOST_ROWS:,} rows. Split it.")
        if any(cells[MOST_COLUMNS:]):
            raise Unreadable(f"Line {line} has more than {MOST_COLUMNS} columns.")
        while cells and not cells[-1]:
            cells.pop()
        yield line, cells
