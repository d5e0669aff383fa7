"""Do real workers, on a real database and with a real mail server, share what there is to send?"""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.killing import QUICK, hold_against, send_while_killing
from tests.reliability.mail_server import FREE, SLOW, MailServer
from tests.reliability.proof import Register, register


@pytest.fixture(scope="module")
def server() -> Iterator[MailServer]:
    with MailServer() as made:
        yield made


@pytest.fixture(scope="module")
def posting(tmp_path_factory, server: MailServer) -> Iterator[Register]:
    """A register that posts to the mail server; each test has readers of its own there."""
    folder: Path = tmp_path_factory.mktemp("posting") / "register"
    with register(folder, **QUICK, **server.environment) as made:
        yield made


def test_none_is_lost_while_the_worker_is_killed(posting: Register, server: MailServer):
    outcome = send_while_killing(posting, server, messages=40, kills=5, patience=90, name="killed")
    hold_against(outcome, messages=40, kills=5, name="killed")


def test_several_workers_never_send_the_same_message(posting: Register, server: MailServer):
    server.up()
    server.taker.mood, server.taker.delay = SLOW, 0.05
    posting.module("tests.reliability.queue_mail", "60", "shared")
    workers = [posting.start("work", "--once") for _ in range(3)]
    assert [worker.wait(90) for worker in workers] == [0, 0, 0]
    sent = Counter(taken[0] for taken in server.taker.taken if taken[0].startswith("shared-"))
    assert sent == {f"shared-{i}@leeds.example": 1 for i in range(60)}
    attempts = "SELECT DISTINCT state, attempts FROM outbox_outgoingmessage"
    assert posting.rows(f"{attempts} WHERE key LIKE 'shared-%'") == [("done", 1)]
    lines = (posting.folder / "log").read_text().splitlines()
    shares = [line for line in lines if line.startswith("Sent or done: ")]
    numbers = [int(line.rpartition(" ")[2].rstrip(".")) for line in shares]
    assert sum(numbers) == 60
    assert min(numbers) > 0, "one worker had nothing to do: the test shows little"


def test_an_unknown_address_ends_at_once_and_a_worker_told_to_stop_does(
    posting: Register, server: MailServer
):
    server.up()
    server.taker.mood = FREE
    posting.module("tests.reliability.queue_mail", "1", "nobody")
    posting.module("tests.reliability.queue_mail", "1", "known")
    worker = posting.start("work")
    question = (
        "SELECT key, state, attempts, problem FROM outbox_outgoingmessage "
        "WHERE key IN ('nobody-0', 'known-0') ORDER BY key"
    )
    latest = time.monotonic() + 30
    while any(row[1] == "waiting" for row in posting.rows(question)):
        assert time.monotonic() < latest
        time.sleep(0.1)
    worker.terminate()
    assert worker.wait(10) == 0
    known, nobody = posting.rows(question)
    assert known == ("known-0", "done", 1, "")
    assert nobody[:3] == ("nobody-0", "failed", 1)
    assert "550 5.1.1 no such address" in nobody[3]


def test_the_status_says_how_long_the_oldest_has_waited(posting: Register, server: MailServer):
    assert "Nothing that is due waits." in posting.run("outbox_status")
    posting.module("tests.reliability.queue_mail", "2", "late")
    time.sleep(1.1)
    said = posting.run("outbox_status")
    assert "Mail: 2 waiting (0 of them tried already), " in said
    assert "The oldest thing that is due has waited " in said
    behind = posting.start("outbox_status", "--most", "0")
    assert behind.wait(30) == 1
    assert "Is the worker running?" in (posting.folder / "log").read_text()
    server.up()
    server.taker.mood = FREE
    posting.run("work", "--once")
