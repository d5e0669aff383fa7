"""May this person accept the risk of not doing this action?"""

from datetime import date

from govreg.core.refusals import Refusal

from .progress import refusal_of_state
from .situation import Situation


def refusal_to_accept_risk(facts: Situation) -> Refusal | None:
    """Refuse one without the role, the action's own owner, and an action that is not open."""
    if not facts.may_accept_risk:
        return Refusal("not-senior", "Only a senior officer may accept a risk.")
    if facts.owner or facts.had_a_part:
        return Refusal(
            "own-action",
            "You are or were responsible for this action, so another must accept the risk.",
        )
    return refusal_of_state(facts)


def refusal_of_review_date(*, review_date: date, on: date) -> Refusal | None:
    """Refuse a review date that has passed: an accepted risk is looked at again."""
    if review_date <= on:
        return Refusal("review-date-past", "The review date must be after today.")
    return None
