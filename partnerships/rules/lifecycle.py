"""May a partnership go on to this stage of its life now?

Proposed, active, under review, winding down, closed: closing needs the four elements of exit to
be covered (review of 2005, recommendation 6).
"""

from collections.abc import Sequence
from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

NEXT: dict[str, tuple[str, ...]] = {
    "proposed": ("active", "closed"),
    "active": ("under-review", "winding-down"),
    "under-review": ("active", "winding-down"),
    "winding-down": ("closed", "active"),
    "closed": ("winding-down",),
}


def refusal_to_go_on(
    *,
    status: str,
    to: str,
    uncovered: Sequence[str],
    ended_because: str,
    ended_on: date | None,
    today: date,
) -> Refusal | None:
    """Refuse a stage that does not follow, or a closing that leaves something open.

    `uncovered` are the questions on exit that are not settled; they do not matter for a proposal
    that was never taken up.
    """
    if to not in NEXT[status]:
        return Refusal("not-the-next-stage", "This stage does not follow the present one.")
    if to != "closed":
        return None
    if not ended_because or ended_on is None:
        return Refusal("ending-not-told", "Say why the partnership ended and on which day.")
    if ended_on > today:
        return Refusal("ending-to-come", "The day on which it ended cannot be in the future.")
    if status != "proposed" and uncovered:
        listed = " ".join(f"“{wording}”" for wording in uncovered)
        count = "One question" if len(uncovered) == 1 else f"{len(uncovered)} questions"
        return Refusal(
            "exit-not-answered",
            f"{count} on the exit arrangements must be covered before it is closed: {listed}",
        )
    return None


def refusal_to_add(*, closed: bool, ended_on: date | None) -> Refusal | None:
    """Refuse to go on with what has ended; what lies before its end is still recorded."""
    if not closed:
        return None
    ended = f"ended on {long_date(ended_on)}" if ended_on else "is closed"
    return Refusal(
        "partnership-closed",
        f"The partnership {ended}. Only what lies before its end is still recorded here.",
    )


def refusal_after_the_end(*, ended_on: date | None, day: date | None, what: str) -> Refusal | None:
    """Refuse what begins after a partnership ended; `what` opens the sentence, as “A meeting”.

    What lies before its end may still be recorded and corrected.
    """
    if ended_on is not None and day is not None and day > ended_on:
        return Refusal(
            "after-the-end",
            f"The partnership ended on {long_date(ended_on)}. {what} of {long_date(day)} is after "
            "its end, so it cannot be recorded. Check the date.",
        )
    return None
