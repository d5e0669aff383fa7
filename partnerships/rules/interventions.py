"""May this be recorded as done about poor attendance?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_intervention_day(*, day: date, on: date) -> Refusal | None:
    """Refuse what is still to come: only what was done is recorded."""
    if day > on:
        return Refusal(
            "intervention-to-come",
            f"{long_date(day)} is still to come. Record what was done once it was done.",
        )
    return None


def in_per_cent(part: int, whole: int) -> int | None:
    """Return a whole per cent, half up; None of nothing.

    >>> in_per_cent(1, 3)
    33
    """
    return (part * 200 + whole) // (whole * 2) if whole else None
