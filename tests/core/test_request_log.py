"""Can one request be found again in the log and in the history, and does no secret stand there?"""

import json
import logging

import pytest
from django.test import Client

from govreg.core import tracing
from govreg.core.history.models import ChangeSet
from govreg.core.request_log import JsonLines
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def test_a_well_formed_id_of_the_proxy_is_kept_and_any_other_replaced(client):
    given = client.get("/health/", headers={"X-Request-ID": "proxy-0123456789"})
    assert given["X-Request-ID"] == "proxy-0123456789"
    for bad in ("short", "a" * 65, 'x"}forged-line', "two words here"):
        assert client.get("/health/", headers={"X-Request-ID": bad})["X-Request-ID"] != bad
    assert len(client.get("/health/")["X-Request-ID"]) == 32


def test_what_a_request_wrote_carries_its_id(cast):
    from tests.partnerships.pages import filled_in, read

    client = signed_in(cast.administrator)
    address = "/administration/people/add/"
    typed = {**filled_in(read(client.get(address))), "name": "New", "email": "new@leeds.example"}
    client.post(address, typed, headers={"X-Request-ID": "request-of-this-test"})
    made = ChangeSet.objects.order_by("pk").last()
    assert made.request_id == "request-of-this-test"
    shown = client.get("/history/").content.decode()
    assert "request-of-this-test" in shown
    assert "request-of-this-test" not in signed_in(cast.auditor).get("/history/").content.decode()


def test_a_line_says_who_what_and_how_long_and_no_query(cast, caplog):
    caplog.set_level(logging.INFO, logger="govreg.request")
    with tracing.traced("outer-id-of-the-test"):
        signed_in(cast.auditor).get("/actions/?words=secret")
        line = json.loads(JsonLines().format(caplog.records[-1]))
    assert line["path"] == "/actions/"
    assert (line["status"], line["user_key"]) == (200, cast.auditor.pk)
    assert line["milliseconds"] >= 0
    assert {"time", "level", "logger", "message", "request_id"} <= set(line)
    assert "secret" not in json.dumps(line)


def test_the_token_of_a_link_is_in_no_line(caplog):
    caplog.set_level(logging.INFO)
    Client().get("/set-password/MQ/very-secret-token/")
    address = [record.getMessage() for record in caplog.records]
    assert not any("very-secret-token" in JsonLines().format(r) for r in caplog.records), address
