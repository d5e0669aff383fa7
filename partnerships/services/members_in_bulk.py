"""How are very many memberships added and corrected at once, by the rules that one is kept by?

A council’s membership list has thousands of rows, so it is kept in portions. The rules are those of
one membership; what they ask of the register is read once for each portion.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from govreg.core.history import bulk
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal
from partnerships.models import Attendance, Membership, Partnership
from partnerships.rules.attendance import refusal_to_shorten
from partnerships.rules.membership import refusal_of_period, refusal_of_vacancy
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping_members
from .memberships import EDITABLE
from .seat_overlaps import SeatOverlaps


@dataclass(slots=True)
class Seat:
    """One membership, new or as it was read, with what it should be; and why it may not be.

    `number` tells it from every other of the same list, such as the line of a file.
    """

    number: int
    membership: Membership
    values: Mapping[str, Any]
    refusals: list[Refusal] = field(default_factory=list)

    def must(self, refusal: Refusal | None) -> None:
        """Keep a rule's refusal, if it is one."""
        if refusal is not None:
            self.refusals.append(refusal)


def foresee_members(
    *, partnership: Partnership, seats: Iterable[Seat], overlaps: SeatOverlaps
) -> None:
    """Note the seats of a portion, before any portion of the list is kept."""
    for seat in seats:
        seat.membership.partnership = partnership
        put(seat.membership, seat.values, allowed=EDITABLE)
        overlaps.note(seat.number, seat.membership)


def keep_members(
    *,
    partnership: Partnership,
    seats: Sequence[Seat],
    by: Any,
    write: bool,
    overlaps: SeatOverlaps,
    reason: str = "",
) -> bool:
    """Add and correct the memberships of a portion: all of them, or none where one is refused.

    Each seat that is refused says why. Existing memberships must be locked, and every portion of
    the list noted in `overlaps`. Returns whether they were written; with `write` false they are
    only judged.
    """
    scope = partnership.scope
    with change(verb="Kept the members", by=by, reason=reason, scope=scope):
        enforce_keeping_members(partnership, by=by)
        for seat in seats:
            seat.membership.partnership = partnership
            put(seat.membership, seat.values, allowed=EDITABLE)
            one = seat.membership
            seat.must(refusal_of_period(start=one.start, end=one.end))
            seat.must(refusal_of_stranger(partnership_id=partnership.pk, body=one.body))
            seat.must(overlaps.refusal(seat.number))
        _keep_attendance(seats)
        if not write or any(seat.refusals for seat in seats):
            return False
        members = [seat.membership for seat in seats]
        kept = [one for one in members if one.pk is not None]
        bulk.create([one for one in members if one.pk is None])
        bulk.update(kept, EDITABLE)
    return True


def _keep_attendance(seats: Sequence[Seat]) -> None:
    """Refuse what would leave attendance recorded of somebody who was no member."""
    changed = {seat.membership.pk: seat for seat in seats if seat.membership.pk}
    attended: defaultdict[int, list[tuple[date, int]]] = defaultdict(list)
    for keys in _portions(list(changed)):
        rows = Attendance.objects.filter(membership__in=keys).order_by()
        for key, day, body in rows.values_list("membership", "meeting__day", "meeting__body"):
            attended[key].append((day, body))
    for key, met in attended.items():
        seat, one = changed[key], changed[key].membership
        if one.is_vacant:
            seat.must(refusal_of_vacancy(attended=[day for day, _body in met]))
        there = [(day, one.body_id in (None, body)) for day, body in met]
        seat.must(refusal_to_shorten(start=one.start, end=one.end, attended=there))


def _portions(keys: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    """Give the keys in portions that every database takes in one question."""
    for start in range(0, len(keys), size):
        yield keys[start : start + size]
