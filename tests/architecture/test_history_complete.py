"""Does every live row equal its last history row, and can no history row be changed?"""

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.db.utils import DatabaseError

from govreg.core.history import triggers
from govreg.core.history.change import OutsideAService, change
from govreg.core.history.models import ChangedRow, TrackedModel
from govreg.core.history.protection import refuse_unprotected
from govreg.core.history.tables import append_only_models, history_models, tracked_models
from partnerships.models import Organisation, Partnership
from tests.history import WrittenTables, unlike_their_history

pytestmark = pytest.mark.django_db


def test_every_live_row_of_the_loaded_data_equals_its_last_history_row():
    inspected, unlike = unlike_their_history()
    assert inspected > 600
    assert unlike == []


@pytest.mark.spoils_history
def test_a_row_changed_behind_the_history_is_caught():
    written = WrittenTables()
    with connection.execute_wrapper(written), connection.cursor() as cursor:
        Organisation.objects.count()
        cursor.execute("UPDATE partnerships_partnership SET area = 'elsewhere'")
    assert written.models() == [Partnership]
    _inspected, unlike = unlike_their_history(written.models())
    assert len(unlike) == Partnership.objects.count()


def test_every_domain_model_is_tracked():
    ours = {"accounts", "access", "council", "files", "partnerships", "reviews"}
    ours |= {"recommendations", "reports"}
    untracked = {
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in ours
        and not issubclass(model, TrackedModel)
        and not model.__name__.startswith("Historical")
    }
    assert len(tracked_models()) > 30
    assert untracked == {"accounts.AccessLogEntry"}


def test_every_history_row_stands_in_its_change_sets_list():
    inspected = sum(model.objects.count() for model in history_models())
    assert inspected > 600
    assert ChangedRow.objects.count() == inspected


@pytest.mark.parametrize("verb", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_no_append_only_table_can_be_changed(verb):
    inspected = 0
    for model in append_only_models():
        if not model.objects.exists():
            continue
        inspected += 1
        key = model._meta.pk.column
        statement = verb.format(f'"{model._meta.db_table}"', key, key)
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert inspected > 20


def test_replacing_and_emptying_are_refused_too():
    table = Organisation.history.model._meta.db_table
    if connection.vendor == "postgresql":
        statement = f'TRUNCATE "{table}"'
    else:
        columns = ", ".join(f.column for f in Organisation.history.model._meta.concrete_fields)
        statement = f'INSERT OR REPLACE INTO "{table}" ({columns}) SELECT {columns} FROM "{table}"'
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_missing_trigger_is_found():
    assert triggers.missing(connection) == []
    table = Organisation.history.model._meta.db_table
    name = triggers.expected_names(connection.vendor, table)[0]
    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{on}')
    assert triggers.missing(connection) == [table]
    with pytest.raises(ImproperlyConfigured, match=table):
        refuse_unprotected()
    triggers.install(connection)
    assert triggers.missing(connection) == []
    refuse_unprotected()


def test_nothing_tracked_is_written_outside_a_service():
    organisation = Organisation.objects.first()
    with pytest.raises(OutsideAService):
        organisation.save()


@pytest.mark.parametrize("verb", ["update", "delete", "bulk_create", "bulk_update"])
def test_the_ways_round_the_history_are_refused(verb):
    given = {"update": {"name": "x"}, "bulk_create": {"objs": []}}.get(verb, {})
    with change(verb="Test", by=None), pytest.raises(TypeError, match="no history"):
        getattr(Organisation.objects.all(), verb)(**given)
