"""How does each proof get a migrated database without migrating one anew?

The first that needs one migrates it, and the others, of every process of a test run, get a copy.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

#: Processes of one run share it; a run in one process has its own.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())


def copied_or_made(database: Path, make: Callable[[], object]) -> None:
    """Put a migrated SQLite database there: a copy of this run's, or made by `make` and kept."""
    kept = Path(tempfile.gettempdir()) / "register-tests" / f"migrated-{RUN}.sqlite3"
    kept.parent.mkdir(exist_ok=True)
    with _alone(kept.with_suffix(".lock")):
        if kept.exists():
            shutil.copyfile(kept, database)
            return
        make()
        shutil.copyfile(database, kept)


def forget() -> None:
    """Take away what this run kept."""
    for path in (Path(tempfile.gettempdir()) / "register-tests").glob(f"migrated-{RUN}.*"):
        path.unlink(missing_ok=True)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
