"""May this person keep the list of themes, or say what a recommendation is about?"""

from govreg.core.refusals import Refusal


def refusal_of_name(*, is_taken: bool) -> Refusal | None:
    """Refuse a second theme of one name."""
    if is_taken:
        return Refusal("theme-taken", "There is a theme of this name already. Use that one.")
    return None


def refusal_to_tag(*, may_tag: bool) -> Refusal | None:
    """Refuse whoever neither writes the review nor keeps the responses to it."""
    if may_tag:
        return None
    return Refusal(
        "may-not-tag",
        "What a recommendation is about is said by auditors, the partnerships officer and the lead "
        "officers of the partnerships that it concerns.",
    )
