"""How is a calendar written so that every calendar program reads it (RFC 5545)?

Pure: no Django. Local times in Europe/London leave as UTC, so no zone has to be described.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from .clock import LONDON

PRODUCT = "-//Partnership governance register//Meetings//EN"
MEDIA_TYPE = "text/calendar; charset=utf-8"
LINE_END = "\r\n"
#: Octets of a line before it must be folded; a line folded begins with a space, which counts.
LONGEST_LINE = 75
#: No text may hold these; a line break is written otherwise.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar. Without `starts_at` it lasts the whole day.

    `uid` never changes; `sequence` grows with every change; `changed_at` is aware.
    """

    uid: str
    sequence: int
    changed_at: datetime
    day: date
    summary: str
    starts_at: time | None = None
    ends_at: time | None = None
    location: str = ""
    description: str = ""
    url: str = ""
    is_cancelled: bool = False


def calendar(events: Iterable[Event], *, name: str) -> str:
    """Return the text of a calendar, its lines folded and ended as the standard asks."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for event in events:
        lines += _lines(event)
    lines.append("END:VCALENDAR")
    return "".join(part for line in lines for part in _folded(line))


def _lines(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_utc(event.changed_at)}"
    yield f"SEQUENCE:{event.sequence}"
    yield from _times(event)
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.location:
        yield f"LOCATION:{escaped(event.location)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    if event.url:
        yield f"URL:{CONTROLS.sub('', event.url)}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _times(event: Event) -> Iterator[str]:
    if event.starts_at is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        return
    yield f"DTSTART:{_utc(_local(event.day, event.starts_at))}"
    if event.ends_at:
        yield f"DTEND:{_utc(_local(event.day, event.ends_at))}"
    else:
        yield "DURATION:PT1H"


def _local(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=LONDON)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Return a text as a value of a property: no control characters, its marks escaped.

    >>> escaped("Hall; room 2, first floor")
    'Hall\\\\; room 2\\\\, first floor'
    """
    plain = CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(mark, written)
    return plain


def _folded(line: str) -> Iterator[str]:
    """Give a line in pieces of at most 75 octets, never in the middle of a character."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > LONGEST_LINE:
            yield piece + LINE_END
            piece, size = " ", 1
        piece += character
        size += octets
    yield piece + LINE_END
