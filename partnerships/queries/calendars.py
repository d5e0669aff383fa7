"""Which meetings does a private calendar link show, as they stand now?"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max, OuterRef, Subquery

from govreg.core.ical import Event
from partnerships.models import CalendarLink, Meeting
from partnerships.services.calendars import digest_of

#: How long meetings that are over stay in a calendar.
KEPT = timedelta(days=366)


def link_of(token: str) -> CalendarLink | None:
    """Return the link that a token opens: one in use, of somebody who may sign in."""
    found = CalendarLink.objects.filter(
        token_digest=digest_of(token), revoked_on__isnull=True, user__is_active=True
    )
    return found.select_related("user", "body__partnership").first()


def events_of(link: CalendarLink, *, on: date, address: Callable[[str], str]) -> Iterator[Event]:
    """Give the meetings that the link's owner may see, of a year back and all to come.

    What was said at them, exempt or not, is not for a calendar. `address` makes a whole address.
    """
    changes: Any = Meeting.history.filter(id=OuterRef("pk")).order_by()  # type: ignore[attr-defined]
    changed = changes.values("id").annotate(last=Max("history_date")).values("last")
    meetings = Meeting.objects.visible_to(link.user).filter(day__gte=on - KEPT)
    if link.body_id:
        meetings = meetings.filter(body=link.body_id)
    rows = meetings.select_related("body__partnership").annotate(changed=Subquery(changed))
    for meeting in rows:
        yield _event(meeting, address)


def _event(meeting: Any, address: Callable[[str], str]) -> Event:
    changed: datetime = meeting.changed
    body = meeting.body
    return Event(
        uid=f"{meeting.calendar_key}@meetings",
        sequence=meeting.version,
        changed_at=changed,
        day=meeting.day,
        summary=body.name,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        location=meeting.place,
        description=f"{meeting.get_kind_display()}, {body.partnership.name}",
        url=address(meeting.get_absolute_url()),
        is_cancelled=meeting.is_cancelled,
    )
