"""May it be recorded what a committee decided of an action that is proposed for closure?

Where a council lets its audit committee agree to closures, a verified action is proposed for
closure and stays open until the committee has agreed.
"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from recommendations.models.actions import AgreedAction

from .closure import refusal_of_follow_up

State = AgreedAction.State


def refusal_to_decide_closure(
    *, may_record_decisions: bool, state: str, review_status: str, recommendation_ended: bool
) -> Refusal | None:
    """Refuse one who records no decisions, and what is not proposed."""
    if not may_record_decisions:
        return Refusal(
            "not-a-recorder", "Democratic services record what the committee decided of closures."
        )
    if state != State.PROPOSED:
        return Refusal("nothing-proposed", "The action is not proposed for closure.")
    return refusal_of_follow_up(review_status=review_status, ended=recommendation_ended)


def refusal_of_early_meeting(*, meeting_on: date, proposed_on: date | None) -> Refusal | None:
    """Refuse a meeting before the proposal: the action would be closed before it was verified."""
    if proposed_on is not None and meeting_on < proposed_on:
        return Refusal(
            "meeting-before-proposal",
            f"It was proposed for closure on {long_date(proposed_on)}, after that meeting. Check "
            "the date of the meeting.",
        )
    return None


def refusal_of_disagreement(*, agreed: bool, reason: str) -> Refusal | None:
    """Refuse to send an action back without a word of why, and an agreement with a why-not.

    Those responsible must know why; a reason beside an agreement says that one of the two is wrong.
    """
    if agreed and reason.strip():
        return Refusal(
            "reason-beside-agreement",
            "You say that it was agreed, and why not. Choose “Did not agree”, or clear the text.",
        )
    if not agreed and not reason.strip():
        return Refusal(
            "reason-missing", "Say why the closure was not agreed, so that its owners know."
        )
    return None
