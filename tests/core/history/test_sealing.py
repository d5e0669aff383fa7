"""Is the history sealed by itself each day, and does a digest kept elsewhere vouch for it?"""

import logging

import pytest
from django.core.management import CommandError, call_command

from govreg.core.history import daily
from govreg.core.history.models import Seal
from govreg.core.history.seal import seal_history
from govreg.core.outbox.daily import ask_for_what_is_daily
from govreg.core.outbox.models import LongWork, State
from govreg.core.request_log import WithRequestId
from govreg.reports.rendering.imprint import sealed_words
from partnerships.services.teams import add_team
from tests.outbox import work_off

pytestmark = pytest.mark.django_db


def team(cast, name: str) -> None:
    add_team(values={"name": name, "organisation": None}, by=cast.administrator)


def test_a_digest_kept_elsewhere_vouches_up_to_its_block(cast, capsys):
    seal_history()
    kept = Seal.objects.order_by("last_change_set").last()
    team(cast, "After the digest was kept")
    seal_history()
    call_command("verify_history", expect=f" {kept.digest.upper()} ")
    said = capsys.readouterr().out
    assert f"up to change set {kept.last_change_set}," in said
    assert "1 block(s) follow" in said


def test_a_digest_that_no_block_has_is_said_to_be_unknown(cast):
    seal_history()
    with pytest.raises(CommandError, match="No sealed block has the digest"):
        call_command("verify_history", expect="0" * 64)


def test_the_worker_seals_once_a_day(cast, settings):
    settings.SEAL_DAILY = True
    for _start_of_a_worker in range(2):
        ask_for_what_is_daily()
    asked = LongWork.objects.filter(kind=daily.KIND)
    assert asked.count() == 1
    work_off()
    assert asked.get().state == State.DONE
    assert Seal.objects.exists()


def test_nothing_is_sealed_where_it_is_turned_off(cast, settings):
    settings.SEAL_DAILY = False
    ask_for_what_is_daily()
    assert not LongWork.objects.filter(kind=daily.KIND).exists()


def test_the_imprint_of_a_report_names_the_digest(cast):
    seal_history()
    seal = Seal.objects.order_by("last_change_set").last()
    words = sealed_words(seal)
    assert seal.digest in words
    assert f"up to change set {seal.last_change_set}" in words
    assert sealed_words(None) == ""


def test_a_line_outside_any_request_or_job_has_no_id():
    line = logging.LogRecord("govreg", logging.INFO, "", 0, "Hello", (), None)
    assert WithRequestId().filter(line)
    assert line.request_id == "-"
