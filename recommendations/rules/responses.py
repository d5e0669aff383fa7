"""May this person answer this recommendation, or approve the answer, now?"""

from govreg.core.refusals import Refusal


def refusal_to_respond(
    *, review_status: str, recommendation_ended: bool, may_respond: bool
) -> Refusal | None:
    """Refuse an answer before discussion, after closing, or by one who may not give it."""
    if not may_respond:
        return Refusal(
            "may-not-respond",
            "Management responses are written by an officer who keeps the partnership.",
        )
    if review_status == "draft":
        return Refusal(
            "not-discussed", "Responses are written once the draft was discussed with officers."
        )
    if review_status == "closed":
        return Refusal("review-closed", "The review is closed.")
    if recommendation_ended:
        return Refusal("recommendation-ended", "The recommendation was superseded or withdrawn.")
    return None


def refusal_to_change(*, approved: bool, replaced: bool) -> Refusal | None:
    """Refuse to change an approved answer: a later one takes its place and both are kept."""
    if replaced:
        return Refusal("replaced", "A later response took the place of this one.")
    if approved:
        return Refusal(
            "approved",
            "The response is approved. Give a new one to take its place; this one stays on record.",
        )
    return None


def refusal_to_approve(*, approved: bool, replaced: bool, may_approve: bool) -> Refusal | None:
    """Refuse an approval by one who may not, or of what is approved or replaced."""
    if not may_approve:
        return Refusal("not-senior", "A senior officer approves management responses.")
    if replaced:
        return Refusal("replaced", "A later response took the place of this one.")
    if approved:
        return Refusal("already-approved", "The response is already approved.")
    return None
