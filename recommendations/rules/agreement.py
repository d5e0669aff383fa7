"""Are the particulars of an agreed action complete enough to be kept?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.timescales import Sense

OPEN_ENDED = {Sense.ONGOING, Sense.START, Sense.BEGUN_BY}


def refusal_of_timescale(
    *, sense: str, due_date: date | None, review_date: date | None
) -> Refusal | None:
    """Refuse an open-ended timescale without a review date, or a due date that is none."""
    if sense in OPEN_ENDED and review_date is None:
        return Refusal(
            "review-date-missing",
            "This timescale has no due date, so it needs a day on which it is looked at again. "
            "Give a review date.",
        )
    if sense == Sense.DUE and due_date is None:
        return Refusal("due-date-missing", "Give the due date, or choose another kind of date.")
    if sense != Sense.DUE and due_date is not None:
        return Refusal(
            "due-date-unexpected",
            "A due date was given for a timescale that has none. Choose “due” as its kind.",
        )
    return None


def refusal_to_agree(*, replaced: bool) -> Refusal | None:
    """Refuse an action under a response that no longer stands: nobody would see it."""
    if replaced:
        return Refusal(
            "replaced", "A later response took the place of this one. Agree the action under that."
        )
    return None


def refusal_to_change_action(*, state: str) -> Refusal | None:
    """Refuse to change what is claimed, closed or accepted: it was tested as it stands."""
    if state != "agreed":
        return Refusal(
            "not-open",
            "The action is claimed, closed or its risk accepted, so it stays as it was agreed.",
        )
    return None


def refusal_to_change_dates(*, review_status: str, ever_approved: bool) -> Refusal | None:
    """Refuse to rewrite what was agreed: after approval and issue the dates stand.

    A response given again later does not set them free.
    """
    if review_status in {"issued", "closed"} and ever_approved:
        return Refusal(
            "agreement-stands",
            "The action was agreed and the review is issued, so its timescale stands as agreed.",
        )
    return None


def refusal_of_nothing(*, text: str, printed: str, owners: int) -> Refusal | None:
    """Refuse an action that says neither what, nor by when, nor by whom."""
    if not text.strip() and not printed.strip() and not owners:
        return Refusal(
            "nothing-agreed", "Say what is agreed, or at least by when or by whom it is done."
        )
    return None
