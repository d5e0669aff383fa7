"""May a funding arrangement have this name?"""

from govreg.core.refusals import Refusal


def refusal_of_name(*, taken: bool) -> Refusal | None:
    """Refuse a name that another arrangement of the same partnership has."""
    if taken:
        return Refusal(
            "funding-name-taken",
            "This partnership has an arrangement of that name. Choose another name, or change the "
            "other entry.",
        )
    return None
