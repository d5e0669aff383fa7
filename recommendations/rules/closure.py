"""Can this action be verified, closed or opened again, and by this person?

Verification by somebody who neither owns the action, nor claimed it, nor wrote its updates is
what makes "implemented" more than an officer's word (Global Internal Audit Standard 15.2).
"""

from govreg.core.refusals import Refusal
from recommendations.models.actions import AgreedAction
from recommendations.models.claims import Verification

from .situation import Situation

State = AgreedAction.State
Result = Verification.Result


def refusal_to_verify(facts: Situation) -> Refusal | None:
    """Refuse a verification without a claim, without the role, or by one with a part in it."""
    if not facts.may_verify:
        return Refusal("not-an-auditor", "Only an auditor of this review verifies implementation.")
    over = refusal_of_follow_up(review_status=facts.review_status, ended=facts.recommendation_ended)
    if over:
        return over
    if facts.state != State.CLAIMED:
        return Refusal(
            "nothing-claimed", "There is nothing to verify: no claim of completion is waiting."
        )
    if facts.owner or facts.had_a_part:
        return Refusal(
            "own-action",
            "You are or were responsible for this action, so somebody else must verify it.",
        )
    if facts.claimant:
        return Refusal("own-claim", "You claimed this action, so somebody else must verify it.")
    if facts.author:
        return Refusal(
            "own-updates",
            "You wrote progress updates of this action, so somebody else must verify it.",
        )
    return None


def refusal_to_reopen(facts: Situation) -> Refusal | None:
    """Refuse to open again what is not ended, or by one who may not."""
    if not facts.may_verify:
        return Refusal("not-an-auditor", "Only an auditor of this review opens an action again.")
    if facts.state not in {State.CLOSED, State.RISK_ACCEPTED}:
        return Refusal("not-ended", "The action is not closed, so there is nothing to open again.")
    return refusal_of_follow_up(review_status=facts.review_status, ended=facts.recommendation_ended)


def refusal_of_follow_up(*, review_status: str, ended: bool) -> Refusal | None:
    """Refuse what is followed up no more."""
    if ended:
        return Refusal("recommendation-ended", "The recommendation was superseded or withdrawn.")
    if review_status != "issued":
        return Refusal("review-closed", "The review is closed, or was never issued.")
    return None


def state_after(result: str, *, by_committee: bool) -> str:
    """Return the action's state after a verification with this result.

    `by_committee` says whether the council lets a committee agree to closures.
    """
    if result == Result.IMPLEMENTED:
        return State.PROPOSED if by_committee else State.CLOSED
    if result == Result.NOT_TESTED:
        return State.CLAIMED
    return State.AGREED
