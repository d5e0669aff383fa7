"""May this person do this for the whole council?

A role held for one scope opens no page about everybody: whoever could give roles in one scope
could otherwise give them to themselves in all.
"""

from govreg.core.refusals import Refusal


def refusal_unless_council_wide(*, may: bool) -> Refusal | None:
    """Refuse what only somebody who holds the role for the whole council may do."""
    if not may:
        return Refusal(
            "not-council-wide",
            "Only an administrator for the whole council may do this. Ask one of them.",
        )
    return None
