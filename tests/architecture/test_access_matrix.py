"""Does every address answer every person as the hand-written table says, by GET and by POST?"""

import copy

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from govreg.core.access.decorator import declared_access
from tests.people import Cast, signed_in

from . import access_world
from .access_rows import PEOPLE, Row, expected
from .access_table import ROWS

NAMES = {
    "A": "administrator",
    "P": "partnerships_officer",
    "L": "lead_officer",
    "W": "area_manager_west",
    "E": "area_manager_east",
    "O": "owner",
    "X": "other_owner",
    "S": "senior_officer",
    "U": "auditor",
    "D": "democratic_services",
    "M": "scrutiny_member",
}


class Undone(Exception):
    """What was done for one answer is undone before the next."""


def every_address(resolver=None, namespace: str = ""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from every_address(pattern, namespace + inner)
        else:
            yield namespace + (pattern.name or "?"), pattern.callback


def answers(row: Row, method: str, world, clients: dict[str, Client]) -> dict[str, int]:
    address = reverse(row.name, args=world[row.about])
    found = {}
    for letter in PEOPLE:
        cookies = copy.deepcopy(clients[letter].cookies)
        try:
            with transaction.atomic():
                found[letter] = getattr(clients[letter], method)(address).status_code
                raise Undone
        except Undone:
            clients[letter].cookies = cookies
    return found


@pytest.fixture
def world(cast: Cast):
    return access_world.build(cast)


@pytest.fixture
def clients(cast: Cast) -> dict[str, Client]:
    return {"-": Client()} | {k: signed_in(getattr(cast, name)) for k, name in NAMES.items()}


@pytest.mark.django_db
def test_every_address_answers_everybody_as_the_table_says(world, clients):
    wrong, inspected = [], 0
    for row in ROWS:
        for method in ("get", "post"):
            found = answers(row, method, world, clients)
            inspected += len(found)
            if found != expected(getattr(row, method)):
                wrong.append((row.name, row.about, method, grouped(found)))
    assert inspected == len(ROWS) * 2 * len(PEOPLE) > 2000
    assert wrong == []


def grouped(found: dict[str, int]) -> str:
    """Say what was answered in the table's own way."""
    by_status: dict[int, str] = {}
    for letter, status in found.items():
        by_status[status] = by_status.get(status, "") + letter
    return ", ".join(f"{letters} {status}" for status, letters in by_status.items())


def test_the_table_has_every_address():
    addresses = {name for name, _view in every_address()}
    assert len(addresses) > 100
    assert {row.name for row in ROWS} == addresses


def test_every_view_declares_its_access():
    inspected = 0
    for name, view in every_address():
        inspected += 1
        assert declared_access(view) is not None, name
    assert inspected > 100


def test_an_undeclared_view_is_refused(client, settings):
    settings.ROOT_URLCONF = "tests.architecture.undeclared"
    with pytest.raises(Exception, match="declares no access"):
        client.get("/undeclared/")
