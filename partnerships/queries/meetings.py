"""What does a page show of a body's or a partnership's meetings, and which wait to be recorded?"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from govreg.core.access import Permission
from partnerships.models import (
    Attendance,
    Body,
    Decision,
    KeyMessage,
    Meeting,
    MeetingArrangement,
    Membership,
    Minutes,
)
from partnerships.rules.attendance import quorate

from .arrangements import Standing, now_and_others, standing_of
from .attendance import low_organisations, threshold

SHOWN = 5


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Everything on a meeting's own page."""

    attendance: list[Attendance]
    attended: int
    quorum: int | None
    quorate: bool | None
    not_marked: int
    may_read: bool
    decisions: list[Decision] = field(default_factory=list)
    messages: list[KeyMessage] = field(default_factory=list)
    minutes: list[Minutes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BodyMeetings:
    """What a body's page shows of its meetings."""

    coming: list[Meeting]
    last: list[Meeting]
    standing: Standing
    other_arrangements: list[MeetingArrangement]


def may_read_meeting(user: Any, meeting: Meeting) -> bool:
    """Say whether a user may read what was said at a meeting that they may see."""
    scope = meeting.body.partnership.scope_id
    return not meeting.exempt or bool(user.may(Permission.VIEW_EXEMPT, scope))


def meeting_page(meeting: Meeting, user: Any) -> MeetingPage:
    """Return what a meeting's page shows to a user."""
    rows = list(
        meeting.attendance.select_related("membership__organisation", "membership__post").order_by(
            "membership__organisation__name", "pk"
        )
    )
    attended = sum(counts_for_quorum(row) for row in rows)
    quorum = standing_of(meeting.body, on=meeting.day).quorum
    facts: dict[str, Any] = {
        "attendance": rows,
        "attended": attended,
        "quorum": quorum,
        "not_marked": _not_marked(meeting, rows) if rows else 0,
        "quorate": quorate(attended=attended, quorum=quorum) if rows else None,
    }
    if not may_read_meeting(user, meeting):
        return MeetingPage(**facts, may_read=False)
    return MeetingPage(
        **facts,
        may_read=True,
        decisions=list(meeting.decisions.all()),
        messages=list(meeting.key_messages.all()),
        minutes=list(meeting.minutes.select_related("file")),
    )


def _not_marked(meeting: Meeting, rows: list[Attendance]) -> int:
    """Return of how many of the body's members of the day nothing is recorded."""
    marked = {row.membership_id for row in rows}
    expected = (seat.pk for seat in members_on_the_day(meeting) if seat.body_id is not None)
    return sum(key not in marked for key in expected)


def resting_on(meeting: Meeting) -> list[str]:
    """Return in words what is recorded of a meeting, or rests on it."""
    told = {
        "the attendance": meeting.attendance,
        "its decisions": meeting.decisions,
        "its key messages": meeting.key_messages,
        "its minutes": meeting.minutes,
        "a commissioning decision": meeting.commissioning,
        "an engagement": meeting.engagements,
    }
    return [words for words, rows in told.items() if rows.exists()]


def counts_for_quorum(row: Attendance) -> bool:
    """Say whether an attendance counts towards the quorum: an observer's does not."""
    observes = row.membership.role == Membership.Role.OBSERVER
    return row.state in Attendance.ATTENDED and not observes


def body_meetings(body: Body, *, on: date) -> BodyMeetings:
    """Return the coming and the last meetings of a body, and how it meets on a day."""
    meetings = Meeting.objects.filter(body=body).select_related("body__partnership")
    meetings = meetings.not_withdrawn()
    planned = Q(state=Meeting.State.PLANNED)
    arrangements = body.meeting_arrangements.select_related("body__partnership", "clerk")
    standing, others = now_and_others(body, arrangements, on=on)
    return BodyMeetings(
        coming=list(meetings.filter(planned, day__gte=on)[:SHOWN]),
        last=list(
            meetings.exclude(planned, day__gte=on)
            .filter(day__lte=on)
            .with_recorded()
            .order_by("-day", "-pk")[:SHOWN]
        ),
        standing=standing,
        other_arrangements=others,
    )


@dataclass(frozen=True, slots=True)
class PartnershipMeetings:
    """What a partnership's page shows of its meetings and of attendance."""

    coming: list[Meeting]
    last: list[Meeting]
    low: list[dict[str, Any]]
    below: int
    since: date


def partnership_meetings(partnership: Any, *, on: date) -> PartnershipMeetings:
    """Return the coming and last meetings of a partnership, and who came too seldom in a year."""
    meetings = Meeting.objects.filter(body__partnership=partnership).select_related("body")
    since = on - timedelta(days=365)
    coming = list(meetings.filter(state=Meeting.State.PLANNED, day__gte=on)[:SHOWN])
    held = meetings.filter(state=Meeting.State.HELD).with_recorded()
    last = list(held.order_by("-day", "-pk")[:SHOWN])
    for meeting in (*coming, *last):
        meeting.body.partnership = partnership
    return PartnershipMeetings(
        coming=coming,
        last=last,
        low=low_organisations(partnership, since=since, on=on),
        below=threshold(on=on),
        since=since,
    )


def meetings_to_record(user: Any, *, on: date) -> Any:
    """Return the meetings that were held, or were to be, and that the user has yet to record."""
    if not user.may_somewhere(Permission.KEEP_MEMBERSHIP):
        return Meeting.objects.none()
    kept = user.scope_filter(Permission.KEEP_MEMBERSHIP, field="body__partnership__scope")
    found = Meeting.objects.visible_to(user).filter(kept).to_record(on=on)
    return found.select_related("body__partnership").order_by("-day", "pk")


def members_on_the_day(meeting: Meeting) -> list[Membership]:
    """Return the seats whose attendance can be recorded: the body's own, then the partnership's.

    Where only the partnership is known on which an organisation sits, it may have come too.
    """
    body = meeting.body
    seats = (
        Membership.objects.filter(partnership=body.partnership_id)
        .filter(Q(body=body) | Q(body=None))
        .in_force(on=meeting.day)
        .held()
        .select_related("organisation", "post")
    )
    listed = sorted(seats, key=lambda seat: seat.organisation.name.casefold())
    return sorted(listed, key=lambda seat: seat.body_id is None)
