"""What does every test start from?

The Leeds demonstration data, loaded once through the services and copied for each process. Each
test runs in a transaction that is rolled back, so history stays append-only under test too.
"""

import gc
from collections.abc import Iterator

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings

from tests import people, prepared
from tests.history import WrittenTables, unlike_their_history
from tests.people import Cast

#: No test measures time: a busy machine is slow, and finds the same.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_collection_finish() -> None:
    """Let the collector walk through what was read as rarely as in `govreg/wsgi.py`."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_sessionfinish() -> None:
    prepared.forget_old_ones()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_modify_db_settings, django_db_blocker
) -> None:
    with django_db_blocker.unblock():
        prepared.fill_test_database()


@pytest.fixture
def leeds(db) -> None:
    """The Leeds data, in a transaction of this test's own."""


@pytest.fixture
def cast(db) -> Cast:
    """The people of the stories: one for each role, and a neighbour for some."""
    return people.cast()


@pytest.fixture(autouse=True)
def history_stays_complete(request) -> Iterator[None]:
    """After every test: each live row of what it wrote equals its last history row.

    A test that spoils a row on purpose says so with the mark `spoils_history`.
    """
    touches = bool({"db", "cast", "leeds"} & set(request.fixturenames)) or bool(
        request.node.get_closest_marker("django_db")
    )
    if not touches or request.node.get_closest_marker("spoils_history"):
        yield
        return
    request.getfixturevalue("db")
    written = WrittenTables()
    with connection.execute_wrapper(written):
        yield
    _inspected, unlike = unlike_their_history(written.models())
    assert unlike == []
