"""May something be kept from publication so, and may this person write what is?"""

from govreg.core.refusals import Refusal


def refusal_of_exemption(*, exempt: bool, paragraph: str, what: str) -> Refusal | None:
    """Refuse an exemption without its ground, and a ground of no exemption.

    `what` is what is kept from publication, as in "the interest".
    """
    if exempt and not paragraph:
        return Refusal(
            "exempt-without-paragraph",
            f"Choose the paragraph of Schedule 12A under which {what} is exempt.",
        )
    if paragraph and not exempt:
        return Refusal(
            "paragraph-without-exempt",
            f"A paragraph of Schedule 12A is chosen, but {what} is not marked as exempt.",
        )
    return None


def refusal_to_write_exempt(*, may_read: bool, what: str) -> Refusal | None:
    """Refuse to write what is exempt, or to make it so, for whoever may not read it.

    `what` is what there are several of, as in "Interests".
    """
    if not may_read:
        return Refusal(
            "exempt-not-read",
            f"{what} that are exempt from publication are not for you to read, so you cannot "
            "record or change one. Ask whoever keeps this partnership’s entry.",
        )
    return None
