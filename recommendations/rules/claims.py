"""May this person claim that this action is implemented?"""

from govreg.core.refusals import Refusal

from .progress import refusal_to_record
from .situation import Situation


def refusal_to_claim(facts: Situation) -> Refusal | None:
    """Refuse a claim by a stranger, and one before any progress is on record."""
    refusal = refusal_to_record(facts)
    if refusal:
        return refusal
    if not facts.submitted_updates:
        return Refusal(
            "no-progress",
            "Record progress first: a claim rests on at least one submitted update.",
        )
    return None


def refusal_of_evidence(*, already: int, with_claim: int) -> Refusal | None:
    """Refuse a claim that nothing shows: the auditor will ask for it."""
    if already + with_claim == 0:
        return Refusal(
            "no-evidence",
            "Attach what shows it: a claim needs a file, here or with an earlier update.",
        )
    return None
