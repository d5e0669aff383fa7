"""May this interest be recorded for this seat, and may this person read what it says?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

from .exemptions import refusal_of_exemption


def refusal_of_interest(
    *,
    declared_on: date,
    today: date,
    start: date | None,
    end: date | None,
    unexplained: bool,
    exempt: bool,
    paragraph: str,
) -> Refusal | None:
    """Refuse a declaration to come, a wrong period, and an exemption without its ground."""
    if declared_on > today:
        return Refusal(
            "declared-to-come", "That day is still to come. Give the day it was declared."
        )
    if start and end and end < start:
        return Refusal("ends-before-start", "The last day cannot be before the first day.")
    if unexplained:
        return Refusal("handling-unexplained", "Say in the note how the interest is handled.")
    return refusal_of_exemption(exempt=exempt, paragraph=paragraph, what="the interest")


def refusal_of_seat(
    *, who: str, own: bool, start: date | None, end: date | None, declared_on: date
) -> Refusal | None:
    """Refuse a seat of another partnership, or one that nobody held on the day."""
    if not own:
        return Refusal("stranger", f"{who} has no such seat on this partnership.")
    if (start and declared_on < start) or (end and declared_on > end):
        return Refusal(
            "no-member",
            f"{who} did not hold this seat on {long_date(declared_on)}. Choose the seat that it "
            "held, or correct the membership first.",
        )
    return None
