"""Is a resource map complete enough to be kept?"""

from govreg.core.refusals import Refusal


def refusal_of_lines(*, count: int) -> Refusal | None:
    """Refuse a map that maps nothing."""
    if count == 0:
        return Refusal("map-without-lines", "Enter at least one amount, and whose it is.")
    return None


def refusal_of_title(*, taken: bool) -> Refusal | None:
    """Refuse a second map of the same title and year."""
    if taken:
        return Refusal(
            "map-title-taken",
            "There is a map of this title for this financial year. Change that one, or choose "
            "another title.",
        )
    return None
