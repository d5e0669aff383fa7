"""May a partnership challenge an indicator of another, and may that be answered?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_to_challenge(*, may_keep: bool) -> Refusal | None:
    """Refuse whoever keeps neither of the two partnerships."""
    if not may_keep:
        return Refusal(
            "keeps-neither",
            "A challenge is recorded by those who keep the plans of the partnership that made it, "
            "or of the one whose indicator it is.",
        )
    return None


def refusal_of_challenge(*, is_own: bool, day: date, on: date) -> Refusal | None:
    """Refuse a challenge by the indicator's own partnership, and one to come."""
    if is_own:
        return Refusal(
            "own-indicator",
            "The indicator belongs to that partnership itself. A challenge comes from another.",
        )
    if day > on:
        return Refusal("challenge-to-come", f"{long_date(day)} is still to come.")
    return None


def refusal_of_answer(
    *, is_answered: bool, answered_on: date, day: date, on: date
) -> Refusal | None:
    """Refuse a second answer, one before the challenge, and one to come."""
    if is_answered:
        return Refusal("challenge-answered", "This challenge was answered already.")
    if answered_on < day:
        return Refusal(
            "answer-before-challenge",
            f"The challenge was made on {long_date(day)}, so it was answered on that day or later.",
        )
    if answered_on > on:
        return Refusal("answer-to-come", f"{long_date(answered_on)} is still to come.")
    return None
