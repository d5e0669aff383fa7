"""Does something that holds from one day to another hold on a given day?"""

from datetime import date


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
