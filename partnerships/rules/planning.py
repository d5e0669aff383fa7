"""On which days does a body meet that meets every so often?"""

from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from enum import StrEnum

MOST_MEETINGS = 60
LAST = -1
#: No plan looks further ahead than this many days, however many days it leaves out.
FARTHEST = 366 * 10


class Pattern(StrEnum):
    """How the days follow each other."""

    WEEKS = "weeks"
    MONTHS = "months"


def every_weeks(*, start: date, weeks: int) -> Iterator[date]:
    """Give the start, and the same weekday after each number of weeks."""
    day = start
    while True:
        yield day
        if (date.max - day).days < weeks * 7:
            return
        day += timedelta(weeks=weeks)


def every_months(*, start: date, months: int, nth: int, weekday: int) -> Iterator[date]:
    """Give the nth (1 to 4, or the last) weekday of every so many months, from the start on."""
    year, month = start.year, start.month
    while year < date.max.year:
        day = nth_weekday(year, month, nth=nth, weekday=weekday)
        if day >= start:
            yield day
        elif months > 1:
            # The first month has none left: begin with the next, and count from there.
            year, month = year + month // 12, month % 12 + 1
            continue
        year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1


def nth_weekday(year: int, month: int, *, nth: int, weekday: int) -> date:
    """Return the nth weekday of a month (0 for Monday), or its last.

    >>> nth_weekday(2007, 9, nth=1, weekday=2)
    datetime.date(2007, 9, 5)
    """
    first, length = monthrange(year, month)
    earliest = (weekday - first) % 7 + 1
    if nth == LAST:
        return date(year, month, earliest + (length - earliest) // 7 * 7)
    return date(year, month, earliest + (nth - 1) * 7)


def planned_days(days: Iterator[date], *, number: int, skip: Collection[date]) -> list[date]:
    """Return a number of days, without those to be left out; later ones take their place."""
    found: list[date] = []
    first: date | None = None
    for day in days:
        first = first or day
        if len(found) >= min(number, MOST_MEETINGS) or (day - first).days > FARTHEST:
            break
        if day not in skip:
            found.append(day)
    return found
