"""May this person keep the list of themes, or say what a recommendation is about?"""

from collections.abc import Mapping

from govreg.core.refusals import Refusal


def refusal_of_name(*, is_taken: bool) -> Refusal | None:
    """Refuse a second theme of one name."""
    if is_taken:
        return Refusal("theme-taken", "There is a theme of this name already. Use that one.")
    return None


def refusal_to_overwrite(*, seen: frozenset[int] | None, now: Mapping[int, str]) -> Refusal | None:
    """Refuse to put aside what somebody else chose after the page was opened.

    `seen` are the keys of the themes that the page showed; None asks nothing.
    """
    if seen is None or seen == now.keys():
        return None
    named = ", ".join(now.values()) or "none"
    return Refusal(
        "themes-changed",
        f"Somebody changed the themes while you chose. They are now: {named}. Your choice is kept "
        "below: save it again if it still holds.",
    )


def refusal_to_tag(*, may_tag: bool) -> Refusal | None:
    """Refuse whoever neither writes the review nor keeps the responses to it."""
    if may_tag:
        return None
    return Refusal(
        "may-not-tag",
        "What a recommendation is about is said by auditors, the partnerships officer and the lead "
        "officers of the partnerships that it concerns.",
    )
