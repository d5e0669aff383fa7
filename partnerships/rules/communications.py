"""May this be recorded as said to a party?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_communication(*, day: date, end: date | None, today: date) -> Refusal | None:
    """Refuse what has not been said yet, and what was said after its line had ended."""
    if day > today:
        return Refusal(
            "communication-to-come",
            f"{long_date(day)} is still to come. Record what was said once it was said.",
        )
    if end is not None and day > end:
        return Refusal(
            "communication-had-ended",
            f"This line ended on {long_date(end)}. Add a new line, or give an earlier day.",
        )
    return None
