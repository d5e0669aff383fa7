"""Is long work done once, by one worker at a time, and is it said how it stands?"""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import transaction

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.outbox import registry
from govreg.core.outbox.doing import Task, carry_out
from govreg.core.outbox.models import LongWork, State
from govreg.core.outbox.registry import WorkFailed, register_work
from govreg.core.outbox.services import ask_for, try_work_again
from govreg.core.outbox.services.leases import take
from govreg.core.outbox.services.work import LeaseLost
from govreg.core.refusals import Refusal, Refused
from tests.outbox import work_off
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds():
    with patch.dict(registry._kinds):
        yield


def asked(by, key: str = "one", **arguments) -> LongWork:
    with transaction.atomic():
        return ask_for(kind="test", arguments=arguments, by=by, key=key, title="A long list")


def stored() -> LongWork:
    return LongWork.objects.get()


def lose_the_lease() -> None:
    LongWork.objects.update(leased_until=clock.true_now() - timedelta(seconds=1))


def test_work_is_done_as_it_was_asked_and_says_where_its_result_is(cast):
    seen = []

    def run(task: Task) -> None:
        seen.append((task.arguments, task.by, task.attempt))
        task.say("Counting")
        assert stored().progress == "Counting"
        with transaction.atomic():
            task.hold()
            task.done(url="/somewhere/", name="The list")

    register_work("test", run)
    work = asked(cast.auditor, size=3)
    assert work_off() == 1
    assert seen == [({"size": 3}, cast.auditor, 1)]
    page = signed_in(cast.auditor).get(work.get_absolute_url()).content.decode()
    assert 'href="/somewhere/"' in page
    assert "Open The list" in page
    assert work_off() == 0


def test_the_same_key_is_asked_for_once(cast):
    register_work("test", lambda task: None)
    assert asked(cast.auditor).pk == asked(cast.auditor).pk
    assert work_off() == 1


def test_a_verb_that_is_rolled_back_asks_for_nothing(cast):
    def fail() -> None:
        with change(verb="Fail", by=cast.auditor):
            asked(cast.auditor)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not LongWork.objects.exists()


@pytest.mark.parametrize(
    "error", [WorkFailed("Too large."), Refused(Refusal("too-large", "Too large."))]
)
def test_a_reason_is_said_to_who_asked_and_nothing_is_tried_again(cast, error):
    def run(task: Task) -> None:
        raise error

    register_work("test", run)
    work = asked(cast.auditor)
    work_off()
    assert (stored().state, stored().problem, stored().attempts) == ("failed", "Too large.", 1)
    for address in (work.get_absolute_url(), "/"):
        page = signed_in(cast.auditor).get(address).content.decode()
        assert "Failed" in page
        assert "Too large." in page
    assert work_off() == 0


def test_a_kind_that_nobody_knows_fails_in_words(cast):
    asked(cast.auditor)
    work_off()
    assert "does not know how to make this" in stored().problem


def test_what_was_killed_is_taken_up_once_more_and_then_fails_in_words(cast):
    asked(cast.auditor)
    for attempt in (1, 2):
        work = take(LongWork, seconds=60)
        assert work is not None
        assert work.attempts == attempt
        assert work_off() == 0
        lose_the_lease()
    assert work_off() == 1
    assert stored().state == State.FAILED
    assert "began this twice" in stored().problem


def test_what_ends_badly_is_taken_up_once_more_and_then_fails_in_words(cast):
    asked(cast.auditor)
    with patch("tests.outbox.in_this_process", return_value="It ended unexpectedly."):
        work_off()
        assert (stored().state, stored().attempts) == (State.WAITING, 1)
        LongWork.objects.update(due_at=clock.true_now())
        work_off()
    assert stored().state == State.FAILED
    assert "began this twice" in stored().problem
    assert "It ended unexpectedly." in stored().problem


def test_who_lost_the_lease_keeps_nothing(cast):
    kept = []

    def run(task: Task) -> None:
        lose_the_lease()
        assert take(LongWork, seconds=60) is not None
        with transaction.atomic():
            task.hold()
            kept.append("a second result")

    register_work("test", run)
    asked(cast.auditor)
    first = take(LongWork, seconds=60)
    assert first is not None
    carry_out(first)
    assert kept == []
    assert (stored().state, stored().attempts) == (State.WAITING, 2)


def test_a_task_that_ended_cannot_be_held(cast):
    register_work("test", lambda task: None)
    asked(cast.auditor)
    work = take(LongWork, seconds=60)
    assert work is not None
    carry_out(work)
    assert stored().state == State.DONE
    with pytest.raises(LeaseLost), transaction.atomic():
        Task(work).hold()


def test_an_administrator_lets_failed_work_be_done_again(cast):
    asked(cast.auditor)
    work_off()
    register_work("test", lambda task: None)
    try_work_again(work=stored(), by=cast.administrator, reason="Mended")
    work_off()
    assert stored().state == State.DONE
    with pytest.raises(Refused, match="Only what has failed"):
        try_work_again(work=stored(), by=cast.administrator)


def test_the_page_says_how_far_it_is_with_a_script_and_without(cast):
    work = asked(cast.auditor)
    client = signed_in(cast.auditor)
    page = client.get(work.get_absolute_url()).content.decode()
    assert "Waiting" in page
    assert f'href="{work.get_absolute_url()}">Look again</a>' in page
    address = f"{work.get_absolute_url()}state/"
    assert f'data-address="{address}"' in page
    assert client.get(address).json()["stands"] == "Waiting"
    take(LongWork, seconds=60)
    LongWork.objects.update(progress="Setting the pages")
    assert client.get(address).json() == {
        "waiting": True,
        "stands": "Being made",
        "colour": "blue",
        "progress": "Setting the pages",
    }
    assert "Setting the pages" in client.get(work.get_absolute_url()).content.decode()
    assert signed_in(cast.democratic_services).get(address).status_code == 404
