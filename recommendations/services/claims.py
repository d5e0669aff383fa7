"""How does an owner claim that an action is implemented?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.files.models import StoredFile
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce
from recommendations.models import AgreedAction, CompletionClaim, Evidence
from recommendations.queries.situation import situation
from recommendations.rules.claims import refusal_of_evidence, refusal_to_claim


def claim_completion(
    *,
    action: AgreedAction,
    statement: str,
    on: date,
    by: Any,
    files: Sequence[StoredFile] = (),
) -> CompletionClaim:
    """Claim that an action is implemented; it then waits for verification."""
    if not statement.strip():
        raise Refused(Refusal("nothing-said", "Say what was implemented."))
    with change(verb="Claimed completion", by=by):
        action = locked(AgreedAction, action.pk)
        facts = situation(action, user=by, on=on)
        enforce(refusal_to_claim(facts))
        enforce(refusal_of_evidence(already=facts.evidence, with_claim=len(files)))
        claim = CompletionClaim(action=action, by=by, claimed_on=on, statement=statement.strip())
        claim.save()
        for stored in files:
            Evidence(claim=claim, file=stored).save()
        action.state = AgreedAction.State.CLAIMED
        action.state_since = on
        action.save()
    return claim
