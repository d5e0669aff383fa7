"""How does the whole register leave in open formats, to be read without the register?"""

import csv
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, connections, transaction

from govreg.core import clock
from govreg.core.files.models import StoredFile
from govreg.core.files.place import place
from govreg.core.files.store import safe_name
from govreg.core.refusals import Refusal, Refused
from govreg.core.ui.lists.export import BYTE_ORDER_MARK, inert

from .archive import CHUNK
from .columns import Table, exported_tables, tables_left_out
from .database import SNAPSHOT, copy_sqlite
from .readme import README

ROWS_AT_ONCE = 2_000
DIGESTS = "SHA256SUMS"
ALIAS = "snapshot"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was exported: the rows of each table, the files, and those that were missing."""

    rows: dict[str, int]
    files: int
    missing: list[str]


def export_everything(folder: Path) -> Exported:
    """Write every table, its meaning, and every file into an empty folder.

    Everything is of one moment; nothing is held in memory. The digests are written last: a folder
    without them is not whole.
    Raises Refused with a sentence, and OSError where the disk refuses.
    """
    _prepare(folder)
    with _one_moment(folder) as using:
        tables = exported_tables()
        rows = {table.file: _write_table(table, folder / "tables", using) for table in tables}
        files, missing = _write_files(folder, using)
    _write_dictionary(folder, tables, rows)
    _write_digests(folder)
    return Exported(rows, files, missing)


def _prepare(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(Refusal("not-empty", f"{folder} is not empty. Name a new or empty folder."))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in ("tables", "files"):
        (folder / name).mkdir()


@contextmanager
def _one_moment(folder: Path) -> Iterator[str]:
    """Give the alias of a database that stands still: a copy of SQLite, a PostgreSQL snapshot."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(SNAPSHOT)
            yield connection.alias
        return
    with tempfile.TemporaryDirectory(prefix=".export-", dir=folder) as name:
        copy = Path(name) / "database"
        copy_sqlite(copy)
        connections.databases[ALIAS] = {**connection.settings_dict, "NAME": str(copy)}
        try:
            yield ALIAS
        finally:
            connections[ALIAS].close()
            del connections[ALIAS]
            del connections.databases[ALIAS]


def _write_table(table: Table, folder: Path, using: str) -> int:
    """Write a table's rows; return how many."""
    manager: Any = table.model._base_manager
    names = [column.field.attname for column in table.columns]
    rows = manager.using(using).order_by("pk").values_list(*names)
    count = 0
    with (folder / table.file).open("x", encoding="utf-8", newline="") as stream:
        stream.write(BYTE_ORDER_MARK)
        writer = csv.writer(stream)
        writer.writerow([column.heading for column in table.columns])
        for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
            pairs = zip(table.columns, row, strict=True)
            writer.writerow([column.cell(value) for column, value in pairs])
            count += 1
    return count


def _write_files(folder: Path, using: str) -> tuple[int, list[str]]:
    """Copy every stored file under its own name; return how many, and which were missing."""
    count, missing = 0, []
    with (folder / "files.csv").open("x", encoding="utf-8", newline="") as stream:
        stream.write(BYTE_ORDER_MARK)
        writer = csv.writer(stream)
        writer.writerow(
            ["Number in the register", "Name", "File", "Size in bytes", "SHA-256", "State"]
        )
        stored_files = StoredFile.objects.using(using).order_by("pk")
        for stored in stored_files.iterator(chunk_size=ROWS_AT_ONCE):
            name = f"files/{stored.pk}-{safe_name(stored.name)}"
            state = _copy(stored, folder / name)
            count += state != "missing"
            if state != "as stored":
                missing.append(f"{state}: {stored.path} (“{stored.name}”)")
            row = [stored.pk, stored.name, name, stored.size, stored.sha256, state]
            writer.writerow([inert(value) for value in row])
    return count, missing


def _copy(stored: StoredFile, target: Path) -> str:
    try:
        source = place.open(stored.path)
    except FileNotFoundError:
        return "missing"
    with source, target.open("xb") as copy:
        shutil.copyfileobj(source, copy, CHUNK)
    return "as stored" if _digest_of(target) == stored.sha256 else "changed since it was stored"


def _write_dictionary(folder: Path, tables: list[Table], rows: dict[str, int]) -> None:
    described = [
        {
            "file": f"tables/{table.file}",
            "table": table.model._meta.db_table,
            "meaning": table.meaning,
            "rows": rows[table.file],
            "columns": [column.described() for column in table.columns],
            "left_out": table.left_out,
        }
        for table in tables
    ]
    dictionary = {
        "exported_at": clock.true_now().isoformat(timespec="seconds"),
        "tables": described,
        "tables_left_out": tables_left_out(),
    }
    with (folder / "dictionary.json").open("x", encoding="utf-8") as stream:
        json.dump(dictionary, stream, ensure_ascii=False, indent=1)
    lines = [f"{one['file']}: {one['rows']} rows. {one['meaning']}" for one in described]
    left = [f"{table}: {why}" for table, why in sorted(tables_left_out().items())]
    columns = [
        f"{table.model._meta.db_table}, column {column}: {why}"
        for table in tables
        for column, why in table.left_out.items()
    ]
    text = README.format(tables="\n".join(lines), left_out="\n".join([*left, *columns]))
    (folder / "README.txt").write_text(text, encoding="utf-8")


def _write_digests(folder: Path) -> None:
    """Write a digest of every file, as `sha256sum -c` reads them."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    with (folder / DIGESTS).open("x", encoding="utf-8") as stream:
        for path in found:
            stream.write(f"{_digest_of(path)}  {path.relative_to(folder).as_posix()}\n")


def _digest_of(path: Path) -> str:
    running = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            running.update(chunk)
    return running.hexdigest()
