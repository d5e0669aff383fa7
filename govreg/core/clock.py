"""What time is it, and what day is it in Leeds?

The only file that asks. Everything else is told a date (`on=`) or asks here, so that the register
can be read as at a day and the demonstration data can be entered on the days it describes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_set_back: ContextVar[datetime | None] = ContextVar("set_back", default=None)


def true_now() -> datetime:
    """Return the moment by the machine's own clock, whatever the register's clock says."""
    return datetime.now(UTC)


def now() -> datetime:
    """Return the moment by the register's clock (aware, UTC)."""
    return _set_back.get() or true_now()


def today() -> date:
    """Return the day in Europe/London by the register's clock."""
    return now().astimezone(LONDON).date()


def day_of(moment: datetime) -> date:
    """Return the day in Europe/London on which an aware moment falls."""
    return moment.astimezone(LONDON).date()


def end_of(day: date) -> datetime:
    """Return the last moment of a day in Europe/London, as an aware moment."""
    return datetime.combine(day, time.max, tzinfo=LONDON)


def start_of(day: date) -> datetime:
    """Return the first moment of a day in Europe/London, as an aware moment."""
    return datetime.combine(day, time.min, tzinfo=LONDON)


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Set the register's clock for the length of a block: for the demonstration loader and tests.

    Each history row keeps the true moment beside, so this can hide nothing.
    """
    token = _set_back.set(moment)
    try:
        yield
    finally:
        _set_back.reset(token)
