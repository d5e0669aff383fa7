"""May this member's attendance be recorded, and was the meeting quorate?"""

from collections.abc import Iterable
from datetime import date

from govreg.core.periods import holds
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

#: One missed meeting tells nothing of a habit: a rate is flagged only from so many meetings on.
FEWEST_TO_FLAG = 2


def is_low(*, attended: int, expected: int, below: int) -> bool:
    """Say whether a rate is to be flagged: it lies below so many per cent, of enough meetings.

    >>> is_low(attended=0, expected=1, below=50), is_low(attended=0, expected=2, below=50)
    (False, True)
    """
    return expected >= FEWEST_TO_FLAG and attended * 100 < expected * below


def refusal_of_member(
    *,
    who: str,
    same_body: bool,
    start: date | None,
    end: date | None,
    day: date,
) -> Refusal | None:
    """Refuse attendance for somebody who was not a member of the body on the day."""
    if same_body and holds(start, end, on=day):
        return None
    return Refusal(
        "no-member",
        f"{who} was not a member of this body on {long_date(day)}, so no attendance can be "
        "recorded for it. Correct the membership first if that is wrong.",
    )


def refusal_of_substitute(*, is_substitute: bool, substitute: str) -> Refusal | None:
    """Refuse to name somebody who came instead where nobody did."""
    if substitute.strip() and not is_substitute:
        return Refusal(
            "no-substitute",
            "Somebody who came instead is named, but the member is not marked “Substitute”.",
        )
    return None


def refusal_to_shorten(
    *, start: date | None, end: date | None, attended: Iterable[tuple[date, bool]]
) -> Refusal | None:
    """Refuse a membership that does not cover the meetings for which attendance is recorded.

    `attended` has each meeting's day, and whether the seat still is on the body that met.
    """
    outside = sorted(
        day for day, same_body in attended if not (same_body and holds(start, end, on=day))
    )
    if outside:
        return Refusal(
            "attendance-outside",
            f"Attendance is recorded for this member at the meeting of {long_date(outside[0])}. "
            "The membership must be of that body, and cover that day.",
        )
    return None


def refusal_of_quorum(*, quorum: int | None, seats: int) -> Refusal | None:
    """Refuse a quorum that can never be reached; where no seat is recorded nothing is known."""
    if quorum is not None and seats and quorum > seats:
        return Refusal(
            "quorum-beyond-seats",
            f"The quorum of {quorum} is larger than the number of seats that are recorded for that "
            f"day, {seats}. Check the number, or add the members that are missing first.",
        )
    return None


def quorate(*, attended: int, quorum: int | None) -> bool | None:
    """Say whether enough members came, or None where no quorum is recorded.

    >>> quorate(attended=5, quorum=5)
    True
    """
    return None if quorum is None else attended >= quorum
