"""What stops a history row from being changed or removed, even by the database's own tools?"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from .tables import append_only_models

MESSAGE = "History is append-only"
FUNCTION = "govreg_refuse_change"


def install_after_migrate(using: str, **signal: Any) -> None:
    """Install what is missing: a migration may have made tables, or dropped triggers on SQLite."""
    install(connections[using])


def install(connection: BaseDatabaseWrapper) -> None:
    """Install the triggers of every append-only table that exists and lacks them."""
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        if connection.vendor == "postgresql":
            cursor.execute(_postgresql_function())
        for table in (m._meta.db_table for m in append_only_models()):
            if table in existing:
                for statement in _statements(connection.vendor, table):
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Remove the triggers: only for emptying a test database."""
    with connection.cursor() as cursor:
        for table in (m._meta.db_table for m in append_only_models()):
            for name in expected_names(connection.vendor, table):
                on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on}')


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of append-only tables that exist and lack a trigger."""
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
                "JOIN pg_namespace ON pg_namespace.oid = relnamespace "
                "WHERE NOT tgisinternal AND tgenabled <> 'D' AND nspname = current_schema()"
            )
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        present = {row[0] for row in cursor.fetchall()}
    tables = (m._meta.db_table for m in append_only_models())
    return [
        table
        for table in tables
        if table in existing and not present.issuperset(expected_names(connection.vendor, table))
    ]


def expected_names(vendor: str, table: str) -> list[str]:
    """Return the names of the triggers that one table has on this database (63 bytes at most)."""
    stem = table[:48]
    if vendor == "postgresql":
        return [f"{stem}_kept", f"{stem}_kept_t"]
    return [f"{stem}_kept_u", f"{stem}_kept_d"]


def _statements(vendor: str, table: str) -> list[str]:
    first, second = expected_names(vendor, table)
    if vendor == "postgresql":
        return [
            f'DROP TRIGGER IF EXISTS "{first}" ON "{table}"',
            f'CREATE TRIGGER "{first}" BEFORE UPDATE OR DELETE ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {FUNCTION}()",
            f'DROP TRIGGER IF EXISTS "{second}" ON "{table}"',
            f'CREATE TRIGGER "{second}" BEFORE TRUNCATE ON "{table}" '
            f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()",
        ]
    return [
        f'CREATE TRIGGER IF NOT EXISTS "{name}" BEFORE {verb} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        for name, verb in ((first, "UPDATE"), (second, "DELETE"))
    ]


def _postgresql_function() -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}: % on %', TG_OP, TG_TABLE_NAME; END $$"
    )
