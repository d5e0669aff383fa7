"""Is there a place in the report where a recommendation can arise?"""

from govreg.core.refusals import Refusal


def refusal_to_place(*, sections: int) -> Refusal | None:
    """Refuse a recommendation in a report that has no section yet."""
    if not sections:
        return Refusal("no-section", "Add a section first: a recommendation arises in one.")
    return None
