"""What do the tests of the deployment start from: the whole stack, once."""

import os
from collections.abc import Iterator

import pytest

from .stack import Stack, stack


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    database = os.environ.get("DATABASE_URL", "")
    assert database.startswith("postgres"), "Run `make deployment`, which starts PostgreSQL."
    with stack(tmp_path_factory.mktemp("deployment"), database) as started:
        yield started
