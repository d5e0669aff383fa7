"""What does a proof start from: a real database, migrated, with nothing in it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from .proof import Register, register


@pytest.fixture
def new_register(tmp_path: Path) -> Iterator[Callable[..., Register]]:
    """Make registers of this proof's own; each argument is a variable of its environment."""
    with ExitStack() as stack:
        made: list[Register] = []

        def make(*, migrated: bool = True, **environment: str) -> Register:
            folder = tmp_path / f"register-{len(made)}"
            one = register(folder, migrated=migrated, **environment)
            made.append(stack.enter_context(one))
            return made[-1]

        yield make


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Print a proof's figures, whatever pytest captures."""

    def write(figures: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{figures}\n")

    return write
