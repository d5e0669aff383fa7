"""What keeps this process from serving the register now, if anything?"""

import uuid
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from govreg.core.history import triggers

DATABASE_SILENT = "The database does not answer."


def problems() -> list[str]:
    """Return what is in the way, in sentences without any secret; nothing means ready."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        found = [_unmigrated(), _unprotected()]
    except DatabaseError:
        return [DATABASE_SILENT]
    return [sentence for sentence in [*found, _attempt(_store_is_open)] if sentence]


def _unmigrated() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} migration(s) wait to be run." if waiting else ""


def _unprotected() -> str:
    tables = triggers.missing(connection)
    return f"History could be changed in {len(tables)} table(s)." if tables else ""


def _attempt(verb: Callable[[], None]) -> str:
    try:
        verb()
    except OSError:
        return "The file store cannot be written."
    return ""


def _store_is_open() -> None:
    """Write a small file and take it away again."""
    name = default_storage.save(f"readiness/{uuid.uuid4().hex}", ContentFile(b"ready"))
    default_storage.delete(name)
