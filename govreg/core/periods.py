"""Does something that holds from one day to another hold on a given day?"""

from calendar import monthrange
from datetime import MAXYEAR, date


def holds(start: date | None, end: date | None, *, on: date) -> bool:
    """Say whether a period holds on a day. Both ends count; an unknown end is no limit.

    >>> holds(date(2007, 9, 1), None, on=date(2007, 11, 1))
    True
    """
    return (start is None or start <= on) and (end is None or end >= on)


def a_year_after(day: date) -> date:
    """Return the same day of the next year; 29 February is followed by the 28th.

    >>> a_year_after(date(2008, 2, 29))
    datetime.date(2009, 2, 28)
    """
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last where it has no such day.

    >>> months_after(date(2007, 11, 30), 3)
    datetime.date(2008, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
