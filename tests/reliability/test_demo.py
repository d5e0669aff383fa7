"""Does the demonstration start a worker, and does nothing of it stay behind when it ends?"""

import os
import signal
import socket
import time
import urllib.request
from pathlib import Path

import pytest

from .proof import Register

pytestmark = pytest.mark.reliability
PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processes_of(register: Register) -> dict[int, str]:
    """Return every process that runs in the register's folder of run-time data."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"VAR_DIR={register.folder}\0" in (folder / "environ").read_text(errors="replace"):
                words = (folder / "cmdline").read_bytes().decode(errors="replace")
                if words:
                    found[int(folder.name)] = words.replace("\0", " ")
        except OSError:
            continue
    return found


def wait_until(said) -> None:
    latest = time.monotonic() + PATIENCE
    while not said():
        assert time.monotonic() < latest, "it never came to that"
        time.sleep(0.1)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


@pytest.mark.parametrize("ending", ["Ctrl+C", "the web server is told to end", "it is killed"])
def test_the_worker_ends_with_the_web_server_however_that_ends(new_register, ending):
    register = new_register(DJANGO_SETTINGS_MODULE="govreg.settings.development")
    port = free_port()
    demo = register.start("demo", "--port", str(port))
    wait_until(lambda: answers(port))
    wait_until(lambda: any(" work " in words for words in processes_of(register).values()))
    assert register.module("tests.reliability.issuing", "action-plan") == "1"
    state = "SELECT state FROM outbox_longwork"
    wait_until(lambda: register.rows(state) == [("done",)])
    if ending == "Ctrl+C":
        os.killpg(demo.pid, signal.SIGINT)
    else:
        os.kill(demo.pid, signal.SIGKILL if ending == "it is killed" else signal.SIGTERM)
    demo.wait(PATIENCE)
    wait_until(lambda: not processes_of(register))
