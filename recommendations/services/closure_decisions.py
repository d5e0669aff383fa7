"""How is it recorded what a committee decided of actions that are proposed for closure?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce
from recommendations.models import AgreedAction, ClosureDecision, CompletionClaim
from recommendations.queries.closure_decisions import refusal_to_close
from recommendations.rules.closure_decisions import (
    refusal_of_disagreement,
    refusal_of_early_meeting,
)
from recommendations.rules.extensions import refusal_of_meeting

from .extensions import Sitting
from .holding import hold_action

State = AgreedAction.State


@dataclass(frozen=True, slots=True)
class Closure:
    """What a committee decided of one action, as its recorder read it at `version`."""

    action: AgreedAction
    version: int
    agreed: bool
    reason: str = ""


def record_closures(
    *, closures: Sequence[Closure], sitting: Sitting, on: date, by: Any
) -> list[ClosureDecision]:
    """Close the actions that the committee agreed to, and give the others back: all, or nothing.

    Raises StaleVersion when one of them changed meanwhile.
    """
    if not closures:
        raise Refused(Refusal("nothing-decided", "Choose what was decided of at least one action."))
    enforce(
        refusal_of_meeting(
            committee=sitting.committee,
            has_body=sitting.body is not None,
            day=sitting.meeting_on,
            on=on,
        )
    )
    if not sitting.minute_reference.strip():
        raise Refused(Refusal("minute-missing", "Enter the minute in which the decision stands."))
    with change(verb="Recorded a committee’s decisions on closures", by=by):
        return [_decide(closure, sitting, on=on, by=by) for closure in closures]


def _decide(closure: Closure, sitting: Sitting, *, on: date, by: Any) -> ClosureDecision:
    action = hold_action(closure.action, version=closure.version)
    refusal = (
        refusal_to_close(action, user=by)
        or refusal_of_early_meeting(meeting_on=sitting.meeting_on, proposed_on=action.state_since)
        or refusal_of_disagreement(agreed=closure.agreed, reason=closure.reason)
    )
    if refusal:
        raise Refused(Refusal(refusal.code, f"{action}: {refusal.sentence}"))
    decision = ClosureDecision(
        action=action,
        by=by,
        decided_on=sitting.meeting_on,
        reason=closure.reason.strip(),
        agreed=closure.agreed,
        committee=sitting.committee.strip(),
        body=sitting.body,
        minute_reference=sitting.minute_reference.strip(),
    )
    decision.save()
    if not closure.agreed:
        claim = action.claims.filter(outcome=CompletionClaim.Outcome.VERIFIED).first()
        if claim is not None:
            claim.outcome = CompletionClaim.Outcome.RETURNED
            claim.save()
    action.state = State.CLOSED if closure.agreed else State.AGREED
    action.state_since = sitting.meeting_on if closure.agreed else on
    action.save()
    return decision
