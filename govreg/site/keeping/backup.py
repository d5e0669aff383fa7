"""How is the whole register put into one archive while people go on writing?

The database first, as it is at one moment, then the files that it names: a file is there before
its record, and is never changed or removed once it is recorded.
"""

import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from govreg.core import clock
from govreg.core.files.models import StoredFile
from govreg.core.files.place import place
from govreg.core.history.models import Seal
from govreg.core.refusals import Refusal, Refused

from .archive import ArchiveWriter, writing
from .database import Snapshot, kind, snapshot
from .manifest import DATABASE, FILES, Manifest, is_safe


@dataclass(frozen=True, slots=True)
class Backup:
    """An archive that was made, and what it says of itself."""

    path: Path
    manifest: Manifest


def back_up(where: Path) -> Backup:
    """Put the register into an archive: in a folder under a name of its own, or as a file.

    The state may be that of an earlier release: one backs up before one migrates.
    Raises Refused with a sentence, and OSError where the disk refuses.
    """
    path = _place(where)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=path.parent) as folder:
        way = Path(folder)
        with snapshot(way) as taken, writing(path, by_way_of=way) as archive:
            manifest = _fill(archive, taken)
            archive.finish(manifest)
    return Backup(path, manifest)


def register_version() -> str:
    """Return the version of the register that runs."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def _place(where: Path) -> Path:
    path = where / f"register-{clock.true_now():%Y%m%d-%H%M%S}.zip" if where.is_dir() else where
    if path.exists():
        raise Refused(Refusal("exists", f"{path} is there already. Choose another name."))
    if not path.parent.is_dir():
        raise Refused(Refusal("no-folder", f"There is no folder {path.parent}. Make it first."))
    if place.folder and path.resolve().is_relative_to(place.folder.resolve()):
        raise Refused(
            Refusal("in-the-store", "Choose a folder outside the register’s own file store.")
        )
    return path


def _fill(archive: ArchiveWriter, taken: Snapshot) -> Manifest:
    tables = taken.tables()
    if "django_migrations" not in tables:
        raise Refused(
            Refusal("no-register", "There is no register in this database, so nothing to back up.")
        )
    archive.add(DATABASE, taken.dumped.open("rb"), compress=connection.vendor == "sqlite")
    missing, damaged = _add_files(archive, taken, tables)
    migrations = taken.ask("SELECT app, name FROM django_migrations ORDER BY app, name")
    return Manifest(
        register=register_version(),
        made_at=clock.true_now().isoformat(timespec="seconds"),
        database_kind=kind(),
        database_version=taken.version,
        migrations=[(str(app), str(name)) for app, name in migrations],
        rows={table: taken.ask(f'SELECT COUNT(*) FROM "{table}"')[0][0] for table in tables},  # noqa: S608 - the database's own names
        seal=_seal(taken, tables),
        parts=archive.parts,
        missing=missing,
        damaged=damaged,
    )


def _add_files(
    archive: ArchiveWriter, taken: Snapshot, tables: list[str]
) -> tuple[list[str], list[str]]:
    """Add every file that a record names; return those missing and those unlike their digest."""
    table = StoredFile._meta.db_table
    if table not in tables:
        return [], []
    missing, damaged = [], []
    for path, digest in taken.ask(f"SELECT path, sha256 FROM {table} ORDER BY id"):  # noqa: S608
        if not is_safe(path):
            raise Refused(
                Refusal("unsafe-path", f"A record names the file “{path}”, which is no safe name.")
            )
        try:
            part = archive.add(FILES + path, place.open(path))
        except FileNotFoundError:
            missing.append(path)
            continue
        if part.sha256 != digest:
            damaged.append(path)
    return missing, damaged


def _seal(taken: Snapshot, tables: list[str]) -> str:
    """Return the last sealed digest of the history, or "" where none was sealed."""
    table = Seal._meta.db_table
    if table not in tables:
        return ""
    rows = taken.ask(f"SELECT digest FROM {table} ORDER BY last_change_set DESC LIMIT 1")  # noqa: S608
    return str(rows[0][0]) if rows else ""
