"""What stops a history row from being changed or removed, even by the database's own tools?"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from .tables import append_only_models
from .trigger_sql import FUNCTION, MESSAGE, expected_names, function_body, statements

__all__ = ["MESSAGE", "expected_names", "install", "missing", "remove"]


def install_after_migrate(using: str, **signal: Any) -> None:
    """Install what is missing: a migration may have made tables, or dropped triggers on SQLite."""
    install(connections[using])


def remove_before_migrate(using: str, plan: Any = (), **signal: Any) -> None:
    """Take the triggers away on SQLite, which makes a table anew to change it.

    Where the migration then fails they stay away, and the register refuses to start until it has
    been run to its end.
    """
    if plan and connections[using].vendor == "sqlite":
        remove(connections[using])


def install(connection: BaseDatabaseWrapper) -> None:
    """Install the triggers of every append-only table that exists, as they should be now."""
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$${function_body()}$$"
            )
        present = _present(connection, cursor)
        for model in append_only_models():
            table = model._meta.db_table
            if table not in existing:
                continue
            for name, statement in statements(connection.vendor, model).items():
                if present.get(name) != _kept(connection, statement):
                    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                    cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on}')
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Remove the triggers: before a migration of SQLite, and for emptying a test database."""
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        for model in append_only_models():
            table = model._meta.db_table
            for name in expected_names(connection.vendor, table):
                on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                if table in existing:
                    cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on}')


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of append-only tables that exist and lack a trigger, or have another."""
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        present = _present(connection, cursor)
        harmless = connection.vendor == "postgresql" and not _function_is_ours(cursor)
    found = []
    for model in append_only_models():
        wanted = statements(connection.vendor, model)
        if model._meta.db_table in existing and (
            harmless
            or any(present.get(name) != _kept(connection, sql) for name, sql in wanted.items())
        ):
            found.append(model._meta.db_table)
    return found


def _kept(connection: BaseDatabaseWrapper, statement: str) -> str:
    """Return how the catalogue would give a trigger back that was made with the statement.

    SQLite keeps its text. PostgreSQL writes it anew, so there the presence and the function count.
    """
    return statement if connection.vendor == "sqlite" else ""


def _present(connection: BaseDatabaseWrapper, cursor: Any) -> dict[str, str]:
    """Return the triggers that are there, by name."""
    if connection.vendor == "postgresql":
        cursor.execute(
            "SELECT tgname, '' FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            "JOIN pg_namespace ON pg_namespace.oid = relnamespace "
            "WHERE NOT tgisinternal AND tgenabled <> 'D' AND nspname = current_schema()"
        )
    else:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return dict(cursor.fetchall())


def _function_is_ours(cursor: Any) -> bool:
    cursor.execute(
        "SELECT prosrc FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace "
        "WHERE proname = %s AND nspname = current_schema()",
        [FUNCTION],
    )
    return [row[0] for row in cursor.fetchall()] == [function_body()]
