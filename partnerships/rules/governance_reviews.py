"""May this round be opened, or this review be answered or signed off, and which way did it move?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

TO_ANSWER, ANSWERED, SIGNED_OFF = "to-answer", "answered", "signed-off"
#: From the least that one can rely on to the most.
RATINGS = ("none", "limited", "moderate", "high")
UP, SAME, DOWN, FIRST = "up", "same", "down", "first"
MOVEMENTS = {UP: "Up", SAME: "Same", DOWN: "Down", FIRST: "No earlier rating"}


def movement(*, rating: str, before: str | None) -> str:
    """Return which way a rating moved against the review before; "" where there is none yet."""
    if not rating:
        return ""
    if not before:
        return FIRST
    steps = RATINGS.index(rating) - RATINGS.index(before)
    return UP if steps > 0 else DOWN if steps < 0 else SAME


def refusal_to_keep_rounds(*, may_keep: bool) -> Refusal | None:
    """Refuse to open a round to whoever keeps not all partnerships."""
    if not may_keep:
        return Refusal(
            "opens-no-round",
            "Only the partnerships officers open the yearly reviews. Ask one of them to open them.",
        )
    return None


def refusal_to_open(
    *, financial_year: str, taken: bool, opened_on: date, due_by: date, partnerships: int
) -> Refusal | None:
    """Refuse a second round of a year, one that is due before it opens, and one of nothing."""
    if taken:
        return Refusal(
            "round-open-already",
            f"The reviews of {financial_year} were opened already. Answer them there.",
        )
    if due_by < opened_on:
        return Refusal(
            "round-due-earlier",
            f"The reviews open on {long_date(opened_on)}; give a later day by which they are due.",
        )
    if not partnerships:
        return Refusal("round-of-nothing", "There is no partnership at work to be reviewed.")
    return None


def refusal_to_bring_in(*, missing: int) -> Refusal | None:
    """Refuse to bring partnerships into a round that lacks none."""
    if not missing:
        return Refusal(
            "none-to-bring-in", "Every partnership that is at work is in this round already."
        )
    return None


def refusal_to_change(*, state: str) -> Refusal | None:
    """Refuse to rewrite what was signed off."""
    if state == SIGNED_OFF:
        return Refusal(
            "review-signed-off",
            "This review was signed off, so it cannot be changed. What has changed since belongs "
            "to the next review.",
        )
    return None


def refusal_of_action_due(*, text: str, due: date, reviewed_on: date | None) -> Refusal | None:
    """Refuse a remedial action that was to be done before the review asked for it."""
    if reviewed_on is not None and due < reviewed_on:
        return Refusal(
            "action-due-earlier",
            f"“{text}” is to be done by {long_date(due)}, which is before the review on "
            f"{long_date(reviewed_on)}. Give that day or a later one.",
        )
    return None


def refusal_of_reviewed_on(*, reviewed_on: date | None, today: date) -> Refusal | None:
    """Refuse a review that has not taken place."""
    if reviewed_on is not None and reviewed_on > today:
        return Refusal("review-to-come", "The date of the review cannot be in the future.")
    return None


def lacking(
    *,
    not_judged: Sequence[str],
    not_shown: Sequence[str] = (),
    rating: str,
    rating_reason: str,
    significance: str,
    reviewer: bool,
    dated: bool,
) -> list[str]:
    """Return what a review lacks before it is answered, in words that follow “still to do”.

    `not_judged` are the titles of the areas that nobody has judged, `not_shown` of those whose
    judgement nothing shows.
    """
    found = [f"judge {area.lower()}" for area in not_judged]
    found += [f"say what shows the judgement of {area.lower()}" for area in not_shown]
    found += [] if rating else ["give the assurance rating"]
    found += ["give the reason for the assurance rating"] if rating and not rating_reason else []
    found += [] if significance else ["confirm the significance"]
    found += [] if reviewer else ["name the reviewer’s post"]
    found += [] if dated else ["give the date of the review"]
    return found


def refusal_to_sign_off(
    *, state: str, lacks: list[str], answered_it: bool = False
) -> Refusal | None:
    """Refuse to sign off what is not answered, was signed off, or was answered by the same person.

    A signature is worth something to an audit when a second person gives it.
    """
    if state == SIGNED_OFF:
        return Refusal("review-signed-off-already", "This review was signed off already.")
    if lacks:
        return Refusal(
            "review-incomplete",
            f"It cannot be signed off yet. Still to do: {', '.join(lacks)}.",
        )
    if answered_it:
        return Refusal(
            "signs-own-answers",
            "You took part in answering this review, so somebody else signs it off: the "
            "partnership’s lead officer or a partnerships officer who has not answered it.",
        )
    return None


def confirmed_significance(
    *,
    recorded: str,
    recorded_reason: str,
    approved: bool,
    confirmed: str,
    by: str,
    on: date | None,
    reason: str,
) -> dict[str, Any]:
    """Return what a signature changes in a partnership's particulars; nothing where they agree.

    What is the same but was never approved is approved now, and keeps the reason it had.
    """
    if recorded == confirmed and approved:
        return {}
    kept = recorded_reason if recorded == confirmed else ""
    return {
        "significance": confirmed,
        "significance_on": on,
        "significance_approved_by": by,
        "significance_reason": kept or reason,
    }


def refusal_of_done_on(*, done_on: date, already: date | None, today: date) -> Refusal | None:
    """Refuse a remedial action done twice, or in the future."""
    if already is not None:
        return Refusal(
            "action-done-already", f"This action was done on {long_date(already)} already."
        )
    if done_on > today:
        return Refusal("action-done-to-come", "The day on which it was done cannot be to come.")
    return None
