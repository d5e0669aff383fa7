"""Does something that holds from one day to another hold on a given day?"""

from datetime import date


def holds(start: date | None, end: date | None, *, on: date) -> bool:
    """Say whether a period holds on a day. Both ends count; an unknown end is no limit.

    >>> holds(date(2007, 9, 1), None, on=date(2007, 11, 1))
    True
    """
    return (start is None or start <= on) and (end is None or end >= on)
