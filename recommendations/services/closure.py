"""How is a claimed action verified and closed, or returned, or opened again?"""

from datetime import date
from typing import Any

from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce
from recommendations.models import AgreedAction, CompletionClaim, Reopening, Verification
from recommendations.queries.closure_decisions import committee_closes
from recommendations.queries.situation import situation
from recommendations.rules.closure import refusal_to_reopen, refusal_to_verify, state_after

from .holding import hold_action

VERBS = {
    Verification.Result.IMPLEMENTED: "Verified and closed an action",
    Verification.Result.PARTLY: "Returned a claim: partly implemented",
    Verification.Result.NOT_IMPLEMENTED: "Returned a claim: not implemented",
    Verification.Result.NOT_TESTED: "Looked at a claim without testing it",
}


def verify(
    *, action: AgreedAction, version: int, result: str, note: str, on: date, by: Any
) -> Verification:
    """Record what a test of a claim found; "implemented" closes the action, or proposes to.

    The test was of the action as its reader saw it: raises StaleVersion when it changed since.
    """
    if not note.strip():
        raise Refused(Refusal("nothing-said", "Say what was tested and what was found."))
    by_committee = committee_closes(on=on)
    verb = VERBS[Verification.Result(result)]
    if by_committee and result == Verification.Result.IMPLEMENTED:
        verb = "Verified an action and proposed its closure"
    with change(verb=verb, by=by, reason=note):
        action = hold_action(action, version=version)
        enforce(refusal_to_verify(situation(action, user=by, on=on)))
        claim = action.claims.get(outcome=CompletionClaim.Outcome.PENDING)
        verification = Verification(
            claim=claim, by=by, verified_on=on, result=result, note=note.strip()
        )
        verification.save()
        state = state_after(result, by_committee=by_committee)
        if state != action.state:
            claim.outcome = (
                CompletionClaim.Outcome.VERIFIED
                if result == Verification.Result.IMPLEMENTED
                else CompletionClaim.Outcome.RETURNED
            )
            claim.save()
            action.state, action.state_since = state, on
            action.save()
    return verification


def reopen(*, action: AgreedAction, reason: str, on: date, by: Any) -> Reopening:
    """Open a closed action again, or one whose risk was accepted."""
    if not reason.strip():
        raise Refused(Refusal("reason-missing", "Say why the action is opened again."))
    with change(verb="Opened an action again", by=by, reason=reason):
        action = hold_action(action)
        enforce(refusal_to_reopen(situation(action, user=by, on=on)))
        reopening = Reopening(action=action, by=by, decided_on=on, reason=reason.strip())
        reopening.save()
        action.state, action.state_since = AgreedAction.State.AGREED, on
        action.save()
    return reopening
