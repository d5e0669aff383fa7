"""What waits in the outbox, for how long already, and what failed?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q

from .models import LongWork, OutgoingMessage, State

LATELY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one of the two tables stands at a moment."""

    waiting: int
    put_off: int
    failed: int
    ended_lately: int
    oldest_due: timedelta | None


@dataclass(frozen=True, slots=True)
class Outbox:
    """How mail and long work stand at a moment."""

    mail: Standing
    work: Standing

    @property
    def oldest_due(self) -> timedelta | None:
        """How long the oldest thing that a worker could take has waited; None when none waits."""
        found = [s.oldest_due for s in (self.mail, self.work) if s.oldest_due is not None]
        return max(found, default=None)


def outbox_at(at: datetime) -> Outbox:
    """Return how the outbox stands, in one query a table."""
    return Outbox(mail=_standing(OutgoingMessage, at), work=_standing(LongWork, at))


def _standing(model: type[OutgoingMessage] | type[LongWork], at: datetime) -> Standing:
    waiting = Q(state=State.WAITING)
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=at)
    found: dict[str, Any] = model.objects.order_by().aggregate(
        waiting=Count("pk", filter=waiting),
        put_off=Count("pk", filter=waiting & ~Q(problem="")),
        failed=Count("pk", filter=Q(state=State.FAILED)),
        ended_lately=Count("pk", filter=Q(state=State.DONE, ended_at__gt=at - LATELY)),
        oldest=Min("due_at", filter=waiting & free & Q(due_at__lte=at)),
    )
    oldest = found.pop("oldest")
    return Standing(**found, oldest_due=at - oldest if oldest else None)


def in_words(waited: timedelta) -> str:
    """Return a length of time as a person says it, rounded down.

    >>> in_words(timedelta(seconds=5)), in_words(timedelta(minutes=1)), in_words(timedelta(days=3))
    ('5 seconds', '1 minute', '3 days')
    """
    seconds = max(int(waited.total_seconds()), 0)
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        if seconds >= size or unit == "second":
            number = seconds // size
            return f"{number} {unit}{'' if number == 1 else 's'}"
    raise AssertionError(seconds)
