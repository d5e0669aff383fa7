"""May this organisation take this seat for this time?"""

from collections.abc import Iterable
from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

Period = tuple[date | None, date | None]


def refusal_of_period(*, start: date | None, end: date | None) -> Refusal | None:
    """Refuse a period that ends before it starts."""
    if start and end and end < start:
        return Refusal("ends-before-start", "The last day cannot be before the first day.")
    return None


def refusal_after_the_body(
    *, body: str, ended_on: date | None, start: date | None
) -> Refusal | None:
    """Refuse a seat that begins after its body ended; one that is brought back before is right."""
    if ended_on is not None and start is not None and start > ended_on:
        return Refusal(
            "after-the-body",
            f"{body} ended on {long_date(ended_on)}, so nobody takes a seat on it on "
            f"{long_date(start)}. Give that day or an earlier one as the first day.",
        )
    return None


def refusal_of_overlap(
    *, start: date | None, end: date | None, others: Iterable[Period]
) -> Refusal | None:
    """Refuse a second seat of the same representative while the first one lasts."""
    for other_start, other_end in others:
        begins_in_time = start is None or other_end is None or start <= other_end
        lasts_long_enough = end is None or other_start is None or end >= other_start
        if begins_in_time and lasts_long_enough:
            return Refusal(
                "membership-overlaps",
                "This organisation already holds this seat for part of that time. End the "
                "earlier membership first, or give this one another representative.",
            )
    return None


def refusal_of_vacancy(*, attended: Iterable[date]) -> Refusal | None:
    """Refuse to call a seat vacant at whose meetings somebody was recorded."""
    days = sorted(attended)
    if days:
        return Refusal(
            "vacant-yet-attended",
            f"Attendance is recorded for this seat at the meeting of {days[0]:%-d %B %Y}, so it "
            "was not vacant then. End this membership on the last day that somebody held the "
            "seat, and add the vacant seat from the day after.",
        )
    return None


def refusal_of_end(*, start: date | None, already_ended: date | None, end: date) -> Refusal | None:
    """Refuse to end what has ended, or to end it before it began."""
    if already_ended:
        return Refusal(
            "membership-ended", f"This membership already ended on {already_ended:%-d %B %Y}."
        )
    return refusal_of_period(start=start, end=end)
