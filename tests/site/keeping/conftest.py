"""What do the tests of keeping start from: a register of their own with data, files and a seal."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.reliability.conftest import say  # noqa: F401 - a fixture
from tests.reliability.proof import Register, load_leeds, register

FILES = 5


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register with the Leeds data, some evidence and a sealed history; nobody writes to it."""
    folder = tmp_path_factory.mktemp("kept") / "register"
    with register(folder, migrated=False, LOG_LEVEL="ERROR") as made:
        load_leeds(made)
        made.module("tests.reliability.storing", str(FILES))
        made.run("seal_history")
        yield made


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Callable[[], Register]]:
    """Make an empty place: no database tables and no file store."""
    with ExitStack() as stack:
        names = iter(range(100))

        def make() -> Register:
            folder = tmp_path / f"place-{next(names)}"
            return stack.enter_context(register(folder, migrated=False, LOG_LEVEL="ERROR"))

        yield make


@pytest.fixture(scope="session")
def archive(kept: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of that register."""
    path = tmp_path_factory.mktemp("archive") / "register.zip"
    kept.run("backup", str(path))
    return path
