"""Is a file the text of a review, and what does it say?"""

from typing import IO

from govreg.core.transfer.formats.limits import OLE, ZIP

LARGEST_BYTES = 2 * 1024 * 1024
MOST_LINES = 50_000
ENCODINGS = ("utf-8-sig", "cp1252")
SAVE_AS = "Save it in your word processor as plain text (.txt, UTF-8) and choose that file."


class UnreadableText(ValueError):
    """A file is not read; the text is a sentence for the person."""


def read_text(name: str, stream: IO[bytes], *, size: int) -> str:
    """Return the text of a file. Raises UnreadableText.

    Read in UTF-8, or in the character set in which older programs save a plain text.
    """
    if size > LARGEST_BYTES:
        most = LARGEST_BYTES // (1024 * 1024)
        raise UnreadableText(f"“{name}” is larger than {most} MB, which no text of a review is.")
    content = stream.read(LARGEST_BYTES + 1)
    if not content.strip():
        raise UnreadableText(f"“{name}” is empty. Choose the file again.")
    if content.startswith((OLE, ZIP, b"%PDF")) or b"\x00" in content:
        raise UnreadableText(f"“{name}” is no plain text. {SAVE_AS}")
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\n") > MOST_LINES:
            raise UnreadableText(f"“{name}” has more than {MOST_LINES:,} lines.")
        return text
    raise UnreadableText(f"The characters of “{name}” cannot be read. {SAVE_AS}")
