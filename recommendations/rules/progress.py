"""May this person record progress on this action now?"""

from datetime import date

from govreg.core.ratings import ProgressRating
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from recommendations.models.actions import AgreedAction

from .situation import Situation

State = AgreedAction.State
MOST_PERCENT = 100


def refusal_to_record(facts: Situation) -> Refusal | None:
    """Refuse progress by a stranger, before issue, and on what is claimed or ended."""
    if not (facts.owner or facts.may_record):
        return Refusal(
            "not-an-owner",
            "Progress is recorded by those responsible for the action, or by an officer who keeps "
            "its partnership.",
        )
    return refusal_of_state(facts)


def refusal_of_state(facts: Situation) -> Refusal | None:
    """Refuse what needs an action that is still to be done."""
    if facts.review_status != "issued":
        return Refusal(
            "review-not-issued",
            "The review is closed: its actions are finished."
            if facts.review_status == "closed"
            else "Progress is recorded once the review is issued.",
        )
    if facts.recommendation_ended:
        return Refusal("recommendation-ended", "The recommendation was superseded or withdrawn.")
    if facts.state == State.CLAIMED:
        return Refusal(
            "already-claimed",
            "The action is claimed as implemented and waits for verification. If it is returned, "
            "progress can be recorded again.",
        )
    if facts.state == State.PROPOSED:
        return Refusal(
            "proposed-for-closure",
            "The action was verified and waits for the committee to agree to its closure.",
        )
    if facts.state == State.CLOSED:
        return Refusal("already-closed", "The action was verified and is closed.")
    if facts.state == State.RISK_ACCEPTED:
        return Refusal("risk-accepted", "The risk of not doing this action was accepted.")
    return None


def refusal_of_content(
    *, rating: str, reason: str, narrative: str, percent: int | None = None
) -> Refusal | None:
    """Refuse an update that says nothing, or a rating other than as planned without a reason.

    `percent` is a whole number from 0 to 100, or None where the officer states none.
    """
    if not narrative.strip():
        return Refusal("nothing-said", "Say what has been done since the last update.")
    return refusal_of_reason(rating=rating, reason=reason) or refusal_of_percent(percent)


def refusal_of_reason(*, rating: str, reason: str) -> Refusal | None:
    """Refuse a rating other than as planned without a reason."""
    if ProgressRating(rating).needs_reason and not reason.strip():
        label = ProgressRating(rating).label.lower()
        return Refusal("reason-missing", f"Say why the action is {label}.")
    return None


def refusal_of_percent(percent: int | None) -> Refusal | None:
    """Refuse a per cent that is none."""
    if percent is not None and not 0 <= percent <= MOST_PERCENT:
        return Refusal("percent-out-of-range", "Give a whole number from 0 to 100 per cent.")
    return None


def refusal_of_day(*, written_on: date, issued_on: date | None, on: date) -> Refusal | None:
    """Refuse an update that says it was written on a day to come, or before the review's issue."""
    if written_on > on:
        return Refusal("day-to-come", "The date of the update is still to come. Correct it.")
    if issued_on is not None and written_on < issued_on:
        return Refusal(
            "before-issue",
            f"The date of the update is before the review was issued, on {long_date(issued_on)}.",
        )
    return None
