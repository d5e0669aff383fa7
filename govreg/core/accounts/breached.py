"""Is this password in the list of those that were found in breaches?

The list is a local file in the format of Have I Been Pwned, ordered by hash: on each line the
SHA-1 in hexadecimal, a colon, and how often it was found. It may be larger than the machine's
memory, so it is searched by halving; nothing is asked of the network.
"""

import hashlib
import logging
import os
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError

#: No line of the list is longer: forty digits, a colon, a count and the line's end.
LONGEST_LINE = 80
SAMPLES = 200
DIGITS = 40
log = logging.getLogger(__name__)


class BreachedPasswordValidator:
    """Refuses a password of the list that `BREACHED_PASSWORDS_FILE` names; without one, none."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError for a password that attackers know."""
        name = settings.BREACHED_PASSWORDS_FILE
        if not name:
            return
        try:
            known = is_listed(Path(name), password)
        except OSError:
            log.exception("The list of breached passwords could not be read, so none was refused.")
            return
        if known:
            raise ValidationError(
                "This password was found in a breach of another service, so attackers try it "
                "first. Choose another one.",
                code="password_breached",
            )

    def get_help_text(self) -> str:
        """Say what is refused."""
        return "A password that was found in a breach of another service is refused."


def is_listed(path: Path, password: str) -> bool:
    """Say whether a password is in a list. Raises OSError where the list cannot be read."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as lines:
        low, high = 0, os.fstat(lines.fileno()).st_size
        while low < high:  # the line, if there is one, starts in [low, high)
            middle = (low + high) // 2
            start, found = _line_from(lines, middle)
            if found is None or start >= high:
                high = middle
            elif found == wanted:
                return True
            elif found < wanted:
                low = start + 1
            else:
                high = middle
    return False


def _line_from(lines: BinaryIO, position: int) -> tuple[int, bytes | None]:
    """Return where the first line that starts at or after a position starts, and its hash."""
    lines.seek(max(0, position - 1))
    if position:
        lines.readline(LONGEST_LINE)  # to the end of the line that the position falls into
    start = lines.tell()
    line = lines.readline(LONGEST_LINE)
    return start, line[:DIGITS].upper() if line.strip() else None


def problem_with(path: Path) -> str:
    """Return what is wrong with a list, from samples spread over it; "" where nothing is."""
    try:
        with path.open("rb") as lines:
            size = os.fstat(lines.fileno()).st_size
            if size == 0:
                return "it is empty"
            before = b""
            for sample in range(SAMPLES):
                _start, found = _line_from(lines, size * sample // SAMPLES)
                if found is None:
                    continue
                if len(found) != DIGITS or not _is_hexadecimal(found):
                    return "a line does not start with a SHA-1 of forty hexadecimal digits"
                if found < before:
                    return "it is not ordered by hash"
                before = found
    except OSError as error:
        return f"it cannot be read ({error.strerror})"
    return ""


def _is_hexadecimal(text: bytes) -> bool:
    return all(digit in b"0123456789ABCDEF" for digit in text)
