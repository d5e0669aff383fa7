"""May this review of a partnership's membership be recorded?"""

from datetime import date

from govreg.core.refusals import Refusal


def refusal_of_review(*, reviewed_on: date, next_due: date | None, today: date) -> Refusal | None:
    """Refuse a review that has not taken place, and a next one that is not later."""
    if reviewed_on > today:
        return Refusal("review-to-come", "A review of the membership cannot be in the future.")
    if next_due is not None and next_due <= reviewed_on:
        return Refusal("next-review-earlier", "The next review must be later than this one.")
    return None
