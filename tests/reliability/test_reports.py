"""Is one report made, never two and never none, while the worker that makes it is killed?"""

import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from .proof import Register

pytestmark = pytest.mark.reliability
QUICK = {"WORK_LEASE_SECONDS": "2", "LOG_LEVEL": "WARNING"}
LONG = 120


@pytest.fixture
def loaded(new_register) -> Register:
    register = new_register(**QUICK)
    register.run("load_leeds")
    return register


def ask(register: Register, kind: str = "action-plan") -> int:
    return int(register.module("tests.reliability.issuing", kind))


def work(register: Register, pk: int) -> dict[str, Any]:
    columns = ("state", "attempts", "progress", "problem", "lease")
    question = f"SELECT {', '.join(columns)} FROM outbox_longwork WHERE id = {pk}"
    return dict(zip(columns, register.rows(question)[0], strict=True))


def wait_until(said: Any) -> None:
    latest = time.monotonic() + LONG
    while not said():
        assert time.monotonic() < latest, "it never came to that"
        time.sleep(0.02)


def kill(worker: subprocess.Popen[bytes]) -> None:
    worker.send_signal(signal.SIGKILL)
    assert worker.wait() == -signal.SIGKILL


def makers(register: Register) -> list[str]:
    """Return the processes that make a report for this register."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            ours = str(register.folder) in (path.parent / "environ").read_text(errors="replace")
            if ours and b"govreg.core.outbox.process" in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue
    return found


def finish(register: Register, pk: int) -> None:
    worker = register.start("work")
    wait_until(lambda: work(register, pk)["state"] != "waiting")
    worker.terminate()
    assert worker.wait(30) == 0


def artefacts(register: Register) -> tuple[int, int, int]:
    (issues,) = register.rows("SELECT COUNT(*) FROM reports_reportissue")[0]
    (stored,) = register.rows("SELECT COUNT(*) FROM files_storedfile WHERE name LIKE '%version%'")[
        0
    ]
    return issues, stored, len(register.files)


def test_a_report_whose_worker_is_killed_is_made_once_by_the_next(loaded: Register):
    before = len(loaded.files)
    pk = ask(loaded)
    worker = loaded.start("work")
    wait_until(lambda: work(loaded, pk)["progress"] == "Setting the pages")
    kill(worker)
    wait_until(lambda: not makers(loaded))
    assert work(loaded, pk)["state"] == "waiting"
    finish(loaded, pk)
    made = work(loaded, pk)
    assert (made["state"], made["attempts"], made["lease"]) == ("done", 2, None)
    assert artefacts(loaded) == (1, 1, before + 1)


def test_a_report_whose_worker_is_killed_twice_says_so(loaded: Register):
    before = len(loaded.files)
    pk = ask(loaded)
    for attempt in (1, 2):
        worker = loaded.start("work")
        wait_until(
            lambda attempt=attempt: (
                work(loaded, pk)["attempts"] == attempt and work(loaded, pk)["progress"]
            )
        )
        kill(worker)
    finish(loaded, pk)
    assert work(loaded, pk)["state"] == "failed"
    assert "began this twice and could not finish it" in work(loaded, pk)["problem"]
    assert artefacts(loaded) == (0, 0, before)


def test_kills_at_any_moment_leave_one_report_and_one_file_each(new_register, say):
    register = new_register(**QUICK, WORK_ATTEMPTS="9")
    register.run("load_leeds")
    before, chance, kills = len(register.files), random.Random("reports"), 0
    for number in range(1, 6):
        pk = ask(register)
        for _kill in range(3):
            worker = register.start("work")
            attempts = work(register, pk)["attempts"]
            wait_until(
                lambda pk=pk, attempts=attempts: (
                    work(register, pk)["attempts"] > attempts
                    or work(register, pk)["state"] == "done"
                )
            )
            time.sleep(chance.uniform(0.5, 5))
            kills += work(register, pk)["state"] == "waiting"
            kill(worker)
        finish(register, pk)
        assert work(register, pk)["state"] == "done"
        assert artefacts(register) == (number, number, before + number)
    assert kills >= 5
    say(f"5 reports, {kills} kills while they were made: 5 versions, 5 files.")


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ({"WORK_MEMORY_MB": "150"}, "150 MB of memory"),
        ({"WORK_SECONDS": "1"}, "longer than the 1 seconds"),
    ],
)
def test_a_report_beyond_its_limits_takes_no_worker_down(new_register, limit, words):
    register = new_register(**QUICK, **limit)
    register.run("load_leeds")
    pk = ask(register, "review")
    worker = register.start("work")
    wait_until(lambda: work(register, pk)["state"] == "failed")
    assert words in work(register, pk)["problem"]
    assert "began this twice" in work(register, pk)["problem"]
    assert worker.poll() is None
    worker.terminate()
    assert worker.wait(30) == 0
    assert artefacts(register)[:2] == (0, 0)
