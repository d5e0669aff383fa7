"""How are very many memberships added and corrected at once, by the rules that one is kept by?

A council’s membership list has thousands of rows. The rules are those of one membership; what they
ask of the register is read once for all.
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
from partnerships.rules.membership import (
    Period,
    refusal_of_overlap,
    refusal_of_period,
    refusal_of_vacancy,
)
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping_members
from .memberships import EDITABLE

SeatKey = tuple[Any, ...]
SEAT = ("body_id", "organisation_id", "representative", "post_id")


@dataclass(slots=True)
class Seat:
    """One membership, new or as it was read, with what it should be; and why it may not be."""

    membership: Membership
    values: Mapping[str, Any]
    refusals: list[Refusal] = field(default_factory=list)

    def must(self, refusal: Refusal | None) -> None:
        """Keep a rule's refusal, if it is one."""
        if refusal is not None:
            self.refusals.append(refusal)


def keep_members(
    *, partnership: Partnership, seats: Sequence[Seat], by: Any, write: bool, reason: str = ""
) -> bool:
    """Add and correct memberships: all of them, or none where one is refused.

    Each seat that is refused says why. Existing memberships must be locked. Returns whether they
    were written; with `write` false they are only judged.
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
        _refuse_overlaps(partnership, seats)
        _keep_attendance(seats)
        if not write or any(seat.refusals for seat in seats):
            return False
        members = [seat.membership for seat in seats]
        kept = [one for one in members if one.pk is not None]
        bulk.create([one for one in members if one.pk is None])
        bulk.update(kept, EDITABLE)
    return True


def _refuse_overlaps(partnership: Partnership, seats: Sequence[Seat]) -> None:
    """Refuse two memberships of one seat at one time, looking at each seat's once in their order.

    A membership that overlaps with any before it overlaps with that which lasts longest of them.
    """
    own = {seat.membership.pk for seat in seats if seat.membership.pk}
    held: defaultdict[SeatKey, list[tuple[Period, Seat | None]]] = defaultdict(list)
    others = Membership.objects.filter(partnership=partnership).order_by()
    for pk, start, end, *key in others.values_list("pk", "start", "end", *SEAT):
        if pk not in own:
            held[tuple(key)].append(((start, end), None))
    for seat in seats:
        one = seat.membership
        held[tuple(getattr(one, name) for name in SEAT)].append(((one.start, one.end), seat))
    for periods in held.values():
        _refuse_in_order(sorted(periods, key=lambda one: one[0][0] or date.min))


def _refuse_in_order(periods: Sequence[tuple[Period, Seat | None]]) -> None:
    longest, whose = periods[0]
    for (start, end), seat in periods[1:]:
        refusal = refusal_of_overlap(start=start, end=end, others=[longest])
        to_blame = seat or whose
        if refusal and to_blame:
            to_blame.must(refusal)
        if (end or date.max) > (longest[1] or date.max):
            longest, whose = (start, end), seat


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
