"""How does a worker take one thing, so that nobody else has it at the same time?"""

import uuid
from datetime import timedelta
from typing import TypeVar

from django.db import connection, transaction

from govreg.core import clock
from govreg.core.outbox.models import Leased, LongWork, OutgoingMessage

LONGEST_KEY = 200
Row = TypeVar("Row", OutgoingMessage, LongWork)


class NotInATransaction(RuntimeError):
    """Something was queued outside the transaction of the verb that causes it."""


def require_transaction() -> None:
    """Refuse to queue what a failing verb could not take back.

    Raises NotInATransaction.
    """
    if not connection.in_atomic_block:
        raise NotInATransaction("Queue mail and work inside the transaction of their verb.")


def require_key(key: str) -> None:
    """Refuse a key that one of the databases would not keep whole.

    Raises ValueError.
    """
    if not 0 < len(key) <= LONGEST_KEY:
        raise ValueError(f"A key has 1 to {LONGEST_KEY} characters, this one {len(key)}.")


def take(model: type[Row], *, seconds: int) -> Row | None:
    """Return the next thing that is due, held under a new lease of so many seconds, or None.

    The look beforehand locks nothing: on SQLite an idle worker never stands in a writer's way.
    """
    if not model.objects.due(at=clock.true_now()).exists():
        return None
    with transaction.atomic():
        at = clock.true_now()
        free = model.objects.due(at=at).select_for_update(skip_locked=True)
        row = free.order_by("due_at", "pk").first()
        if row is None:
            return None
        row.lease = uuid.uuid4()
        row.leased_until = at + timedelta(seconds=seconds)
        row.attempts += 1
        row.save(update_fields=["lease", "leased_until", "attempts"])
    return row


def renew(row: Leased, *, seconds: int) -> bool:
    """Hold the row for longer; false when it is no longer ours to hold."""
    until = clock.true_now() + timedelta(seconds=seconds)
    held = type(row)._default_manager.filter(pk=row.pk, lease=row.lease, state="waiting")
    return bool(held.update(leased_until=until))
