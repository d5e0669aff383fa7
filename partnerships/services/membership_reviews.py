"""How is a review of a partnership's membership recorded?"""

from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import MembershipReview, Partnership
from partnerships.rules.membership_reviews import refusal_of_review

from .allowed import enforce_keeping_members


def record_membership_review(
    *,
    partnership: Partnership,
    reviewed_on: date,
    by_whom: str,
    outcome: str,
    next_due: date | None,
    by: Any,
    reason: str = "",
) -> MembershipReview:
    """Record that the membership was reviewed, what came of it, and when it is due again."""
    with change(
        verb="Recorded a review of the membership", by=by, reason=reason, scope=partnership.scope
    ):
        enforce_keeping_members(partnership, by=by)
        enforce(refusal_of_review(reviewed_on=reviewed_on, next_due=next_due, today=clock.today()))
        review = MembershipReview(
            partnership=partnership,
            reviewed_on=reviewed_on,
            by_whom=by_whom.strip(),
            outcome=outcome.strip(),
            next_due=next_due,
        )
        review.save()
    return review
