"""Which of very many memberships would hold one seat at one time?"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import groupby
from struct import Struct
from typing import Any

from govreg.core.refusals import Refusal
from partnerships.models import Membership, Partnership
from partnerships.rules.membership import Period, refusal_of_overlap

SEAT = ("body_id", "organisation_id", "representative", "post_id")
#: A seat's digest, the days on which somebody holds it and the number that it was noted under.
#: Packed so that they sort by seat and first day, and that ten thousand take under a megabyte.
PACKED = Struct(">16sIII")
DIGEST = 16
BEFORE_ALL = 0
FOR_GOOD = 0xFFFFFFFF
#: Stands for a membership that is in the register and was not noted; no line has this number.
STAYS = 0xFFFFFFFF


class SeatOverlaps:
    """The seats of one partnership as they are to be.

    Of each membership it remembers no more than its seat, its period and the number that it was
    noted under, so that a list of any length can be judged a portion at a time.
    """

    def __init__(self, partnership: Partnership) -> None:
        self._partnership = partnership
        self._noted: list[bytes] = []
        self._own: set[int] = set()
        self._refusals: dict[int, Refusal] | None = None

    def note(self, number: int, membership: Membership) -> None:
        """Note a membership as it is to be, under a number of its own."""
        seat = _digest(getattr(membership, name) for name in SEAT)
        self._noted.append(_packed(seat, membership.start, membership.end, number))
        if membership.pk is not None:
            self._own.add(membership.pk)

    def refusal(self, number: int) -> Refusal | None:
        """Refuse the membership noted under a number where another one holds its seat."""
        if self._refusals is None:
            self._noted.sort()
            self._noted += list(self._those_that_stay())
            self._noted.sort()
            self._refusals = dict(self._found())
            self._noted.clear()
        return self._refusals.get(number)

    def _those_that_stay(self) -> Iterator[bytes]:
        """Give those who hold a seat that was noted and were not noted themselves."""
        noted = self._noted
        others = Membership.objects.filter(partnership=self._partnership).order_by()
        for pk, start, end, *key in others.values_list("pk", "start", "end", *SEAT).iterator():
            if pk in self._own:
                continue
            seat = _digest(key)
            place = bisect_left(noted, seat)
            if place < len(noted) and noted[place].startswith(seat):
                yield _packed(seat, start, end, STAYS)

    def _found(self) -> Iterator[tuple[int, Refusal]]:
        """Look at each membership of a seat once, in their order.

        One that overlaps with any before it overlaps with that which lasts longest of them.
        """
        for _seat, rows in groupby(self._noted, key=lambda row: row[:DIGEST]):
            (_own, first, last, whose), *others = map(PACKED.unpack, rows)
            for _same, start, end, number in others:
                begins, ends = _days(start, end)
                refusal = refusal_of_overlap(start=begins, end=ends, others=[_days(first, last)])
                to_blame = whose if number == STAYS else number
                if refusal and to_blame != STAYS:
                    both = STAYS not in (whose, number)
                    yield to_blame, _of_two_lines(whose) if both else refusal
                if end > last:
                    first, last, whose = start, end, number


def _of_two_lines(other: int) -> Refusal:
    return Refusal(
        "membership-overlaps",
        f"Line {other} has the same seat for part of that time. Leave one of the two out, correct "
        "the days, or give this one another representative.",
    )


def _digest(key: Iterable[Any]) -> bytes:
    return blake2b(repr(tuple(key)).encode(), digest_size=DIGEST).digest()


def _packed(seat: bytes, start: date | None, end: date | None, number: int) -> bytes:
    first = start.toordinal() if start else BEFORE_ALL
    last = end.toordinal() if end else FOR_GOOD
    return PACKED.pack(seat, first, last, number)


def _days(first: int, last: int) -> Period:
    start = None if first == BEFORE_ALL else date.fromordinal(first)
    return start, None if last == FOR_GOOD else date.fromordinal(last)
