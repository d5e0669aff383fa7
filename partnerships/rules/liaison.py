"""May this briefing be recorded or held, and when is the next one due?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

from .reporting import next_report_due

#: How many months, or days, from one briefing to the next.
MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
DAYS = {"weekly": 7, "fortnightly": 14}


def next_briefing_due(
    *, start: date | None, end: date | None, last: date | None, frequency: str
) -> date | None:
    """Return the day by which the next briefing is due, as that of the next report is.

    >>> next_briefing_due(start=None, end=None, last=date(2007, 10, 31), frequency="weekly")
    datetime.date(2007, 11, 7)
    """
    months, days = MONTHS.get(frequency), DAYS.get(frequency)
    return next_report_due(start=start, end=end, last=last, months=months, days=days)


def refusal_of_briefing(*, is_itself: bool) -> Refusal | None:
    """Refuse a post that briefs itself."""
    if is_itself:
        return Refusal("briefs-itself", "A post cannot brief itself. Choose another post.")
    return None


def refusal_of_held(*, held_on: date | None, end: date | None, today: date) -> Refusal | None:
    """Refuse a briefing that has not taken place, and one after the last day."""
    if held_on is None:
        return None
    if held_on > today:
        return Refusal(
            "briefing-to-come",
            f"{long_date(held_on)} is still to come. Record a briefing once it was held.",
        )
    if end is not None and held_on > end:
        return Refusal(
            "briefing-had-ended",
            f"This arrangement ended on {long_date(end)}. Give an earlier day.",
        )
    return None


def refusal_of_earlier(*, held_on: date, last: date | None) -> Refusal | None:
    """Refuse to put an older briefing in the place of a later one."""
    if last is not None and held_on < last:
        return Refusal(
            "briefed-since",
            f"One on {long_date(last)} is recorded already. Correct that day under “Change” if it "
            "is wrong.",
        )
    return None
