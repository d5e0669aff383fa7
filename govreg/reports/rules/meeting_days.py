"""On which days can the meeting be for which a report is written?"""

from datetime import date

from govreg.core.timescales import Precision, understand


def days_of_meeting(*, on: date | None, in_words: str) -> tuple[date, date] | None:
    """Return the first and the last day that a meeting can be on, where its day or month is known.

    >>> days_of_meeting(on=None, in_words="April 2007")
    (datetime.date(2007, 4, 1), datetime.date(2007, 4, 30))
    >>> days_of_meeting(on=None, in_words="after the recess") is None
    True
    """
    if on is not None:
        return on, on
    meant = understand(in_words)
    if meant.due_date is None or meant.precision not in {Precision.DAY, Precision.MONTH}:
        return None
    is_month = meant.precision is Precision.MONTH
    return meant.due_date.replace(day=1) if is_month else meant.due_date, meant.due_date
