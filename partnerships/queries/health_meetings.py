"""Were the meetings of the last twelve months recorded and quorate?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import starmap
from typing import Any, NamedTuple

from django.db.models import Count, Q

from govreg.core.access import Permission
from govreg.core.prepared import prepared
from partnerships.models import Attendance, Meeting, MeetingArrangement, Membership, Partnership
from partnerships.rules.attendance import quorate

from .health import Point, Standing, State, register

YEAR = timedelta(days=365)


class Counted(NamedTuple):
    """A meeting, for how many members it is recorded whether they came, and how many did."""

    partnership: int
    body: int
    day: date
    quorate_stated: bool | None
    recorded: int
    came: int


def quorate_meetings(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether there were meetings, whether who came is known, and were there enough."""
    held: dict[int, list[Counted]] = defaultdict(list)
    counted = _counted(keys=[p.pk for p in partnerships], after=on - YEAR, on=on)
    for meeting in starmap(Counted, counted):
        held[meeting.partnership].append(meeting)
    quorums = _quorums([m.body for rows in held.values() for m in rows])
    return {p.pk: _standing(held.get(p.pk, []), quorums) for p in partnerships}


@prepared
def _counted(keys: Sequence[int], after: date, on: date) -> Any:
    """Return the meetings between two days that were to be held, with who came to each."""
    came = Q(attendance__state__in=Attendance.ATTENDED) & ~Q(
        attendance__membership__role=Membership.Role.OBSERVER
    )
    meetings = Meeting.objects.filter(
        Q(state=Meeting.State.HELD, day__lte=on) | Q(state=Meeting.State.PLANNED, day__lt=on),
        body__partnership__in=keys,
        day__gt=after,
    )
    counted = meetings.annotate(recorded=Count("attendance"), came=Count("attendance", filter=came))
    columns = ("body__partnership_id", "body_id", "day", "quorate_stated", "recorded", "came")
    return counted.order_by().values_list(*columns)


def _quorums(bodies: list[int]) -> dict[int, list[tuple[date, int | None]]]:
    """Return each body's quorums by the day from which they hold, the latest first."""
    found: dict[int, list[tuple[date, int | None]]] = defaultdict(list)
    rows = MeetingArrangement.objects.filter(body__in=bodies).order_by("-start")
    for body, start, quorum in rows.values_list("body", "start", "quorum"):
        found[body].append((start, quorum))
    return found


def _standing(
    meetings: list[Counted], quorums: dict[int, list[tuple[date, int | None]]]
) -> Standing:
    if not meetings:
        return Standing(State.MISSING, "No meeting was recorded in the last twelve months.")
    all_of_them = len(meetings)
    unrecorded = sum(meeting.recorded == 0 for meeting in meetings)
    if unrecorded:
        return Standing(
            State.DUE, f"Who came is not recorded for {unrecorded} of {all_of_them} meetings."
        )
    judged = [_was_quorate(meeting, quorums.get(meeting.body, [])) for meeting in meetings]
    if False in judged:
        return Standing(
            State.MISSING, f"Not quorate: {judged.count(False)} of {all_of_them} meetings."
        )
    if None in judged:
        return Standing(
            State.MISSING,
            f"No quorum is recorded that {judged.count(None)} of {all_of_them} meetings could be "
            "held against.",
        )
    told = "The one meeting" if all_of_them == 1 else f"All {all_of_them} meetings"
    was = "was" if all_of_them == 1 else "were"
    return Standing(State.MET, f"{told} of twelve months {was} quorate.")


def _was_quorate(meeting: Counted, quorums: list[tuple[date, int | None]]) -> bool | None:
    """Judge by those who came; where no quorum is recorded, as the chair stated."""
    quorum = next((number for start, number in quorums if start <= meeting.day), None)
    judged = quorate(attended=meeting.came, quorum=quorum)
    return meeting.quorate_stated if judged is None else judged


register(
    Point(
        "meetings",
        "Quorate meetings",
        quorate_meetings,
        "partnerships:meetings",
        "See the meetings",
        Permission.KEEP_MEMBERSHIP,
    ),
    position=50,
)
