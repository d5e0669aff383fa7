"""Is each message queued once, sent once, tried again where that helps, and wiped if secret?"""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.outbox import worker
from govreg.core.outbox.models import OutgoingMessage, State
from govreg.core.outbox.rules import GIVE_UP_AFTER, pause_after
from govreg.core.outbox.services import queue_message, try_message_again
from govreg.core.outbox.services.leases import NotInATransaction, renew, take
from govreg.core.outbox.services.messages import record_put_off, record_sent
from govreg.core.refusals import Refused
from tests.outbox import work_off

pytestmark = pytest.mark.django_db
TO = "reader@leeds.example"


def queued(key: str = "one", **given: Any) -> OutgoingMessage:
    with transaction.atomic():
        return queue_message(key=key, **{"to": TO, "subject": "A word", "text": "Hello", **given})


def stored() -> OutgoingMessage:
    return OutgoingMessage.objects.get()


def due_now() -> None:
    OutgoingMessage.objects.update(due_at=clock.true_now())


def trouble(error: Exception) -> Any:
    return patch("django.core.mail.backends.locmem.EmailBackend.send_messages", side_effect=error)


def test_a_message_is_sent_with_the_id_that_it_was_queued_with():
    message = queued(html="<p>Hello</p>")
    assert mail.outbox == []
    assert work_off() == 1
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == ([TO], "A word", "Hello")
    assert sent.extra_headers["Message-ID"] == message.message_id
    assert sent.alternatives[0].content == "<p>Hello</p>"
    assert stored().sent_at is not None
    assert work_off() == 0


def test_the_same_key_is_queued_once_and_the_first_text_stays():
    first = queued()
    assert queued(text="Another text").pk == first.pk
    assert stored().text == "Hello"
    work_off()
    assert queued().state == State.DONE
    assert work_off() == 0


def test_a_verb_that_is_rolled_back_sends_nothing():
    def fail() -> None:
        with change(verb="Fail", by=None):
            queued()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not OutgoingMessage.objects.exists()
    assert work_off() == 0
    assert mail.outbox == []


def test_nothing_is_queued_outside_the_transaction_of_its_verb():
    outside = patch.object(connection, "in_atomic_block", False)
    with outside, pytest.raises(NotInATransaction):
        queue_message(key="loose", to=TO, subject="x", text="x")


def test_a_lease_keeps_others_away_until_it_runs_out():
    queued()
    first = take(OutgoingMessage, seconds=60)
    assert first is not None
    assert take(OutgoingMessage, seconds=60) is None
    OutgoingMessage.objects.update(leased_until=clock.true_now() - timedelta(seconds=1))
    second = take(OutgoingMessage, seconds=60)
    assert second is not None
    assert (second.pk, second.message_id) == (first.pk, first.message_id)
    assert second.attempts == 2
    assert not renew(first, seconds=60)
    assert renew(second, seconds=60)


def test_who_lost_the_lease_can_record_that_it_was_sent_but_not_put_it_off():
    queued()
    first = take(OutgoingMessage, seconds=60)
    OutgoingMessage.objects.update(leased_until=clock.true_now() - timedelta(seconds=1))
    second = take(OutgoingMessage, seconds=60)
    assert first is not None
    assert second is not None
    record_put_off(first, "The line was cut.")
    assert stored().lease == second.lease
    record_sent(first)
    assert (stored().state, stored().lease) == (State.DONE, None)
    record_put_off(second, "The line was cut.")
    assert stored().state == State.DONE


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "could not be reached: Connection"),
        (TimeoutError("timed out"), "could not be reached: timed out"),
        (SMTPServerDisconnected("Connection unexpectedly closed"), "unexpectedly closed"),
        (SMTPRecipientsRefused({TO: (451, b"later")}), "451 later"),
        (SMTPDataError(452, b"no room"), "452 no room"),
        (SMTPSenderRefused(550, b"not you", "register@localhost"), "550 not you"),
    ],
)
def test_what_may_pass_is_tried_again_with_growing_pauses(error, words, settings):
    queued()
    pauses = []
    for _attempt in range(4):
        with trouble(error):
            assert work_off() == 1
        message = stored()
        assert (message.state, message.lease) == (State.WAITING, None)
        assert words in message.problem
        pauses.append(round((message.due_at - clock.true_now()).total_seconds(), -1))
        assert work_off() == 0
        due_now()
    assert pauses == [10, 20, 40, 80]
    work_off()
    assert (stored().state, stored().problem) == (State.DONE, "")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (SMTPRecipientsRefused({TO: (550, b"no such\naddress")}), "550 no such address"),
        (SMTPDataError(554, b"looks like spam"), "554 looks like spam"),
        (ValueError("Invalid address"), "cannot be written as mail: Invalid address"),
    ],
)
def test_what_lasts_ends_the_message_with_the_reason(error, words):
    queued()
    with trouble(error):
        work_off()
    message = stored()
    assert (message.state, message.sent_at) == (State.FAILED, None)
    assert message.ended_at is not None
    assert words in message.problem
    due_now()
    assert work_off() == 0


def test_one_message_in_trouble_holds_no_other_up():
    queued("one")
    queued("two", to="nobody@leeds.example")
    queued("three")
    real = worker.Postman.deliver

    def deliver(postman: worker.Postman, message: OutgoingMessage) -> None:
        if message.key == "two":
            raise worker.Refused("550")
        real(postman, message)

    with patch.object(worker.Postman, "deliver", deliver):
        assert work_off() == 3
    assert len(mail.outbox) == 2


def test_the_pause_grows_and_stops_growing():
    pauses = [pause_after(n, first=10, longest=3600).total_seconds() for n in (1, 2, 9, 10, 10**6)]
    assert pauses == [10, 20, 2560, 3600, 3600]


def test_a_message_is_given_up_after_days_and_can_be_tried_again(cast):
    queued()
    OutgoingMessage.objects.update(waiting_since=clock.true_now() - GIVE_UP_AFTER)
    with trouble(ConnectionRefusedError(111, "Connection refused")):
        work_off()
    failed = stored()
    assert failed.state == State.FAILED
    assert "given up" in failed.problem
    assert "Connection refused" in failed.problem
    try_message_again(message=failed, by=cast.administrator)
    with pytest.raises(Refused, match="Only what has failed"):
        try_message_again(message=failed, by=cast.administrator)
    work_off()
    assert stored().state == State.DONE
    assert mail.outbox[0].extra_headers["Message-ID"] == failed.message_id


def test_a_secret_text_is_wiped_once_it_is_sent():
    queued(text="https://leeds.example/door", html="<p>door</p>", wipe=True)
    assert "door" in stored().text
    work_off()
    assert "door" in mail.outbox[0].body
    assert (stored().text, stored().html) == ("", "")


def test_a_secret_text_is_wiped_when_it_fails_and_is_not_sent_again(cast):
    queued(text="https://leeds.example/door", wipe=True)
    with trouble(SMTPRecipientsRefused({TO: (550, b"no")})):
        work_off()
    assert (stored().state, stored().text) == (State.FAILED, "")
    with pytest.raises(Refused, match="was wiped"):
        try_message_again(message=stored(), by=cast.administrator)


def test_a_secret_text_is_wiped_when_its_time_has_passed():
    past = clock.true_now() - timedelta(seconds=1)
    queued(text="https://leeds.example/door", wipe=True, not_after=past)
    assert work_off() == 1
    assert (stored().state, stored().text) == (State.FAILED, "")
    assert "of no use" in stored().problem
    assert mail.outbox == []


def test_a_secret_text_is_looked_at_again_as_soon_as_it_is_of_no_use():
    soon = clock.true_now() + timedelta(seconds=3)
    queued(text="https://leeds.example/door", wipe=True, not_after=soon)
    with trouble(ConnectionRefusedError(111, "Connection refused")):
        work_off()
    assert stored().due_at == soon + timedelta(seconds=1)


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_key_that_a_database_would_cut_off_is_refused(key):
    with pytest.raises(ValueError, match="1 to 200"):
        queued(key)


def test_the_database_refuses_a_secret_that_is_kept():
    queued(text="https://leeds.example/door", wipe=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingMessage.objects.update(state=State.DONE, ended_at=clock.true_now())
