"""Can a report be made as at this day?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from reviews.models import Review

PUBLISHED = {Review.Status.ISSUED, Review.Status.CLOSED}


def refusal_of_day(
    *, day: date, today: date, status_then: str | None, issued_on: date | None
) -> Refusal | None:
    """Refuse a day to come, and a past day on which the review was not issued.

    What was a draft on that day was not for its readers then, and is not now.
    """
    if day > today:
        return Refusal(
            "day-to-come",
            f"{long_date(day)} is still to come. Choose today, {long_date(today)}, or a day "
            "before it.",
        )
    if status_then in PUBLISHED or (day == today and status_then is not None):
        return None
    if issued_on is None:
        return Refusal(
            "not-issued-then",
            "The review is not issued yet, so it has no report as at an earlier day.",
        )
    return Refusal(
        "not-issued-then",
        f"The review was not issued on {long_date(day)}. Choose {long_date(issued_on)}, the day "
        "of issue, or a later day.",
    )
