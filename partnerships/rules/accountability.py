"""May this be recorded of a complaint?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_complaint(
    *, received_on: date, closed_on: date | None, outcome: str, today: date
) -> Refusal | None:
    """Refuse days to come, a closing before the receipt, and one without an outcome."""
    for day in (received_on, closed_on):
        if day is not None and day > today:
            return Refusal(
                "complaint-to-come", f"{long_date(day)} is still to come. Give today or earlier."
            )
    if closed_on is not None and closed_on < received_on:
        return Refusal(
            "complaint-closed-earlier",
            f"It was received on {long_date(received_on)}, so it was not closed before that.",
        )
    if closed_on is not None and not outcome:
        return Refusal("complaint-closed-without-outcome", "Say what the outcome was.")
    return None
