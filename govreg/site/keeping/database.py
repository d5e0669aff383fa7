"""How is the database copied as it is at one moment, and put back into an empty one?"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from govreg.core.refusals import Refusal, Refused

from . import programs

Rows = list[tuple[Any, ...]]
KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
WAIT = 60  # seconds for a writer of SQLite to finish
TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' "
    "ESCAPE '!' ORDER BY name",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
    "ORDER BY tablename",
}
SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The database as it was at one moment: `ask` it in SQL; `dumped` is the copy of it."""

    version: str
    ask: Callable[[str], Rows]
    dumped: Path

    def tables(self) -> list[str]:
        """Return the names of the tables."""
        return [name for (name,) in self.ask(TABLES[connection.vendor])]


def kind() -> str:
    """Return what the database is called."""
    return KINDS[connection.vendor]


@contextmanager
def snapshot(folder: Path) -> Iterator[Snapshot]:
    """Copy the database, as it is now, into a folder; everything asked is of that same moment.

    Raises Refused with a sentence where it is damaged or cannot be copied.
    """
    take = _sqlite_snapshot if connection.vendor == "sqlite" else _postgresql_snapshot
    with take(folder / "database") as taken:
        yield taken


@contextmanager
def _sqlite_snapshot(target: Path) -> Iterator[Snapshot]:
    copy_sqlite(target)
    with closing(sqlite3.connect(target)) as copy:

        def ask(question: str) -> Rows:
            return copy.execute(question).fetchall()

        if ask("PRAGMA integrity_check") != [("ok",)]:
            raise Refused(
                Refusal(
                    "database-damaged",
                    "The database is damaged: its integrity check fails. Keep the file as it is, "
                    "and restore the last good backup elsewhere.",
                )
            )
        yield Snapshot(sqlite3.sqlite_version, ask, target)


def copy_sqlite(target: Path) -> None:
    """Copy a SQLite database in one step with its backup interface; writers wait meanwhile."""
    source = connection.settings_dict["NAME"]
    with (
        closing(sqlite3.connect(source, timeout=WAIT)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")


@contextmanager
def _postgresql_snapshot(target: Path) -> Iterator[Snapshot]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SNAPSHOT)

        def ask(question: str) -> Rows:
            cursor.execute(question)
            return list(cursor.fetchall())

        ((name,),) = ask("SELECT pg_export_snapshot()")
        programs.run("pg_dump", "--format=custom", f"--snapshot={name}", f"--file={target}")
        ((version,),) = ask("SHOW server_version")
        yield Snapshot(version, ask, target)


def present_tables() -> list[str]:
    """Return the names of the tables that the register's database has now."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES[connection.vendor])
        return [name for (name,) in cursor.fetchall()]


def put_back(chunks: Iterable[bytes]) -> None:
    """Put a copy back into an empty database, whole or not at all."""
    if connection.vendor == "sqlite":
        _put_sqlite_back(chunks)
    else:
        once = ("--single-transaction", "--exit-on-error")
        programs.run("pg_restore", *once, "--no-owner", "--no-privileges", feed=chunks)


def _put_sqlite_back(chunks: Iterable[bytes]) -> None:
    connection.close()
    place = Path(connection.settings_dict["NAME"])
    copy = place.with_name(f"{place.name}.restoring")
    try:
        write_whole(chunks, copy)
        for left in ("-journal", "-wal", "-shm"):
            place.with_name(place.name + left).unlink(missing_ok=True)
        copy.rename(place)
    finally:
        copy.unlink(missing_ok=True)
    flush_folder(place.parent)


def write_whole(chunks: Iterable[bytes], target: Path) -> None:
    """Write a file that only its owner may read, in the place of what was begun, and flush it."""
    target.unlink(missing_ok=True)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        for chunk in chunks:
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Make what was renamed in a folder safe from a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
