"""Does the register say whether it can serve, and what is in the way when it cannot?"""

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from govreg.core.history import triggers
from partnerships.models import Partnership


def ready():
    return Client().get("/ready/")


def test_a_whole_register_is_ready(leeds):
    assert (ready().status_code, ready().content) == (200, b"ready")


@pytest.mark.spoils_history
def test_it_is_not_ready_while_its_history_could_be_changed(leeds):
    table = Partnership.history.model._meta.db_table
    name = triggers.expected_names(connection.vendor, table)[0]
    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{on}')
    answer = ready()
    assert answer.status_code == 503
    assert b"History could be changed in 1 table(s)." in answer.content


def test_it_is_not_ready_while_migrations_wait(leeds):
    [last] = MigrationLoader(connection).graph.leaf_nodes("recommendations")
    MigrationRecorder(connection).record_unapplied(*last)
    answer = ready()
    assert answer.status_code == 503
    assert b"wait to be run" in answer.content


def test_it_is_not_ready_while_its_store_cannot_be_written(leeds, tmp_path, settings):
    blocked = tmp_path / "a-file-where-a-folder-should-be"
    blocked.write_text("")
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": {**kept, "OPTIONS": {"location": blocked}}}
    answer = ready()
    assert answer.status_code == 503
    assert answer.content == b"The file store cannot be written."


def test_no_answer_names_a_path_or_a_password(leeds, tmp_path):
    assert str(settings.BASE_DIR).encode() not in ready().content
