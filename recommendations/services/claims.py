"""How does an owner claim that an action is implemented?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from govreg.core.files.store import take_upload
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce
from recommendations.models import AgreedAction, CompletionClaim, Evidence
from recommendations.queries.situation import situation
from recommendations.rules.claims import refusal_of_evidence, refusal_to_claim

from .holding import hold_action


def claim_completion(
    *,
    action: AgreedAction,
    statement: str,
    on: date,
    by: Any,
    uploads: Sequence[Any] = (),
) -> CompletionClaim:
    """Claim that an action is implemented; it then waits for verification."""
    if not statement.strip():
        raise Refused(Refusal("nothing-said", "Say what was implemented."))
    with change(verb="Claimed completion", by=by):
        action = hold_action(action)
        facts = situation(action, user=by, on=on)
        enforce(refusal_to_claim(facts))
        enforce(refusal_of_evidence(already=facts.evidence, with_claim=len(uploads)))
        claim = CompletionClaim(action=action, by=by, claimed_on=on, statement=statement.strip())
        claim.save()
        for upload in uploads:
            Evidence(claim=claim, file=take_upload(upload, by=by)).save()
        action.state = AgreedAction.State.CLAIMED
        action.state_since = on
        action.save()
    return claim
