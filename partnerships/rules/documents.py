"""May this document be recorded so, and which checklists does its kind call for?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from partnerships.question_sets import (
    EXIT_ARRANGEMENTS,
    GOVERNING_DOCUMENT,
    INFORMATION_SHARING,
    MEMORANDUM,
    SECTION_75,
    SERVICE_MANAGEMENT,
    TERMS_OF_REFERENCE,
)

#: What a document of a kind should say, by the question sets that ask for it.
CHECKLISTS: dict[str, tuple[str, ...]] = {
    "terms-of-reference": (TERMS_OF_REFERENCE, GOVERNING_DOCUMENT),
    "constitution": (GOVERNING_DOCUMENT, EXIT_ARRANGEMENTS),
    "partnership-agreement": (GOVERNING_DOCUMENT, SECTION_75, EXIT_ARRANGEMENTS),
    "service-management": (SERVICE_MANAGEMENT,),
    "memorandum": (MEMORANDUM, EXIT_ARRANGEMENTS),
    "information-sharing": (INFORMATION_SHARING,),
}
#: Asked of the partnership as a whole: it is closed by these answers, whichever document has them.
OF_THE_PARTNERSHIP = frozenset({EXIT_ARRANGEMENTS})

#: How a document stands with its review.
OVERDUE, SOON, IN_TIME, NO_DATE, NOT_REVIEWED = "overdue", "soon", "in-time", "none", "not-reviewed"


def checklists_for(kind: str) -> tuple[str, ...]:
    """Return the codes of the question sets that a kind of document is held against."""
    return CHECKLISTS.get(kind, ())


def refusal_of_second(*, known: bool, title: str, of_whom: str) -> Refusal | None:
    """Refuse a second document of the same kind and title of the same body."""
    if known:
        return Refusal(
            "document-known",
            f"“{title}” is already recorded for {of_whom}. Open that document and add a version "
            "to it, or give this one another title.",
        )
    return None


def refusal_of_review(*, reviewed_on: date, next_due: date | None, today: date) -> Refusal | None:
    """Refuse a review that has not taken place, and a next one that is not later."""
    if reviewed_on > today:
        return Refusal(
            "review-to-come", "A review in the future has not been done. Check the date."
        )
    if next_due is not None and next_due <= reviewed_on:
        return Refusal("next-review-earlier", "The next review must be later than this one.")
    return None


def refusal_of_next_review(
    *, reviewed_on: date, next_due: date | None, no_date: bool, kept: date | None, today: date
) -> Refusal | None:
    """Refuse to leave open when it is reviewed next: `kept` is the date that would stay.

    A date that has passed was that of the review now recorded, so it cannot stay.
    """
    if next_due is not None and no_date:
        return Refusal(
            "next-review-and-none",
            "You give the next review a date and say that none is fixed. Choose one of them.",
        )
    passed = kept is not None and (kept < today or kept <= reviewed_on)
    if next_due is None and not no_date and passed:
        return Refusal(
            "next-review-open",
            f"The date that would stay, {long_date(kept)}, has passed. Say when it is to be "
            "reviewed next, or that no date is fixed.",
        )
    return None


def refusal_to_review(*, reviewed: bool) -> Refusal | None:
    """Refuse the review of what nobody agreed, or what has ended."""
    if not reviewed:
        return Refusal(
            "nothing-to-review",
            "No version of this document is agreed or in force, so there is none to review.",
        )
    return None


def refusal_of_another(*, own: bool) -> Refusal | None:
    """Refuse to refer to a document of another partnership."""
    if not own:
        return Refusal(
            "document-of-another",
            "That is a document of another partnership. Choose one of this, or say it in words.",
        )
    return None
