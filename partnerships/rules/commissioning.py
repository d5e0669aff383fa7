"""May this decision to commission or decommission be recorded, changed or withdrawn?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_day(*, day: date, today: date) -> Refusal | None:
    """Refuse what nobody can have decided yet."""
    if day > today:
        return Refusal(
            "decided-to-come",
            "That day is still to come. Give the day on which the decision was taken.",
        )
    return None


def refusal_of_meeting(
    *, body: str, own: bool, cancelled: bool, met_on: date, day: date
) -> Refusal | None:
    """Refuse a meeting of another body, one that did not take place, and one of another day."""
    if not own:
        return Refusal(
            "meeting-of-another-body",
            f"That was not a meeting of {body}. Choose one of its meetings, or the body that met.",
        )
    if cancelled:
        return Refusal(
            "meeting-cancelled",
            "That meeting was cancelled. Choose the one at which this was decided, or none.",
        )
    if met_on != day:
        return Refusal(
            "meeting-of-another-day",
            f"That meeting was on {long_date(met_on)}. Give that day, or leave the meeting out.",
        )
    return None


def refusal_to_change(*, withdrawn_on: date | None) -> Refusal | None:
    """Refuse to rewrite what was withdrawn."""
    if withdrawn_on is not None:
        return Refusal(
            "commissioning-withdrawn",
            f"This decision was withdrawn on {long_date(withdrawn_on)}, so it cannot be changed. "
            "Record what was decided since as a new decision.",
        )
    return None


def refusal_to_withdraw(*, withdrawn_on: date, day: date, today: date) -> Refusal | None:
    """Refuse a withdrawal before the decision, or in the future."""
    if withdrawn_on < day:
        return Refusal(
            "withdrawn-before-decided",
            f"This was decided on {long_date(day)}; it cannot be withdrawn before that.",
        )
    if withdrawn_on > today:
        return Refusal("withdrawn-to-come", "The day of the withdrawal cannot be in the future.")
    return None
