"""May this review move to its next state now?"""

from govreg.core.refusals import Refusal
from reviews.models import Review


def refusal_to_discuss(*, status: str, may_write: bool) -> Refusal | None:
    """Refuse to mark a review as discussed with officers."""
    if not may_write:
        return Refusal("not-an-auditor", "Only an auditor of this review may move it on.")
    if status != Review.Status.DRAFT:
        return Refusal("not-a-draft", "Only a draft is discussed; this review is past that.")
    return None


def refusal_to_issue(
    *,
    status: str,
    may_write: bool,
    recommendations: int,
    sections: int,
    stray_marks: list[str],
) -> Refusal | None:
    """Refuse to issue a review: it must be discussed, and have something to say."""
    if not may_write:
        return Refusal("not-an-auditor", "Only an auditor of this review may issue it.")
    if status in {Review.Status.ISSUED, Review.Status.CLOSED}:
        return Refusal("already-issued", "This review is already issued.")
    if status != Review.Status.DISCUSSED:
        return Refusal(
            "not-discussed",
            "Discuss the draft with officers first, and record that it was discussed.",
        )
    if not sections:
        return Refusal("no-sections", "Write at least one section before the review is issued.")
    if not recommendations:
        return Refusal(
            "no-recommendations", "Add at least one recommendation before the review is issued."
        )
    if stray_marks:
        return Refusal(
            "stray-marks",
            "These marks stand for no recommendation, or for one that is placed already: "
            f"{'; '.join(stray_marks)}. Mend them before the review is issued.",
        )
    return None


def refusal_to_close(*, status: str, may_write: bool, still_open: list[str]) -> Refusal | None:
    """Refuse to close a review while a recommendation of it is open."""
    if not may_write:
        return Refusal("not-an-auditor", "Only an auditor of this review may close it.")
    if status != Review.Status.ISSUED:
        return Refusal("not-issued", "Only an issued review can be closed.")
    if still_open:
        numbers = ", ".join(still_open)
        return Refusal(
            "recommendations-open",
            f"These recommendations are still open: {numbers}. A review closes after all of them.",
        )
    return None
