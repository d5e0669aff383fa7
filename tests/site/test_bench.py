"""Are the main pages measured against the floor view, and is that view nowhere else?"""

import json

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.urls import Resolver404, resolve

from govreg.site.bench import floor, table
from govreg.site.bench.measure import Measured, measure
from govreg.site.bench.pages import MainPage, floor_page, main_pages
from govreg.site.bench.visitor import UnexpectedAnswer, Visitors


@pytest.fixture(autouse=True)
def connection_stays_open():
    """Keep the test's own connection open from request to request, as the test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def visitors(leeds, settings):
    settings.ROOT_URLCONF = floor.__name__
    visitors = Visitors()
    yield visitors
    visitors.leave()


def test_every_main_page_is_opened_and_compared(visitors):
    found = measure(floor_page(), main_pages(), visitors, rounds=1)
    assert len(found) > 18
    assert (found[0].name, found[0].ratio, found[0].queries) == ("Floor view", 1.0, 4)
    assert all(page.median > 0 and page.kilobytes > 1 for page in found)


def test_a_page_that_does_not_answer_is_not_measured(visitors):
    with pytest.raises(UnexpectedAnswer, match="404"):
        visitors.open("officer.c", "/nowhere/")
    with pytest.raises(UnexpectedAnswer, match="302"):
        visitors.open("", "/")


def test_nobody_reaches_the_floor_view_in_the_register():
    with pytest.raises(Resolver404):
        resolve(floor.ADDRESS)


def test_what_is_above_the_limit_is_named():
    slow = Measured("Slow", "auditor", "/slow/", 9, 12.0, 70.0, 80.0, 7.0)
    fine = Measured("Fine", "auditor", "/fine/", 3, 12.0, 10.0, 11.0, 1.0)
    assert "Above 6 × the floor: Slow (auditor)." in table.in_words([fine, slow], None, rounds=3)
    assert "no page" in table.in_words([fine], None, rounds=3)
    assert json.loads(table.as_json([fine, slow], None, rounds=3))["pages"][1]["ratio"] == 7.0


def test_the_pages_are_each_somebodys(leeds):
    pages = main_pages()
    assert len({(page.role, page.path) for page in pages}) == len(pages)
    assert MainPage("Sign-in page", "", "/sign-in/") in pages
