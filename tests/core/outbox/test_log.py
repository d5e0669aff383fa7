"""Can what one turn of the worker did be found again in the structured log?"""

import io
import json
import logging
import re
from unittest.mock import patch

import pytest
from django.db import transaction

from govreg.core import tracing
from govreg.core.history.change import change
from govreg.core.history.models import ChangeSet
from govreg.core.outbox.delivery import Refused
from govreg.core.outbox.services import queue_message
from govreg.core.outbox.services.work import ask_for
from govreg.core.outbox.worker import Worker
from govreg.core.request_log import JsonLines

pytestmark = pytest.mark.django_db
JOB = re.compile(r"worker-[0-9a-f]{32}")


@pytest.fixture
def written():
    """What is written to the log meanwhile, as in production."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


def makes_nothing(work) -> str:
    with change(verb="Tried to make a list", by=None):
        pass
    return "It ended unexpectedly."


def test_every_line_of_a_job_and_what_it_wrote_carry_the_jobs_own_id(cast, written):
    with transaction.atomic():
        queue_message(key="log", to="nobody@leeds.example", subject="x", text="x")
        work = ask_for(kind="test", arguments={}, by=cast.auditor, key="log", title="A long list")
    refusing = patch("govreg.core.outbox.worker.Postman.deliver", side_effect=Refused("No."))
    with refusing, patch("govreg.core.outbox.worker.do_in_a_process", makes_nothing):
        Worker().turn()
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    ours = [line for line in lines if line["logger"] == "govreg.core.outbox.worker"]
    (mail,) = [line for line in ours if "failed. No." in line["message"]]
    (made,) = [line for line in ours if str(work) in line["message"]]
    assert len(ours) == 2
    assert JOB.fullmatch(mail["request_id"])
    assert JOB.fullmatch(made["request_id"])
    assert mail["request_id"] != made["request_id"]
    assert ChangeSet.objects.get(verb="Tried to make a list").request_id == made["request_id"]
    assert "nobody@leeds.example" not in written.getvalue()
    assert tracing.current() == ""
