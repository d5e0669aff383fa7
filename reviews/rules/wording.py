"""May the wording and the priorities of this review change now?"""

from govreg.core.refusals import Refusal
from reviews.models import Review


def refusal_to_write(*, status: str, may_write: bool) -> Refusal | None:
    """Refuse to change a review's text, recommendations or priorities.

    Issued wording is what the council answered: it stays, and a mistake is put right by an
    erratum that says what changed.
    """
    if not may_write:
        return Refusal("not-an-auditor", "Only an auditor of this review may change its text.")
    if status in {Review.Status.ISSUED, Review.Status.CLOSED}:
        return Refusal(
            "review-issued",
            "The review is issued, so its wording and priorities are locked. Issue an erratum to "
            "correct a mistake.",
        )
    return None


def refusal_of_erratum(*, status: str, may_write: bool, what_changed: str) -> Refusal | None:
    """Refuse an erratum before issue, or one that does not say what changed."""
    if not may_write:
        return Refusal("not-an-auditor", "Only an auditor of this review may correct it.")
    if status not in {Review.Status.ISSUED, Review.Status.CLOSED}:
        return Refusal("review-not-issued", "The review is not issued yet: simply change the text.")
    if not what_changed.strip():
        return Refusal("erratum-unexplained", "Say what changed: readers of the first edition ask.")
    return None
