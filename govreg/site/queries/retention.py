"""Which users, log entries and messages are so old that the schedule may have them go?"""

from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from govreg.core import clock
from govreg.core.accounts.models import AccessLogEntry, User
from govreg.core.council.retention import DueRecord
from govreg.core.history.models.redactions import MARK_BEFORE
from govreg.core.outbox.models import OutgoingMessage


def users_deactivated_before(day: date) -> QuerySet[User]:
    """Return who was deactivated for the last time before a day and still has a name."""
    rows: Any = User.history.filter(id=OuterRef("pk")).order_by("history_id")
    last_active = rows.filter(is_active=True).order_by("-history_id").values("history_id")[:1]
    after = rows.filter(is_active=False, history_id__gt=OuterRef("last_active"))
    found: Any = User.objects.filter(is_active=False).exclude(name__startswith=MARK_BEFORE)
    found = found.annotate(last_active=Coalesce(Subquery(last_active), Value(0)))
    found = found.annotate(since=Subquery(after.values("history_date")[:1]))
    users: QuerySet[User] = found.filter(since__lt=clock.start_of(day)).order_by("since", "pk")
    return users


def line_of_user(user: Any) -> DueRecord:
    """Return how a user is named in the list of what is due."""
    return DueRecord(user.name, clock.day_of(user.since), user.get_absolute_url(), user.pk)


def entries_before(day: date) -> QuerySet[AccessLogEntry]:
    """Return the entries of the access log from before a day, the earliest first."""
    return AccessLogEntry.objects.filter(at__lt=clock.start_of(day)).order_by("at", "pk")


def line_of_entry(entry: AccessLogEntry) -> DueRecord:
    """Return how an entry of the log is named in the list of what is due."""
    return DueRecord(entry.get_event_display(), clock.day_of(entry.at))


def messages_ended_before(day: date) -> QuerySet[OutgoingMessage]:
    """Return the messages that were sent or given up before a day, the earliest first."""
    ended = OutgoingMessage.objects.filter(ended_at__lt=clock.start_of(day))
    return ended.defer("text", "html").order_by("ended_at", "pk")


def line_of_message(message: OutgoingMessage) -> DueRecord:
    """Return how a message is named in the list of what is due."""
    assert message.ended_at is not None
    return DueRecord(f"To {message.to}: {message.subject}", clock.day_of(message.ended_at))
