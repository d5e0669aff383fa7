"""May this person bring a plan into this review, or a whole review into the register?"""

from typing import Any

from govreg.core.access import Permission
from govreg.core.refusals import Refusal
from reviews.models import Review
from reviews.queries.standing import may, may_write


def refusal_to_bring_in(review: Review, *, by: Any) -> Refusal | None:
    """Refuse a plan by one who neither writes the review nor answers it, and after its closing."""
    if not may_write(by, review) and not may(by, Permission.WRITE_RESPONSES, review):
        return Refusal(
            "may-not-bring-in",
            "An action plan is brought in by those who write the review, or who answer it.",
        )
    if review.status == Review.Status.CLOSED:
        return Refusal("review-closed", "The review is closed.")
    return None


def refusal_to_bring_in_review(*, by: Any) -> Refusal | None:
    """Refuse a whole review by one who neither writes reviews nor administers the register.

    The register's own commands (no user) may.
    """
    if (
        by is None
        or by.may_somewhere(Permission.WRITE_REVIEWS)
        or by.may(Permission.ADMINISTER_REFERENCE)
    ):
        return None
    return Refusal(
        "may-not-bring-in", "A review is brought in by an auditor or by an administrator."
    )
