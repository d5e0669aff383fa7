"""May this be a reporting line, may this report be recorded, and when is the next one due?"""

from datetime import date, timedelta

from govreg.core.periods import months_after
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

MOST_MONTHS = 120


def next_report_due(
    *,
    start: date | None,
    end: date | None,
    last: date | None,
    months: int | None,
    days: int | None = None,
) -> date | None:
    """Return the day by which the next report is due, or None where nothing says.

    It is counted from the last report, and before the first from the day on which the line began;
    in days where no months are given.

    >>> next_report_due(start=None, end=None, last=date(2007, 10, 31), months=4)
    datetime.date(2008, 2, 29)
    """
    since = last or start
    if end is not None or since is None:
        return None
    if months is not None:
        return months_after(since, months)
    if days is None:
        return None
    return since + min(timedelta(days=days), date.max - since)


def refusal_of_recipients(*, given: int) -> Refusal | None:
    """Refuse a line that leads nowhere, and one that leads to several."""
    if given == 0:
        return Refusal(
            "no-recipient",
            "Say to whom it reports: a body, a partnership, an organisation, or in words.",
        )
    if given > 1:
        return Refusal(
            "several-recipients",
            "Give one recipient only, and record a line of its own for each of the others.",
        )
    return None


def refusal_of_reporting_to_itself(*, is_itself: bool) -> Refusal | None:
    """Refuse a line that leads back to where it starts."""
    if is_itself:
        return Refusal("reports-to-itself", "It cannot report to itself. Choose another recipient.")
    return None


def refusal_of_report(*, day: date, end: date | None, today: date) -> Refusal | None:
    """Refuse a report that has not been made, and one by a line that had ended."""
    if day > today:
        return Refusal(
            "report-to-come",
            f"{long_date(day)} is still to come. Record a report once it was made.",
        )
    if end is not None and day > end:
        return Refusal(
            "line-had-ended",
            f"This line ended on {long_date(end)}. Record a new line, or give an earlier day.",
        )
    return None
