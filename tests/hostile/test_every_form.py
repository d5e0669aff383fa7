"""Does any form answer nonsense with a fault of the register, or write out raw what was typed?"""

import copy
import os

import pytest
from django.db import transaction
from django.urls import reverse

from tests.architecture import access_world
from tests.architecture.access_rows import expected
from tests.architecture.access_table import ROWS
from tests.architecture.test_access_matrix import NAMES
from tests.people import signed_in

from .form_filling import forms_of
from .payloads import RUNS, TEXTS

#: Public pages are tried by somebody who is signed in nowhere.
STRANGER = "-"
FEW = 5


class Undone(Exception):
    """What one text wrote is undone before the next."""


@pytest.fixture
def world(cast):
    return access_world.build(cast)


def texts_for(number: int) -> list[str]:
    """Return which texts a form is filled with: all when asked, else some, in turn.

    Forms are made of the same fields, so together they meet every text many times over.
    """
    names = list(TEXTS)
    if os.environ.get("EVERY_TEXT"):
        return names
    start = number * FEW % len(names)
    return (names + names)[start : start + FEW]


def pages(world):
    """Give each page that somebody may open, once, with that person's letter."""
    seen = set()
    for row in ROWS:
        allowed = [who for who, status in expected(row.get).items() if status == 200]
        address = reverse(row.name, args=world[row.about])
        if allowed and address not in seen:
            seen.add(address)
            yield address, STRANGER if STRANGER in allowed else allowed[0]


@pytest.mark.django_db
def test_no_form_breaks_or_writes_out_what_was_typed(cast, world, client):
    clients = {who: signed_in(getattr(cast, name)) for who, name in NAMES.items()}
    clients[STRANGER] = client
    for one in clients.values():
        one.raise_request_exception = False
    forms, sent, broken = 0, 0, []
    for address, who in pages(world):
        answer = clients[who].get(address)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        for form in forms_of(answer.content, address):
            forms += 1
            for name in texts_for(forms):
                text = TEXTS[name]
                status, page = _send(clients[who], form, text, hidden_too=sent % 2 == 0)
                sent += 1
                raw = [mark for mark in RUNS if mark.encode() in page]
                if status >= 500 or raw:
                    broken.append((who, form.method, form.address, name, status, raw))
    assert forms > 150
    assert sent >= forms * FEW
    assert broken == []


def _send(client, form, text: str, *, hidden_too: bool) -> tuple[int, bytes]:
    cookies = copy.deepcopy(client.cookies)
    values = form.filled(text, hidden_too=hidden_too)
    page = b""
    status = 0
    try:
        with transaction.atomic():
            send = client.post if form.method == "post" else client.get
            answer = send(form.address, values)
            status = answer.status_code
            page = b"".join(answer.streaming_content) if answer.streaming else answer.content
            raise Undone
    except Undone:
        client.cookies = cookies
    return status, page
