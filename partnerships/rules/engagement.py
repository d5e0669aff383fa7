"""May this stand in a partnership's engagement log?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_time(*, day: date | None, words: str, today: date) -> Refusal | None:
    """Refuse what does not say when it was, and what is still to come."""
    if day is None and not words:
        return Refusal("no-time", "Give the day, or say in words when it was.")
    if day is not None and day > today:
        return Refusal(
            "engagement-to-come",
            f"{long_date(day)} is still to come. Record it once people were engaged.",
        )
    return None


def refusal_of_meeting(*, is_own: bool) -> Refusal | None:
    """Refuse a meeting of another partnership."""
    if not is_own:
        return Refusal("meeting-of-another", "Choose a meeting of one of its own bodies.")
    return None


def refusal_of_plan(*, is_own: bool) -> Refusal | None:
    """Refuse a plan of another partnership."""
    if not is_own:
        return Refusal("plan-of-another", "Choose a plan of this partnership.")
    return None
