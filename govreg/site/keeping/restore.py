"""How does a register come back from an archive, in an empty place and nowhere else?

The archive is checked to its last byte before anything is written. The files come first and the
database after them, at once; a restore that is interrupted goes on when it is run again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from govreg.core.files.place import place
from govreg.core.history import triggers
from govreg.core.history.seal import verify_history
from govreg.core.refusals import Refusal, Refused

from .archive import CHUNK, ArchiveReader, reading
from .database import kind, present_tables, put_back
from .manifest import Manifest, Part
from .marker import BEGUN, Unfinished

Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and which migrations were applied to it afterwards."""

    manifest: Manifest
    applied: list[str]
    continued: bool


def restore(path: Path, *, say: Say) -> Restored:
    """Bring a register back; `say` is told each step in a sentence.

    Raises Refused with a sentence where the archive, or the place, is not fit; OSError where the
    disk refuses.
    """
    with reading(path) as archive:
        manifest, marker = archive.manifest, Unfinished()
        say("Checking the archive.")
        archive.check()
        _refuse_other_database(manifest)
        _refuse_later_release(manifest)
        continued = marker.is_there()
        if continued:
            marker.refuse_another(archive.digest)
            say("Going on with the restore that was interrupted.")
        else:
            _refuse_unless_empty()
            _refuse_too_small(manifest)
            marker.put(name=path.name, digest=archive.digest)
        say(f"Restoring {len(manifest.files)} file(s).")
        for part in manifest.files:
            _restore_file(archive, part)
        if not present_tables():
            say("Restoring the database.")
            put_back(archive.chunks(manifest.database))
        if _migrations_applied() == set(manifest.migrations):
            _hold_against(manifest)
        applied = _bring_up_to_date(manifest, say)
        marker.take_away()
    return Restored(manifest, applied, continued)


def _refuse_other_database(manifest: Manifest) -> None:
    if manifest.database_kind != kind():
        raise Refused(
            Refusal(
                "other-database",
                f"The backup is of a register on {manifest.database_kind}, and DATABASE_URL names "
                f"{kind()}. Restore it into an empty database of the same kind.",
            )
        )


def _refuse_later_release(manifest: Manifest) -> None:
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    unknown = sorted(set(manifest.migrations) - known)
    if unknown:
        app, name = unknown[0]
        raise Refused(
            Refusal(
                "later-release",
                f"The backup was made by another release of the register ({manifest.register}): "
                f"its database has the migration {app}.{name}, which this one does not know. "
                "Install that release or a later one, then restore.",
            )
        )


def _refuse_unless_empty() -> None:
    if present_tables():
        raise Refused(
            Refusal(
                "database-not-empty",
                "The database is not empty. A restore replaces nothing: name an empty database in "
                "DATABASE_URL.",
            )
        )
    if any(one.path != BEGUN for one in place.everything()):
        raise Refused(
            Refusal(
                "store-not-empty",
                f"The file store {place.described} is not empty. A restore replaces nothing: name "
                f"{place.wanted}.",
            )
        )


def _refuse_too_small(manifest: Manifest) -> None:
    """Refuse where the files, and for a time the copy of the database, have no room."""
    free = place.room()
    if free is not None and manifest.size > free:
        raise Refused(
            Refusal(
                "no-room",
                f"The backup takes {manifest.size} bytes unpacked and {free} are free at "
                f"{place.described}. "
                "Make room, then restore.",
            )
        )


def _restore_file(archive: ArchiveReader, part: Part) -> None:
    """Write a file whole or not at all; one that an earlier attempt wrote whole stays."""
    if _digest_of(part.path) == part.sha256:
        return
    place.discard(part.path)
    place.put(part.path, archive.chunks(part))


def _digest_of(path: str) -> str:
    """Return the digest of a file in the store, "" where there is none."""
    running = hashlib.sha256()
    try:
        with place.open(path) as stream:
            while chunk := stream.read(CHUNK):
                running.update(chunk)
    except FileNotFoundError:
        return ""
    return running.hexdigest()


def _migrations_applied() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connection).applied_migrations())


def _hold_against(manifest: Manifest) -> None:
    """Count the rows of every table.

    Raises Refused where a number is not the manifest's.
    """
    with connection.cursor() as cursor:
        for table, expected in manifest.rows.items():
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
            (found,) = cursor.fetchone()
            if found != expected:
                raise Refused(
                    Refusal(
                        "rows-differ",
                        f"After the restore {table} has {found} rows, and the backup had "
                        f"{expected}. Do not use this register; restore another backup into an "
                        "empty place.",
                    )
                )


def _bring_up_to_date(manifest: Manifest, say: Say) -> list[str]:
    """Migrate, protect the history, and hold its seal against the manifest."""
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    applied = [f"{app}.{name}" for app, name in sorted(known - set(manifest.migrations))]
    if applied:
        say(f"The backup is of an earlier release: applying {len(applied)} migration(s).")
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    triggers.install(connection)
    found = verify_history()
    if found.broken or found.digest != manifest.seal:
        raise Refused(
            Refusal(
                "seal-differs",
                "The restored history does not match the seal that the backup names. Do not use "
                "this register; find out who changed it, and restore an earlier backup.",
            )
        )
    return applied
