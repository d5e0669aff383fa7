"""Is one report made, never two and never none, while the worker that makes it is killed?"""

import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .proof import Register, register

pytestmark = pytest.mark.reliability
QUICK = {"WORK_LEASE_SECONDS": "2", "LOG_LEVEL": "WARNING"}
LONG = 120
REPORTS = 6


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> Iterator[Register]:
    """One register with the Leeds data, in which each proof asks for a report of its own."""
    folder: Path = tmp_path_factory.mktemp("reports") / "register"
    with register(folder, **QUICK) as made:
        made.run("load_leeds")
        yield made


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
    if work(register, pk)["state"] == "waiting":
        worker = register.start("work")
        wait_until(lambda: work(register, pk)["state"] != "waiting")
        stop(worker)


def stop(worker: subprocess.Popen[bytes]) -> None:
    worker.terminate()
    assert worker.wait(30) == 0


def artefacts(register: Register) -> tuple[int, int, int]:
    """Return how many versions there are, how many files of versions, and how many on the disk."""
    (issues,) = register.rows("SELECT COUNT(*) FROM reports_reportissue")[0]
    of_versions = "SELECT COUNT(*) FROM files_storedfile WHERE name LIKE '%-version-%'"
    (stored,) = register.rows(of_versions)[0]
    return issues, stored, len(register.files)


def more(before: tuple[int, int, int], number: int) -> tuple[int, int, int]:
    return before[0] + number, before[1] + number, before[2] + number


def test_a_report_whose_worker_is_killed_is_made_once_by_the_next(loaded: Register):
    before, pk = artefacts(loaded), ask(loaded)
    worker = loaded.start("work")
    wait_until(lambda: work(loaded, pk)["progress"] == "Setting the pages")
    kill(worker)
    wait_until(lambda: not makers(loaded))
    assert work(loaded, pk)["state"] == "waiting"
    finish(loaded, pk)
    made = work(loaded, pk)
    assert (made["state"], made["attempts"], made["lease"]) == ("done", 2, None)
    assert artefacts(loaded) == more(before, 1)


def test_a_report_whose_worker_is_killed_twice_says_so(loaded: Register):
    before, pk = artefacts(loaded), ask(loaded)
    for attempt in (1, 2):
        worker = loaded.start("work")
        wait_until(lambda n=attempt: work(loaded, pk)["attempts"] == n and makers(loaded))
        kill(worker)
    finish(loaded, pk)
    assert work(loaded, pk)["state"] == "failed"
    assert "began this twice and could not finish it" in work(loaded, pk)["problem"]
    assert artefacts(loaded) == before


def test_kills_at_any_moment_leave_one_version_and_one_file_each(loaded: Register, say):
    before, chance, kills = artefacts(loaded), random.Random("reports"), 0
    for number in range(1, REPORTS + 1):
        pk = ask(loaded)
        for _kill in range(2):
            if work(loaded, pk)["state"] != "waiting":
                break
            attempts = work(loaded, pk)["attempts"]
            worker = loaded.start("work", WORK_ATTEMPTS="9")
            wait_until(lambda pk=pk, n=attempts: work(loaded, pk)["attempts"] > n)
            time.sleep(chance.uniform(0.5, 4))
            kills += work(loaded, pk)["state"] == "waiting"
            kill(worker)
        worker = loaded.start("work", WORK_ATTEMPTS="9")
        wait_until(lambda pk=pk: work(loaded, pk)["state"] == "done")
        kill(worker)
        assert artefacts(loaded) == more(before, number)
    assert kills >= REPORTS // 2
    say(f"{REPORTS} reports, {kills} kills while they were made: a version and a file for each.")


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ({"WORK_MEMORY_MB": "150"}, "150 MB of memory"),
        ({"WORK_SECONDS": "1"}, "longer than the 1 seconds"),
    ],
)
def test_a_report_beyond_its_limits_takes_no_worker_down(loaded: Register, limit, words):
    before, pk = artefacts(loaded), ask(loaded, "review")
    worker = loaded.start("work", **limit)
    wait_until(lambda: work(loaded, pk)["state"] == "failed")
    assert words in work(loaded, pk)["problem"]
    assert "began this twice" in work(loaded, pk)["problem"]
    assert worker.poll() is None
    stop(worker)
    assert artefacts(loaded) == before
