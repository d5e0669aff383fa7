"""May a partnership decide this about the good practice of another?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

DECLINED = "declined"


def refusal_of_adoption(*, is_own: bool, is_shared: bool) -> Refusal | None:
    """Refuse a partnership's own practice, and one that is not shared."""
    if is_own:
        return Refusal(
            "own-good-practice", "This is the partnership’s own practice. Choose another one."
        )
    if not is_shared:
        return Refusal(
            "practice-not-shared",
            "This practice is not shared with other partnerships any more, so nothing can be "
            "decided about it.",
        )
    return None


def refusal_of_plan(*, is_own: bool) -> Refusal | None:
    """Refuse a plan of another partnership."""
    if not is_own:
        return Refusal("plan-of-another", "Choose a plan of this partnership.")
    return None


def refusal_of_decision(*, state: str, words: str, day: date, today: date) -> Refusal | None:
    """Refuse a decision to come, and a refusal without its reason."""
    if day > today:
        return Refusal(
            "adoption-to-come",
            f"{long_date(day)} is still to come. Record what was decided once it was decided.",
        )
    if state == DECLINED and not words:
        return Refusal("declined-without-reason", "Say why it was declined.")
    return None
