"""How does a test get a database without one being migrated, or filled, anew?

What is slow is done once and kept: the others, of every process and of the runs after it, get a
copy, until anything changes that may make a database come out otherwise.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlparse

import dj_database_url
import psycopg2

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(tempfile.gettempdir()) / "register-tests"
#: What a database is made by, as patterns of this repository.
MAKERS = (
    *(f"{package}/**/*.py" for package in ("govreg", "partnerships", "recommendations", "reviews")),
    "fixtures/**/*.yaml",
    "requirements*.txt",
    "tests/prepared.py",
    "tests/journeys/draft.py",
)
IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"
LONGEST_KEPT = 24 * 60 * 60  # seconds


@cache
def version() -> str:
    """Return what changes with whatever a database is made by, and with the day."""
    found = hashlib.sha256(f"{time.strftime('%F')} {sys.version} {sqlite3.sqlite_version}".encode())
    settings = "".join(path.read_text() for path in (ROOT / "govreg" / "settings").glob("*.py"))
    for name in sorted(os.environ):
        if f'"{name}"' in settings and name not in {"DATABASE_URL", "FILES_DIR", "VAR_DIR"}:
            found.update(f"{name}={os.environ[name]}".encode())
    for path in sorted({path for pattern in MAKERS for path in ROOT.glob(pattern)}):
        found.update(f"{path.relative_to(ROOT)} ".encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def copied_or_made(url: str, name: str, make: Callable[[], object]) -> None:
    """Fill the empty database at an address: with a copy of what has the name, or by `make`.

    What `make` made is kept under the name. It must leave no connection open behind it.
    """
    with _alone(name):
        if urlparse(url).scheme == "sqlite":
            _file(Path(dj_database_url.parse(url)["NAME"]), name, make)
        else:
            _database(url, name, make)


def _file(place: Path, name: str, make: Callable[[], object]) -> None:
    kept = _folder() / f"{name}.sqlite3"
    if kept.exists():
        shutil.copyfile(kept, place)
        return
    make()
    unfinished = kept.with_suffix(".unfinished")
    shutil.copyfile(place, unfinished)
    unfinished.rename(kept)


def _database(url: str, name: str, make: Callable[[], object]) -> None:
    server, _slash, here = url.rpartition("/")
    kept = f"kept_{version()}_{name}"
    with closing(psycopg2.connect(f"{server}/postgres")) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [kept])
        if cursor.fetchone():
            cursor.execute(f'DROP DATABASE "{here}"')
            cursor.execute(f'CREATE DATABASE "{here}" TEMPLATE "{kept}"')
            return
        make()
        cursor.execute(f'CREATE DATABASE "{kept}_unfinished" TEMPLATE "{here}"')
        cursor.execute(f'ALTER DATABASE "{kept}_unfinished" RENAME TO "{kept}"')


def _folder() -> Path:
    folder = KEPT / f"kept-{version()}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Let one process of this machine at a time in; the next finds what it made."""
    with (_folder() / f"{name}.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def forget_old_ones() -> None:
    """Take away what was kept longer ago than a day."""
    for folder in [*KEPT.glob("kept-*"), *KEPT.glob("migrated-*")]:
        if time.time() - folder.stat().st_mtime > LONGEST_KEPT:
            shutil.rmtree(folder, ignore_errors=True) if folder.is_dir() else folder.unlink()


def fill_test_database() -> None:
    """Connect this process to a test database of its own, with the Leeds data."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "register.sqlite3"
            _fill(f"sqlite:///{place}", str(place))
            _connect_to(IN_MEMORY)
            connection.ensure_connection()
            with closing(sqlite3.connect(place)) as source:
                source.backup(connection.connection)
        return
    settings = connection.settings_dict
    name = settings["TEST"]["NAME"] or f"test_{settings['NAME']}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    _fill(f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}", name)


def _fill(url: str, name: str) -> None:
    from django.core.management import call_command
    from django.db import connection

    from govreg.site.leeds.load import load

    def migrate() -> None:
        call_command("migrate", verbosity=0, interactive=False)
        connection.close()

    def migrate_and_load() -> None:
        copied_or_made(url, "migrated", migrate)
        load()
        connection.close()

    _connect_to(name)
    copied_or_made(url, "leeds", migrate_and_load)


def _connect_to(name: str) -> None:
    from django.conf import settings
    from django.db import connection

    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
