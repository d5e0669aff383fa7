"""What do gunicorn's workers spend while they serve, and how much memory do they hold?"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType

HOST = "127.0.0.1"
WORKERS, THREADS = 2, 2
PATIENCE = 60  # seconds
NANOSECONDS, KIB = 1_000_000_000, 1024


class DidNotStart(Exception):
    """The server that should be measured did not answer in time."""


class Served:
    """A gunicorn of the register's own on this machine, from entering to leaving a block."""

    def __init__(self, database: str) -> None:
        self._database = database
        self.port = _free_port()

    def __enter__(self) -> "Served":
        """Start it and wait until each of its workers has loaded the register."""
        command = [sys.executable, "-m", "gunicorn", "govreg.wsgi", "--bind", f"{HOST}:{self.port}"]
        command += ["--workers", str(WORKERS), "--threads", str(THREADS), "--preload"]
        command += ["--keep-alive", "60", "--log-level", "error"]
        settings = {"DJANGO_SETTINGS_MODULE": "govreg.settings.measuring"}
        environment = {**os.environ, **settings, "DATABASE_URL": self._database}
        self._master = subprocess.Popen(command, env=environment)  # noqa: S603 - our own words
        self._wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        self._master.terminate()
        self._master.wait(timeout=PATIENCE)

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"http://{HOST}:{self.port}/health/"):
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        raise DidNotStart(f"Nothing answered on port {self.port} within {PATIENCE} seconds.")

    def seconds(self) -> float:
        """Return the processor seconds that the workers have spent so far."""
        spent = 0
        for worker in self._workers():
            for thread in Path(f"/proc/{worker}/task").iterdir():
                spent += int((thread / "schedstat").read_text().split()[0])
        return spent / NANOSECONDS

    def memory(self) -> float:
        """Return the most memory that a worker ever held, in MiB."""
        return max(self._status(worker, "VmHWM") for worker in self._workers())

    def memory_now(self) -> float:
        """Return the memory that the largest worker holds now, in MiB."""
        return max(self._status(worker, "VmRSS") for worker in self._workers())

    def _workers(self) -> list[int]:
        master = self._master.pid
        children = Path(f"/proc/{master}/task/{master}/children").read_text()
        return [int(pid) for pid in children.split()]

    @staticmethod
    def _status(pid: int, name: str) -> float:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        line = next(line for line in lines if line.startswith(f"{name}:"))
        return int(line.split()[1]) / KIB


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
