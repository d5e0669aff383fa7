"""How does a proof get a register of its own: a real database, real files, real processes?"""

import os
import signal
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dj_database_url
import psycopg2

from tests import prepared

ROOT = Path(__file__).resolve().parents[2]
KEPT = {"PATH", "HOME", "LANG"}


@dataclass
class Register:
    """A register in a folder, with the environment that its processes are started with."""

    folder: Path
    environment: dict[str, str]
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def files(self) -> list[Path]:
        """The stored files that lie on the disk, unfinished ones too."""
        return [path for path in (self.folder / "files").rglob("*") if path.is_file()]

    def run(self, *arguments: str) -> str:
        """Run `manage.py` with the arguments to its end; return what it printed."""
        return self._to_its_end("manage.py", *arguments)

    def refused(self, *arguments: str) -> str:
        """Run `manage.py`, which must end with a sentence and no traceback; return what it said."""
        done = self._done("manage.py", *arguments)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout + done.stderr

    def module(self, module: str, *arguments: str) -> str:
        """Run a module of the tests to its end; return what it printed."""
        return self._to_its_end("-m", module, *arguments)

    def _to_its_end(self, *arguments: str) -> str:
        done = self._done(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _done(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        """Start `manage.py` with the arguments, and `more` in its environment.

        What is left of it ends with the proof.
        """
        return self.start_python("manage.py", *arguments, **more)

    def start_python(self, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        """Start Python with the arguments, likewise."""
        with (self.folder / "log").open("ab") as stream:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env={**self.environment, **more},
                stdout=stream,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.started.append(process)
        return process

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the database in SQL, over a connection of its own."""
        return ask(self.environment["DATABASE_URL"], question)

    def end(self) -> None:
        """Kill what still runs of what was started here."""
        for process in self.started:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                process.wait()


def _migrate(made: Register) -> None:
    url = made.environment["DATABASE_URL"]
    prepared.copied_or_made(url, "migrated", lambda: made.run("migrate", "-v0"))


def load_leeds(made: Register) -> None:
    """Fill a register with the Leeds data, migrated or not yet."""

    def fill() -> None:
        _migrate(made)
        made.run("load_leeds")

    prepared.copied_or_made(made.environment["DATABASE_URL"], "proofs", fill)


def ask(url: str, question: str) -> list[tuple[Any, ...]]:
    """Return the rows that answer a question in SQL."""
    settings = dj_database_url.parse(url)
    if "sqlite" in settings["ENGINE"]:
        connection: Any = sqlite3.connect(settings["NAME"], timeout=20)
    else:
        connection = psycopg2.connect(url)
    try:
        cursor = connection.cursor()
        cursor.execute(question)
        return list(cursor.fetchall())
    finally:
        connection.close()


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """Give the address of an empty database: PostgreSQL where DATABASE_URL names one."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield f"sqlite:///{folder / 'register.sqlite3'}"
        return
    name = f"proof_{uuid.uuid4().hex}"
    _administer(server, f'CREATE DATABASE "{name}"')
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        _administer(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def _administer(server: str, statement: str) -> None:
    connection = psycopg2.connect(server)
    try:
        connection.autocommit = True
        connection.cursor().execute(statement)
    finally:
        connection.close()


@contextmanager
def register(folder: Path, *, migrated: bool = True, **more: str) -> Iterator[Register]:
    """Give a migrated register, or an empty place for one; `more` is added to its environment."""
    folder.mkdir(parents=True, exist_ok=True)
    assets = Path(os.environ.get("VAR_DIR", ROOT / "var")) / "assets"
    (folder / "assets").symlink_to(assets.resolve())
    with database(folder) as url:
        environment = {
            **{name: value for name, value in os.environ.items() if name in KEPT},
            "DJANGO_SETTINGS_MODULE": "tests.reliability.settings",
            "VAR_DIR": str(folder),
            "FILES_DIR": str(folder / "files"),
            "DATABASE_URL": url,
            **more,
        }
        made = Register(folder, environment)
        try:
            if migrated:
                _migrate(made)
            yield made
        finally:
            made.end()
