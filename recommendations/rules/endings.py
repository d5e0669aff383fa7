"""May this recommendation be superseded or withdrawn?"""

from govreg.core.refusals import Refusal


def refusal_to_end(*, review_status: str, already_ended: bool, may_write: bool) -> Refusal | None:
    """Refuse by one who may not, before issue, and twice."""
    if not may_write:
        return Refusal("not-an-auditor", "Only an auditor of this review may end a recommendation.")
    if already_ended:
        return Refusal("already-ended", "The recommendation was already superseded or withdrawn.")
    if review_status != "issued":
        return Refusal(
            "review-not-issued",
            "Only a recommendation of an issued review is superseded or withdrawn; before issue, "
            "change or remove it.",
        )
    return None


def refusal_of_successor(*, recommendation_id: int, successor_id: int | None) -> Refusal | None:
    """Refuse to supersede a recommendation without naming another one."""
    if successor_id is None:
        return Refusal("no-successor", "Choose the recommendation that takes its place.")
    if successor_id == recommendation_id:
        return Refusal("own-successor", "A recommendation cannot take its own place.")
    return None
