"""Which yearly reviews are in the tests' stories?"""

from datetime import UTC, date, datetime
from typing import Any

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.accounts.services.users import add_user, grant_role
from partnerships.models import PartnershipReview, Post, ReviewRound
from partnerships.services.checklists import Answer
from partnerships.services.governance_reviews import (
    GivenAction,
    answer_review,
    open_round,
    sign_off_review,
)

YEAR, NEXT_YEAR = "2006/07", "2007/08"


def opened(*, by: Any, year: str = YEAR, due_by: date | None = None) -> ReviewRound:
    return open_round(financial_year=year, due_by=due_by or clock.today(), note="", by=by)


def review_in(thing: ReviewRound, reference: str) -> PartnershipReview:
    """Return a partnership's review as it is saved now."""
    found = PartnershipReview.objects.select_related("partnership__scope", "review_round")
    return found.get(review_round=thing, partnership__reference=reference)


def an_owner() -> Post:
    return Post.objects.get(title="Area Manager (West)")


def answers(**changes: Any) -> dict[str, Any]:
    return {
        "reviewer": an_owner(),
        "reviewed_on": clock.today(),
        "rating": "moderate",
        "rating_reason": "Sound but for its money.",
        "significance": "moderate",
        **changes,
    }


def judged(**changes: Any) -> dict[str, Answer]:
    """Return what is judged of each area; `changes` stand by the areas' keys."""
    return {
        "governance": Answer("partly", "Terms of reference of 2005.", "Minutes, item 4"),
        "performance": Answer("yes", "Its yearly report."),
        "finance": Answer("no", "No budget was set."),
        **changes,
    }


def answered(
    review: PartnershipReview,
    *texts: str,
    by: Any,
    areas: dict[str, Answer] | None = None,
    **changes: Any,
) -> PartnershipReview:
    """Answer a review in whole, with remedial actions of these texts."""
    given = [GivenAction(None, text, an_owner(), date(2030, 3, 31)) for text in texts]
    return answer_review(
        review=review,
        version=review.version,
        values=answers(**changes),
        answers=judged(**(areas or {})),
        actions=given,
        by=by,
    )


def a_second_officer() -> User:
    """Return an officer who answers no review, and so may sign it off."""
    found = User.objects.filter(email="second.officer@leeds.example").first()
    if found is None:
        found = add_user(email="second.officer@leeds.example", name="Second officer", by=None)
        grant_role(user=found, role="partnerships-officer", scope=None, by=None)
    return found


def signed(review: PartnershipReview, *texts: str, by: Any, **changes: Any) -> PartnershipReview:
    done = answered(review, *texts, by=by, **changes)
    return sign_off_review(review=done, version=done.version, by=a_second_officer())


def on_a_day(day: date) -> Any:
    """Set the register's clock to noon of a day."""
    return clock.set_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def words(soup: Any) -> str:
    """Return what a page, or a part of it, says: cells apart, blanks alike."""
    return " ".join(soup.get_text(" ").split())
