"""How often did organisations come to the meetings they were members for?

The database counts the attendances of each seat, hundreds of thousands in one pass; the few
thousand counts are put together here. An organisation with two seats was at a meeting when either
was; a substitute stands for the organisation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import add
from typing import Any, NamedTuple

from django.db.models import Count, Max, Min, Q, QuerySet

from govreg.core.council.definitions import ATTENDANCE_THRESHOLD
from govreg.core.council.settings import whole_number
from partnerships.models import Attendance, Body, Membership, Organisation
from partnerships.rules.attendance import is_low
from partnerships.rules.interventions import in_per_cent

BOTH, ORGANISATION, BODY = "both", "organisation", "body"
GROUPINGS = [
    (BOTH, "Each organisation on each body"),
    (ORGANISATION, "Each organisation"),
    (BODY, "Each body"),
]
OF_ORGANISATION = ("organisation", "organisation_key")
OF_BODY = ("body", "body_key", "partnership", "reference")
GROUPED = {BOTH: (*OF_ORGANISATION, *OF_BODY), ORGANISATION: OF_ORGANISATION, BODY: OF_BODY}
RISING, FALLING, STEADY = "rising", "falling", "steady"
CAME = Q(state__in=Attendance.ATTENDED)
#: More keys than these are not named one by one.
FEW = 500

Line = dict[str, Any]
Pair = tuple[int, int]
Numbers = tuple[int, ...]


class Counts(NamedTuple):
    """How often somebody was expected and came: in all, and after the middle day."""

    expected: int = 0
    attended: int = 0
    late: int = 0
    late_attended: int = 0

    @property
    def trend(self) -> str:
        """Which way the rate moved; nothing where one side of the middle has no meeting."""
        early, early_attended = self.expected - self.late, self.attended - self.late_attended
        if not self.late or not early:
            return ""
        moved = self.late_attended * early - early_attended * self.late
        return RISING if moved > 0 else FALLING if moved < 0 else STEADY


@dataclass(slots=True)
class Seat:
    """What was counted of one membership at the meetings of one body."""

    organisation: int
    body: int
    counts: Counts
    times: tuple[int, ...]
    start: date | None
    end: date | None


TIMES = {
    "substitutes": Count("pk", filter=Q(state=Attendance.State.SUBSTITUTE)),
    "apologies": Count("pk", filter=Q(state=Attendance.State.APOLOGIES)),
    "absences": Count("pk", filter=Q(state=Attendance.State.ABSENT)),
}


NUMBERS = (*Counts._fields, *TIMES)


def threshold(*, on: date) -> int:
    """Return the rate in per cent below which an organisation is flagged on a day."""
    return whole_number(ATTENDANCE_THRESHOLD, on=on)


def middle_of(rows: QuerySet[Any]) -> date | None:
    """Return the day between the first and the last meeting, by which the trend is told.

    Each end is looked up by the index of days, which is far cheaper than to read all for both.
    """
    days = rows.values_list("meeting__day", flat=True)
    first = days.order_by("meeting__day").first()
    last = days.order_by("-meeting__day").first()
    return first + (last - first) / 2 if first and last > first else None


def lines_of(rows: QuerySet[Any], *, grouping: str, middle: date | None, below: int) -> list[Line]:
    """Return one line for each organisation, body or both, with its counts, rate and trend.

    For an organisation meetings are counted, for a body the seats of its members at them. Rates are
    whole per cent, half up. The trend is told by the meetings on either side of `middle`.
    """
    seats = list(_seats(rows, middle))
    counted = [(seat, seat.counts) for seat in seats]
    if grouping != BODY:
        counted = _with_meetings(rows, seats, middle)
    keyed = {
        BOTH: lambda seat: (seat.organisation, seat.body),
        ORGANISATION: lambda seat: seat.organisation,
        BODY: lambda seat: seat.body,
    }[grouping]
    found: dict[Any, tuple[Seat, Numbers]] = {}
    for seat, counts in counted:
        key, numbers = keyed(seat), (*counts, *seat.times)
        if key in found:
            numbers = tuple(map(add, found[key][1], numbers))
        found[key] = (seat, numbers)
    return _named([_told(*line, below=below) for line in found.values()], grouping)


def _told(seat: Seat, numbers: Numbers, *, below: int) -> Line:
    counts = Counts(*numbers[: len(Counts._fields)])
    line: Line = dict(zip(NUMBERS, numbers, strict=True))
    line["organisation_key"] = seat.organisation
    line["body_key"] = seat.body
    line["rate"] = in_per_cent(counts.attended, counts.expected)
    line["is_low"] = is_low(attended=counts.attended, expected=counts.expected, below=below)
    line["trend"] = counts.trend
    return line


def _seats(rows: QuerySet[Any], middle: date | None) -> Iterator[Seat]:
    """Give each seat with its counts; one that belongs to no body is given for each it came to."""
    asked = {**_counts("pk", middle), **TIMES}
    width = len(Counts._fields)
    by_seat = rows.order_by().values("membership").annotate(**asked)
    found = list(
        by_seat.annotate(body=Min("meeting__body"), other=Max("meeting__body")).values_list(
            "membership", "body", "other", *asked
        )
    )
    wide = [key for key, body, other, *_counted in found if body != other]
    kept = [(key, body, counted) for key, body, other, *counted in found if body == other]
    if wide:
        apart = rows.filter(membership__in=wide).order_by().values("membership", "meeting__body")
        columns = ("membership", "meeting__body", *asked)
        each = apart.annotate(**asked).values_list(*columns)
        kept += [(key, body, counted) for key, body, *counted in each]
    held = _memberships([key for key, *_rest in found])
    for key, body, counted in kept:
        organisation, start, end = held[key]
        yield Seat(organisation, body, Counts(*counted[:width]), tuple(counted[width:]), start, end)


def _memberships(keys: list[int]) -> dict[int, tuple[int, date | None, date | None]]:
    """Return the organisation and the period of memberships, and of some beside them.

    Many are asked for as those between the first and the last: to name thousands costs more.
    """
    held = Membership.objects.order_by()
    if len(keys) > FEW:
        held = held.filter(pk__range=(min(keys), max(keys)))
    else:
        held = held.filter(pk__in=keys)
    rows = held.values_list("pk", "organisation", "start", "end")
    return {key: (organisation, start, end) for key, organisation, start, end in rows}


def _with_meetings(
    rows: QuerySet[Any], seats: list[Seat], middle: date | None
) -> list[tuple[Seat, Counts]]:
    """Return seats with the meetings of their organisations.

    Of most organisations each attendance is a meeting. Those that had two seats on a body at one
    time are counted apart, and the second seat counts for nothing more.
    """
    doubled = _side_by_side(seats)
    if not doubled:
        return [(seat, seat.counts) for seat in seats]
    counted = (
        rows.filter(
            membership__organisation__in={organisation for organisation, _body in doubled},
            meeting__body__in={body for _organisation, body in doubled},
        )
        .order_by()
        .values("membership__organisation", "meeting__body")
        .annotate(**_counts("meeting", middle, distinct=True))
        .values_list("membership__organisation", "meeting__body", *Counts._fields)
    )
    meetings = {(one, body): Counts(*counts) for one, body, *counts in counted}
    found = []
    for seat in seats:
        pair = (seat.organisation, seat.body)
        counts = meetings.pop(pair, Counts()) if pair in doubled else seat.counts
        found.append((seat, counts))
    return found


def _side_by_side(seats: list[Seat]) -> set[Pair]:
    """Return who held two seats on a body on one day; a seat that follows another is no second."""
    until: dict[Pair, date] = {}
    found = set()
    for seat in sorted(seats, key=lambda seat: seat.start or date.min):
        pair = (seat.organisation, seat.body)
        if pair in until and (seat.start or date.min) <= until[pair]:
            found.add(pair)
        until[pair] = max(seat.end or date.max, until.get(pair, date.min))
    return found


def _counts(unit: str, middle: date | None, *, distinct: bool = False) -> dict[str, Any]:
    late = Q(meeting__day__gt=middle) if middle else Q(pk__in=[])
    meant = dict(zip(Counts._fields, (None, CAME, late, late & CAME), strict=True))
    return {name: Count(unit, filter=only, distinct=distinct) for name, only in meant.items()}


def _named(lines: Iterable[Line], grouping: str) -> list[Line]:
    """Return lines with the names of what each stands for, in the order of these names."""
    named = list(lines)
    wanted = {key: {line[key] for line in named} for key in ("organisation_key", "body_key")}
    if grouping != BODY:
        found = Organisation.objects.filter(pk__in=wanted["organisation_key"]).order_by()
        names = dict(found.values_list("pk", "name"))
        for line in named:
            line["organisation"] = names[line["organisation_key"]]
    if grouping != ORGANISATION:
        columns = ("pk", "name", "partnership__name", "partnership__reference")
        bodies = Body.objects.filter(pk__in=wanted["body_key"]).order_by().values_list(*columns)
        told = {pk: dict(zip(OF_BODY, (name, pk, *of), strict=True)) for pk, name, *of in bodies}
        for line in named:
            line.update(told[line["body_key"]])
    names_of = [name for name in GROUPED[grouping] if not name.endswith("_key")]
    if grouping != BOTH:
        key = "body_key" if grouping == ORGANISATION else "organisation_key"
        for line in named:
            del line[key]
    return sorted(named, key=lambda line: [line[name].casefold() for name in names_of])


def low_organisations(partnership: Any, *, since: date, on: date) -> list[Line]:
    """Return the organisations below the threshold on a partnership's bodies, the lowest first."""
    rows = Attendance.objects.filter(
        meeting__body__partnership=partnership, meeting__day__gte=since, meeting__day__lte=on
    )
    found = lines_of(rows, grouping=BOTH, middle=None, below=threshold(on=on))
    return sorted((line for line in found if line["is_low"]), key=lambda line: line["rate"])
