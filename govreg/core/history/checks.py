"""Is the history protected in the database that this process is about to use?"""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Info, Tags, register
from django.db import connection
from django.db.utils import OperationalError

from . import triggers


@register(Tags.database)
def history_is_protected(
    *, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse a database in which an append-only table lacks its triggers."""
    if not databases:
        return []
    try:
        unprotected = triggers.missing(connection)
    except OperationalError:
        return []
    return [
        Error(
            f"History in {table} could be changed: its triggers are missing.",
            hint="Run `manage.py migrate`, which installs them again, then find out who took "
            "them away.",
            id="history.E001",
        )
        for table in unprotected
    ]


@register(Tags.database)
def journal_in_force(
    *, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Say which journal SQLite keeps, because write-ahead logging is safe only where it is new."""
    if not databases or connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version(), (SELECT journal_mode FROM pragma_journal_mode)")
        version, journal = cursor.fetchone()
    return [
        Info(f"SQLite {version} keeps its journal in {journal.upper()} mode.", id="history.I001")
    ]
