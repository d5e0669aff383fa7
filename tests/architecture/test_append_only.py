"""Is every way of changing a kept row refused, in every append-only table, and before we start?"""

import importlib
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import connection, transaction
from django.db.utils import DatabaseError

from govreg.core.history import triggers
from govreg.core.history.tables import append_only_models
from partnerships.models import Organisation

pytestmark = pytest.mark.django_db
ON_BOTH = [
    "UPDATE {table} SET {key} = {key}",
    "DELETE FROM {table}",
    "INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE true LIMIT 1 "
    "ON CONFLICT ({key}) DO UPDATE SET {key} = {table}.{key}",
]
OF_ONE = {
    "sqlite": ["INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table} LIMIT 1"],
    "postgresql": ["TRUNCATE {table} CASCADE"],
}


def refused(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        return "append-only" in str(error)
    return False


def test_every_way_is_refused_in_every_table_that_holds_rows():
    inspected, let_through = 0, []
    for model in append_only_models():
        if not model.objects.exists():
            continue
        quote = connection.ops.quote_name
        words = {
            "table": quote(model._meta.db_table),
            "key": quote(model._meta.pk.column),
            "columns": ", ".join(quote(c.column) for c in model._meta.concrete_fields),
        }
        for statement in ON_BOTH + OF_ONE[connection.vendor]:
            inspected += 1
            if not refused(statement.format(**words)):
                let_through.append((model._meta.label, statement))
    assert inspected > 100
    assert let_through == []


def test_replacing_is_refused_where_a_tool_sets_no_recursive_triggers():
    if connection.vendor != "sqlite":
        return
    table = Organisation.history.model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers=OFF")
    try:
        assert refused(f'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}" LIMIT 1')
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers=ON")


def take_one_away() -> str:
    table = Organisation.history.model._meta.db_table
    name = triggers.expected_names(connection.vendor, table)[0]
    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{on}')
    return table


def test_neither_the_web_server_nor_the_check_nor_the_worker_starts_without_one():
    table = take_one_away()
    sys.modules.pop("govreg.wsgi", None)
    with pytest.raises(ImproperlyConfigured, match=table):
        importlib.import_module("govreg.wsgi")
    with pytest.raises((SystemCheckError, CommandError), match=table):
        call_command("check", databases=["default"])
    with pytest.raises(ImproperlyConfigured, match=table):
        call_command("work", once=True)


def test_a_trigger_that_was_made_harmless_is_found():
    table = Organisation.history.model._meta.db_table
    name = triggers.expected_names(connection.vendor, table)[0]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f'DROP TRIGGER "{name}"')
            cursor.execute(
                f'CREATE TRIGGER "{name}" BEFORE UPDATE ON "{table}" BEGIN SELECT 1; END'
            )
        else:
            cursor.execute(
                "CREATE OR REPLACE FUNCTION govreg_refuse_change() RETURNS trigger "
                "LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$"
            )
    assert table in triggers.missing(connection)
    triggers.install(connection)
    assert triggers.missing(connection) == []
