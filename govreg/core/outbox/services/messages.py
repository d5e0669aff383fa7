"""How does a message get into the outbox, and how is it recorded what became of it?"""

import uuid
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.outbox.models import OutgoingMessage, State
from govreg.core.outbox.rules import (
    is_given_up,
    is_too_late,
    pause_after,
    refusal_of_wiped,
    refusal_to_try_again,
)
from govreg.core.refusals import enforce

from .leases import require_key, require_transaction

TOO_LATE = "It could not be sent before the time after which it is of no use."
GIVEN_UP = "The mail server did not take it for five days, so it was given up. {problem}"
FREE: dict[str, Any] = {"lease": None, "leased_until": None}


def queue_message(
    *,
    key: str,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    wipe: bool = False,
    not_after: datetime | None = None,
) -> OutgoingMessage:
    """Put a message to one address into the outbox; the worker sends it after the commit.

    The key (at most 200 characters) names what the message says to whom: the same key is queued
    once, and the message that is there already is returned. With `wipe` the text is removed when
    the message was sent or failed. After `not_after` (an aware moment) it is not sent any more.

    Raises NotInATransaction outside the transaction of the verb that causes the message, and
    ValueError for a key that is too long.
    """
    require_transaction()
    require_key(key)
    at = clock.true_now()
    row = OutgoingMessage(
        key=key,
        to=to,
        subject=" ".join(subject.split())[:300],
        text=text,
        html=html,
        wipe=wipe,
        not_after=not_after,
        message_id=f"<{uuid.uuid4().hex}@{_domain()}>",
        queued_at=at,
        waiting_since=at,
        due_at=at,
    )
    OutgoingMessage.objects.bulk_create([row], ignore_conflicts=True)
    return OutgoingMessage.objects.get(key=key)


def _domain() -> str:
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return address.rpartition("@")[2] or "localhost"


def record_sent(message: OutgoingMessage) -> None:
    """Record that the mail server has taken a message, whoever holds it by now."""
    ended = {"state": State.DONE, "ended_at": clock.true_now(), "problem": "", **_wiped(message)}
    OutgoingMessage.objects.waiting().filter(pk=message.pk).update(**ended, **FREE)


def record_refused(message: OutgoingMessage, problem: str) -> None:
    """Record that a message will never be taken, and why."""
    ended = {"state": State.FAILED, "ended_at": clock.true_now(), "problem": problem}
    _held(message).update(**ended, **_wiped(message), **FREE)


def record_put_off(message: OutgoingMessage, problem: str) -> None:
    """Record why a message was not taken now; it is due again after a pause, or given up."""
    at = clock.true_now()
    if is_given_up(at=at, waiting_since=message.waiting_since):
        record_refused(message, GIVEN_UP.format(problem=problem))
        return
    pause = pause_after(
        message.attempts,
        first=settings.MAIL_FIRST_PAUSE_SECONDS,
        longest=settings.MAIL_LONGEST_PAUSE_SECONDS,
    )
    due = at + pause
    if message.not_after is not None:  # looked at again as soon as it is of no use, to be wiped
        due = min(due, max(message.not_after, at) + timedelta(seconds=1))
    _held(message).update(problem=problem, due_at=due, **FREE)


def drop_if_too_late(message: OutgoingMessage) -> bool:
    """Fail a message that is of no use any more; say whether it was."""
    if not is_too_late(at=clock.true_now(), not_after=message.not_after):
        return False
    record_refused(message, f"{TOO_LATE} {message.problem}".strip())
    return True


def try_message_again(*, message: OutgoingMessage, by: Any, reason: str = "") -> OutgoingMessage:
    """Let the worker try a failed message again, as if it were new.

    Raises Refused when it has not failed, or has no text any more.
    """
    with change(verb="Let a message be sent again", by=by, reason=reason):
        row = OutgoingMessage.objects.select_for_update().get(pk=message.pk)
        at = clock.true_now()
        enforce(refusal_to_try_again(state=row.state))
        enforce(refusal_of_wiped(wipe=row.wipe, at=at, not_after=row.not_after))
        row.state, row.ended_at, row.attempts = State.WAITING, None, 0
        row.waiting_since = row.due_at = at
        row.save()
    return row


def _held(message: OutgoingMessage) -> Any:
    return OutgoingMessage.objects.held(message.pk, message.lease)


def _wiped(message: OutgoingMessage) -> dict[str, str]:
    return {"text": "", "html": ""} if message.wipe else {}
