"""Which messages and which long work does the access matrix turn on?"""

from typing import Any

from django.db import transaction

from govreg.core import clock
from govreg.core.outbox.models import LongWork, OutgoingMessage
from govreg.core.outbox.services import ask_for, queue_message
from govreg.core.outbox.services.leases import take
from govreg.core.outbox.services.messages import record_refused
from govreg.core.outbox.services.work import record_done, record_failed
from govreg.reports.services.asked_issues import ask_for_report
from reviews.models import Review
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast, review: Review) -> None:
    """Add messages that failed and work of the auditor's in every state."""
    world["failed message"] = [_refused("failed", wipe=False).pk]
    world["wiped message"] = [_refused("wiped", wipe=True).pk]
    failed, done = _taken(cast, "failed"), _taken(cast, "done")
    record_failed(failed, "The text is too large to print.")
    with transaction.atomic():
        record_done(done, url="/reports/leeds-2007/action-plan/version/1/", name="Version 1")
    world["failed work"], world["work that is ready"] = [failed.pk], [done.pk]
    asked = {"kind": "progress", "as_at": clock.today(), "by": cast.auditor}
    world["work"] = [ask_for_report(review=review, **asked).pk]


def _refused(key: str, *, wipe: bool) -> OutgoingMessage:
    text = {"subject": "A message", "text": "What it says."}
    with transaction.atomic():
        queue_message(key=key, to="nobody@leeds.example", wipe=wipe, **text)
    message = take(OutgoingMessage, seconds=60)
    assert message is not None
    assert message.key == key
    record_refused(message, "The mail server refuses it: 550 no such address")
    return message


def _taken(cast: Cast, key: str) -> LongWork:
    with transaction.atomic():
        ask_for(kind="report", arguments={}, by=cast.auditor, key=key, title=f"Work: {key}")
    work = take(LongWork, seconds=60)
    assert work is not None
    assert work.key == key
    return work
