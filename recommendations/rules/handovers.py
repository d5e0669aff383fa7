"""May responsibility for this action pass to somebody else, when a post changes hands?"""

from govreg.core.refusals import Refusal


def refusal_to_hand_over(
    *, state: str, followed_up: bool, may_answer: bool, held_already: bool
) -> Refusal | None:
    """Refuse what is not theirs to arrange, what is over, and what changes nothing."""
    if not may_answer:
        return Refusal(
            "may-not-answer",
            "Who is responsible is arranged by the partnerships officer and the lead officers of "
            "the partnerships that the recommendation concerns.",
        )
    if not followed_up:
        return Refusal(
            "not-followed-up", "It is not followed up: its review is closed, or it was ended."
        )
    if state != "agreed":
        return Refusal(
            "not-open",
            "It is claimed, verified, closed or its risk accepted, so it stays as it was agreed.",
        )
    if held_already:
        return Refusal("held-already", "Both are responsible already. Take one away on its page.")
    return None
