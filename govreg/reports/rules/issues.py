"""May this report be issued now, by this person?"""

from govreg.core.refusals import Refusal
from reviews.models import Review

PUBLISHED = {Review.Status.ISSUED, Review.Status.CLOSED}


def refusal_to_issue(*, status: str, may_issue: bool) -> Refusal | None:
    """Refuse a report of a review that is not issued, or by one who may not issue reports."""
    if not may_issue:
        return Refusal(
            "may-not-issue",
            "Reports of this review are issued by its auditor, the partnerships officer or "
            "democratic services.",
        )
    if status not in PUBLISHED:
        return Refusal(
            "review-not-issued",
            "The review is not issued yet. Its report can be printed as a draft, and issued once "
            "the review is.",
        )
    return None


def refusal_while_made(*, is_being_made: bool) -> Refusal | None:
    """Refuse a further version while one of the same report is still being made."""
    if is_being_made:
        return Refusal(
            "being-made",
            "A version of this report is being made just now. When it is ready, look at it, and "
            "issue another if it is still needed.",
        )
    return None


def refusal_of_account(*, is_active: bool) -> Refusal | None:
    """Refuse what somebody asked for who may not sign in any more."""
    if not is_active:
        return Refusal(
            "deactivated",
            "The account of the person who asked for this report was deactivated meanwhile.",
        )
    return None


def refusal_without_change(*, earlier_versions: int, what_changed: str) -> Refusal | None:
    """Refuse a further version that does not say what it changes."""
    if earlier_versions and not what_changed.strip():
        return Refusal(
            "change-not-said", "Say what changed since the version that was issued before."
        )
    return None
