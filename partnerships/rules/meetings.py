"""May this body meet on this day, and what may become of the meeting?"""

from collections.abc import Iterable, Sequence
from datetime import date, time

from govreg.core.periods import holds
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_day(*, day: date, body_start: date | None, body_end: date | None) -> Refusal | None:
    """Refuse a day on which the body was not in being."""
    if body_start and day < body_start:
        return Refusal(
            "before-the-body",
            f"The body is in being only from {long_date(body_start)}, so it did not meet before. "
            "Check the date.",
        )
    if body_end and day > body_end:
        return Refusal(
            "after-the-body",
            f"The body ended on {long_date(body_end)}, so it does not meet after. Check the date.",
        )
    return None


def refusal_of_times(*, starts_at: time | None, ends_at: time | None) -> Refusal | None:
    """Refuse an end without a start, or before it."""
    if ends_at and not starts_at:
        return Refusal("no-start", "Say when the meeting starts, or leave out when it ends.")
    if starts_at and ends_at and ends_at <= starts_at:
        return Refusal("ends-first", "The meeting must end later than it starts.")
    return None


def refusal_of_second(*, day: date, kind: str, known: Iterable[tuple[date, str]]) -> Refusal | None:
    """Refuse a second meeting of the same type on one day."""
    if (day, kind) in set(known):
        return Refusal(
            "meeting-known",
            f"A meeting of this type on {long_date(day)} is already recorded. Open that one.",
        )
    return None


def refusal_to_hold(*, day: date, cancelled: bool, on: date) -> Refusal | None:
    """Refuse to record as held what was cancelled, or what is still to come."""
    if cancelled:
        return Refusal(
            "meeting-cancelled",
            "This meeting was cancelled, so nobody attended it. If it took place after all, log it "
            "as another meeting.",
        )
    if day > on:
        return Refusal(
            "meeting-to-come",
            f"This meeting is on {long_date(day)}, which is still to come. Record it once it was "
            "held.",
        )
    return None


def refusal_to_cancel(*, held: bool, cancelled: bool, because: str) -> Refusal | None:
    """Refuse to cancel what was held or is cancelled already, or to give no reason."""
    if held:
        return Refusal("meeting-held", "This meeting was held, so it cannot be cancelled.")
    if cancelled:
        return Refusal("cancelled-already", "This meeting is cancelled already.")
    if not because.strip():
        return Refusal("no-reason", "Say why the meeting is cancelled.")
    return None


def refusal_to_withdraw(*, held: bool, basis: Sequence[str], because: str) -> Refusal | None:
    """Refuse to withdraw what was not logged as held, what others rest on, or without a reason.

    `basis` names what is recorded of the meeting, or rests on it.
    """
    if not held:
        return Refusal(
            "not-logged", "Only a meeting that was logged as held is withdrawn. Cancel this one."
        )
    if basis:
        return Refusal(
            "basis-of-others",
            f"This meeting cannot be withdrawn, for it is the basis of {' and '.join(basis)}. If "
            "these too are mistaken, take them out of the record first.",
        )
    if not because.strip():
        return Refusal("no-reason", "Say why the meeting is withdrawn.")
    return None


def refusal_to_change(*, cancelled: bool) -> Refusal | None:
    """Refuse to change a meeting that was cancelled."""
    if cancelled:
        return Refusal(
            "meeting-cancelled", "This meeting was cancelled. Add another one for the new date."
        )
    return None


def refusal_of_move(*, old: date, new: date, has_attendance: bool) -> Refusal | None:
    """Refuse to move a meeting whose attendance is recorded: it is of that day's members."""
    if old != new and has_attendance:
        return Refusal(
            "attendance-recorded",
            "The attendance of this meeting is recorded for the members of "
            f"{long_date(old)}. Take it out of the record first, then correct the date.",
        )
    return None


def refusal_of_held_day(*, day: date, held: bool, on: date) -> Refusal | None:
    """Refuse a held meeting on a day to come."""
    if held and day > on:
        return Refusal(
            "held-to-come",
            f"{long_date(day)} is still to come, so the meeting was not held yet. Check the date, "
            "or plan the meeting instead.",
        )
    return None


def refusal_to_leave_meetings(
    *, start: date | None, end: date | None, met: Iterable[date]
) -> Refusal | None:
    """Refuse dates of a body between which not all of its meetings lie."""
    outside = sorted(day for day in met if not holds(start, end, on=day))
    if outside:
        return Refusal(
            "meetings-outside",
            f"A meeting of this body is recorded on {long_date(outside[0])}. The body must be in "
            "being on that day, or the meeting cancelled first.",
        )
    return None
