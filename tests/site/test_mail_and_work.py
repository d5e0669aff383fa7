"""Does an administrator see what waits, what failed and why, and try it again?"""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from govreg.core import clock
from govreg.core.history.models import ChangeSet
from govreg.core.outbox.models import LongWork, OutgoingMessage
from govreg.core.outbox.services import ask_for, queue_message
from govreg.core.outbox.services.leases import take
from govreg.core.outbox.services.messages import record_refused
from tests.outbox import work_off
from tests.partnerships.pages import page, read, send
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db
REASON = "The mail server refuses it: 550 no such address"
EMAIL = "officer.c@leeds.example"


def queued(key: str = "one", to: str = "reader@leeds.example") -> OutgoingMessage:
    with transaction.atomic():
        return queue_message(key=key, to=to, subject=f"Subject {key}", text="What it says")


def failed(key: str = "one") -> OutgoingMessage:
    message = queued(key)
    taken = take(OutgoingMessage, seconds=60)
    assert taken == message
    record_refused(taken, REASON)
    return message


def test_the_page_shows_state_and_reason_but_no_text(cast: Cast) -> None:
    failed()
    queued("two", "other@leeds.example")
    soup = page(signed_in(cast.administrator), "administration:mail")
    assert REASON in soup.text
    assert "Mail that failed: 1." in soup.text
    assert "Mail that waits: 1." in soup.text
    assert "What it says" not in str(soup)
    narrowed = signed_in(cast.administrator).get("/administration/mail/?state=waiting")
    assert "Subject two" in read(narrowed).text
    assert "Subject one" not in read(narrowed).text
    exported = signed_in(cast.administrator).get("/administration/mail/?export=csv")
    content = b"".join(exported.streaming_content) if exported.streaming else exported.content
    assert REASON.encode() in content
    assert b"What it says" not in content


def test_the_way_in_is_on_the_administrators_first_page(cast: Cast) -> None:
    soup = page(signed_in(cast.administrator), "administration:index")
    assert soup.find("a", href="/administration/mail/")


def test_nobody_else_opens_the_pages_or_tries_again(cast: Cast) -> None:
    message = failed()
    addresses = [
        reverse("administration:mail"),
        reverse("administration:long-work"),
        reverse("administration:send-again", args=[message.pk]),
    ]
    for person in (cast.auditor, cast.partnerships_officer, cast.owner):
        for address in addresses:
            assert signed_in(person).get(address).status_code == 403
            assert signed_in(person).post(address).status_code == 403
    message.refresh_from_db()
    assert message.state == "failed"


def test_a_failed_message_is_sent_again(cast: Cast) -> None:
    message = failed()
    client = signed_in(cast.administrator)
    soup = page(client, "administration:send-again", message.pk)
    assert REASON in soup.text
    answer = send(client, "administration:send-again", message.pk, changes={"reason": "Mended"})
    assert answer["Location"] == "/administration/mail/"
    work_off()
    assert [m.extra_headers["Message-ID"] for m in mail.outbox] == [message.message_id]
    said = ChangeSet.objects.latest("pk")
    assert (said.verb, said.by, said.reason) == (
        "Let a message be sent again",
        cast.administrator,
        "Mended",
    )
    again = client.get(reverse("administration:send-again", args=[message.pk]))
    assert again.status_code == 403


def test_failed_work_is_made_again(cast: Cast) -> None:
    with transaction.atomic():
        work = ask_for(kind="nobody's", arguments={}, by=cast.auditor, key="one", title="A list")
    work_off()
    client = signed_in(cast.administrator)
    assert "does not know how to make this" in page(client, "administration:long-work").text
    assert send(client, "administration:make-again", work.pk).status_code == 302
    work.refresh_from_db()
    assert (work.state, work.attempts) == ("waiting", 0)


def test_a_link_to_set_a_password_is_never_readable_and_is_wiped(cast: Cast) -> None:
    Client().post("/forgotten-password/", {"email": EMAIL})
    message = OutgoingMessage.objects.get()
    (link,) = [line for line in message.text.splitlines() if "/set-password/" in line]
    token = link.rstrip("/").rpartition("/")[2]
    assert token not in message.key
    client = signed_in(cast.administrator)
    assert token not in client.get("/administration/mail/").content.decode()
    work_off()
    assert token in mail.outbox[0].body
    message.refresh_from_db()
    assert token not in str([getattr(message, f.attname) for f in message._meta.fields])
    assert token not in client.get("/administration/mail/").content.decode()


def test_a_worker_that_stopped_is_noticed(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    client = signed_in(cast.administrator)
    assert "the worker keeps up" in page(client, "administration:mail").text
    queued()
    OutgoingMessage.objects.update(due_at=clock.true_now() - timedelta(hours=3, minutes=5))
    soup = page(client, "administration:mail")
    assert "The oldest thing that is due has waited 3 hours." in soup.text
    assert "The worker may have stopped" in soup.text
    with pytest.raises(SystemExit) as ended:
        call_command("outbox_status")
    assert ended.value.code == 1
    said = capsys.readouterr().out
    assert "has waited 3 hours" in said
    assert "Start it with: manage.py work" in said
    call_command("outbox_status", most=300)


def test_who_asked_sees_their_work_at_home_and_others_do_not(cast: Cast) -> None:
    with transaction.atomic():
        ask_for(kind="x", arguments={}, by=cast.auditor, key="one", title="A list of mine")
    assert "A list of mine" in read(signed_in(cast.auditor).get("/")).text
    assert "A list of mine" not in read(signed_in(cast.owner).get("/")).text
    assert "A list of mine" not in read(signed_in(cast.administrator).get("/")).text
    long_ago = clock.true_now() - timedelta(days=8)
    LongWork.objects.update(state="done", ended_at=long_ago)
    assert "A list of mine" not in read(signed_in(cast.auditor).get("/")).text
