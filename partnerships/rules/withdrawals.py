"""May a record that was withdrawn be changed, or withdrawn again?"""

from govreg.core.refusals import Refusal


def refusal_to_change_withdrawn(*, withdrawn_because: str) -> Refusal | None:
    """Refuse whatever would change what stands only for the record."""
    if withdrawn_because:
        return Refusal(
            "was-withdrawn", "It was withdrawn and stays as it is. Add another one instead."
        )
    return None
