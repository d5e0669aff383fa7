"""Who came to twenty years of meetings?

At size 1: about 500,000 attendances at the meetings of 500 partnerships, and one large partnership
of 20 bodies with 200 members and 5,000 attendances, beside what `generated` makes. A meeting is
recorded in one change set, as its service does.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from govreg.core.access.models import Scope
from govreg.core.accounts.models import User
from partnerships.models import Attendance, Body, Meeting, Membership, Organisation, Partnership

from .writing import Past

LARGE = "large-partnership"
BODIES, MEMBERS_EACH, MEETINGS_EACH = 20, 10, 25
ATTENDANCES = 500_000
FIRST, STEP = datetime(2026, 4, 1, 9, tzinfo=UTC), timedelta(seconds=10)
BEGAN = date(2006, 4, 3)
STATES = ("present", "present", "substitute", "apologies", "present", "absent")


def is_attended() -> bool:
    """Say whether this register was filled with meetings before."""
    return Partnership.objects.filter(reference=LARGE).exists()


def attend(size: float) -> int:
    """Add the large partnership and the meetings; return how many attendances were recorded."""
    past = Past(at=FIRST, step=STEP, by=list(User.objects.order_by("pk")))
    seats = list(
        Membership.objects.filter(
            partnership__reference__startswith="partnership-", body__isnull=False
        ).select_related("body")
    )
    each = round(ATTENDANCES * size / max(1, len(seats)))
    return _meetings(past, seats, each) + _meetings(past, _large(past), MEETINGS_EACH)


def _large(past: Past) -> list[Membership]:
    scope = Scope(name="Large partnership")
    past.add("Added a scope", [scope])
    one = Partnership(
        reference=LARGE, name="Large partnership", kind=Partnership.Kind.LSP, scope=scope
    )
    past.add("Added a partnership", [one])
    bodies = [
        Body(partnership=one, name=f"Body {place:02}", kind="theme", position=place)
        for place in range(BODIES)
    ]
    past.add("Added a body", bodies)
    organisations = list(Organisation.objects.current().order_by("pk"))
    seats = [
        Membership(
            partnership=one,
            body=body,
            organisation=organisations[(i + n) % len(organisations)],
            representative=f"Director {n}",
            start=BEGAN,
        )
        for i, body in enumerate(bodies)
        for n in range(MEMBERS_EACH)
    ]
    past.add("Added members", seats, together=len(seats))
    return seats


def _meetings(past: Past, seats: Sequence[Membership], each: int) -> int:
    """Record so many meetings of each body, with all its members; return the attendances."""
    members: dict[int, list[Membership]] = {}
    for seat in seats:
        members.setdefault(seat.body_id or 0, []).append(seat)
    step = timedelta(days=max(7, 7_300 // max(1, each)))
    recorded = 0
    for number in range(each):
        day = BEGAN + number * step
        held = [
            Meeting(body_id=body, day=day, state=Meeting.State.HELD) for body in members if body
        ]
        past.add("Recorded a meeting", held)
        rows = [
            _came(meeting, seat, number) for meeting in held for seat in members[meeting.body_id]
        ]
        together = len(rows) // max(1, len(held))
        past.add("Recorded a meeting", rows, together=max(1, together))
        recorded += len(rows)
    return recorded


def _came(meeting: Meeting, seat: Membership, number: int) -> Any:
    state = STATES[(seat.pk + number) % len(STATES)]
    instead = "Deputy" if state == Attendance.State.SUBSTITUTE else ""
    return Attendance(meeting=meeting, membership=seat, state=state, substitute=instead)
