"""Were the meetings of the last twelve months recorded and quorate?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q

from govreg.core.access import Permission
from partnerships.models import Attendance, Meeting, MeetingArrangement, Membership, Partnership
from partnerships.rules.attendance import quorate

from .health import Point, Standing, State, register

YEAR = timedelta(days=365)


def quorate_meetings(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether there were meetings, whether who came is known, and were there enough."""
    came = Q(attendance__state__in=Attendance.ATTENDED) & ~Q(
        attendance__membership__role=Membership.Role.OBSERVER
    )
    meetings = Meeting.objects.filter(
        Q(state=Meeting.State.HELD, day__lte=on) | Q(state=Meeting.State.PLANNED, day__lt=on),
        body__partnership__in=[p.pk for p in partnerships],
        day__gt=on - YEAR,
    )
    counted = meetings.annotate(recorded=Count("attendance"), came=Count("attendance", filter=came))
    held: dict[int, list[Any]] = defaultdict(list)
    columns = ("body__partnership_id", "body_id", "day", "quorate_stated", "recorded", "came")
    for meeting in counted.order_by().values_list(*columns, named=True):
        held[meeting.body__partnership_id].append(meeting)
    quorums = _quorums([m.body_id for rows in held.values() for m in rows])
    return {p.pk: _standing(held.get(p.pk, []), quorums) for p in partnerships}


def _quorums(bodies: list[int]) -> dict[int, list[tuple[date, int | None]]]:
    """Return each body's quorums by the day from which they hold, the latest first."""
    found: dict[int, list[tuple[date, int | None]]] = defaultdict(list)
    rows = MeetingArrangement.objects.filter(body__in=bodies).order_by("-start")
    for body, start, quorum in rows.values_list("body", "start", "quorum"):
        found[body].append((start, quorum))
    return found


def _standing(meetings: list[Any], quorums: dict[int, list[tuple[date, int | None]]]) -> Standing:
    if not meetings:
        return Standing(State.MISSING, "No meeting was recorded in the last twelve months.")
    all_of_them = len(meetings)
    unrecorded = sum(meeting.recorded == 0 for meeting in meetings)
    if unrecorded:
        return Standing(
            State.DUE, f"Who came is not recorded for {unrecorded} of {all_of_them} meetings."
        )
    judged = [_was_quorate(meeting, quorums.get(meeting.body_id, [])) for meeting in meetings]
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


def _was_quorate(meeting: Any, quorums: list[tuple[date, int | None]]) -> bool | None:
    """Judge by those who came; where no quorum is recorded, as the chair stated."""
    quorum = next((number for start, number in quorums if start <= meeting.day), None)
    judged = quorate(attended=meeting.came, quorum=quorum)
    stated: bool | None = meeting.quorate_stated
    return stated if judged is None else judged


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
