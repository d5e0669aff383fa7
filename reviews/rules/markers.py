"""Where in a section's text does each recommendation arise?"""

import re
from dataclasses import dataclass

MARKER = re.compile(
    r"^[ \t]*\[recommendation ([^\]\n]{1,20})\][ \t]*$", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text, followed by the number of the recommendation whose box stands after it.

    `number` is empty after the last run.
    """

    text: str
    number: str = ""


def passages(body: str) -> list[Passage]:
    """Divide a section's text at its marker lines; text before, between and after is kept."""
    found, start = [], 0
    body = body.replace("\r\n", "\n")  # as a browser sends it
    for marker in MARKER.finditer(body):
        found.append(Passage(body[start : marker.start()].strip(), marker.group(1).strip()))
        start = marker.end()
    rest = body[start:].strip()
    if rest or not found:
        found.append(Passage(rest))
    return found
