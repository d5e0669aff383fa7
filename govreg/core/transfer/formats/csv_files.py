"""How is a sheet written as CSV, and read again?

Written in UTF-8 with the mark that tells a spreadsheet so, and with commas. Read also with
semicolons or tabs, and in the character set of older Excel files.
"""

import csv
import io
from codecs import iterdecode
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO, Any

from .limits import Unreadable, counted

SEPARATORS = ",;\t"
ENCODINGS = ("utf-8-sig", "cp1252")
MOST_IN_A_FIELD = 131_072
#: So much is read at once.
A_PIECE = 65_536


def write(stream: IO[bytes], title: str, rows: Iterable[list[Any]], help_rows: Any) -> None:
    """Write the rows; a CSV file has one table, so the explanations stay out."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    for row in rows:
        writer.writerow(row)
    text.detach()


def read(stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows with the physical line that each begins on. Raises Unreadable."""
    encoding = _encoding(stream)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        separator = _separator(iter(lambda: text.read(A_PIECE), ""))
        text.seek(0)
        yield from counted(_rows(text, separator))
    finally:
        text.detach()


def _rows(text: Iterable[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text, delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise Unreadable(
            f"Line {line} cannot be read: a quotation mark is not closed, or a field is longer "
            f"than {MOST_IN_A_FIELD:,} characters."
        ) from None


def _encoding(stream: IO[bytes]) -> str:
    """Return the first character set in which the whole file can be read, a piece at a time."""
    for encoding in ENCODINGS:
        stream.seek(0)
        try:
            for piece in iterdecode(iter(lambda: stream.read(A_PIECE), b""), encoding):
                if "\x00" in piece:
                    raise Unreadable(
                        "The file is no text. Save it as CSV UTF-8 and choose that file."
                    )
        except UnicodeDecodeError:
            continue
        return encoding
    raise Unreadable("The file’s characters cannot be read. Save it as CSV UTF-8.")


def _separator(pieces: Iterable[str]) -> str:
    """Return the separator that the first line has most of; quoted ones do not count."""
    quoted, counts = False, dict.fromkeys(SEPARATORS, 0)
    for character in chain.from_iterable(pieces):
        if character == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif character in "\r\n":
            break
        elif character in counts:
            counts[character] += 1
    return max(counts, key=lambda one: counts[one])
