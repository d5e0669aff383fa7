"""Which kinds of record are kept for a time, and what of each is due under the schedule?

A register says how what is due of a kind is found. Nothing is removed here, or by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from .definitions import DEFINITIONS, Definition, retention_name
from .settings import whole_number

#: How many of a kind are named at once.
NAMED = 50


@dataclass(frozen=True, slots=True)
class DueRecord:
    """One record whose time is over: what it is called, since which day, and where it stands.

    `user` is the key of the user whose data it is, where it is a user.
    """

    name: str
    since: date
    url: str = ""
    user: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record in the schedule.

    `due` takes a day and returns, as a QuerySet with the oldest first, the records whose time began
    to run before it; `line` makes a line of one of them.
    """

    name: str
    title: str
    due: Callable[[date], Any]
    line: Callable[[Any], DueRecord]

    @property
    def definition(self) -> Definition:
        """The setting that says how many years it is kept."""
        return DEFINITIONS[retention_name(self.name)]


@dataclass(frozen=True, slots=True)
class Due:
    """What is due of one kind: how many there are, and the oldest of them."""

    kind: Kind
    years: int
    before: date
    count: int
    records: list[DueRecord]


_kinds: dict[str, Kind] = {}


def register(
    name: str, *, title: str, due: Callable[[date], Any], line: Callable[[Any], DueRecord]
) -> None:
    """Let what is due of a kind be found; its years are the setting of its name."""
    _kinds[name] = Kind(name, title, due, line)


def last_day_kept(name: str, *, on: date) -> date:
    """Return the day before which a record's time must have begun for it to be due on a day."""
    return years_before(on, whole_number(retention_name(name), on=on))


def what_is_due(*, on: date) -> list[Due]:
    """Return for every kind what is due on a day, in the order of the schedule."""
    order = list(DEFINITIONS)
    found = []
    for kind in sorted(_kinds.values(), key=lambda k: order.index(k.definition.name)):
        before = last_day_kept(kind.name, on=on)
        records = kind.due(before)
        years = whole_number(kind.definition.name, on=on)
        lines = [kind.line(record) for record in records[:NAMED]]
        found.append(Due(kind, years, before, records.count(), lines))
    return found


def years_before(day: date, years: int) -> date:
    """Return the same day that many years earlier; 29 February becomes the 28th."""
    year = max(1, day.year - years)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
