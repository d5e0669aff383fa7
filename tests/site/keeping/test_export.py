"""Is everything exported that is in the register, and nothing that opens a door?"""

import csv
import json
import subprocess

import pytest
from django.apps import apps
from django.db import models

from govreg.site.keeping.columns import exported_tables, tables_left_out
from govreg.site.keeping.left_out import why_column_is_left_out
from tests.reliability.comparing import tables

from .conftest import FILES

#: Written by hand: what must never leave.
SECRETS = {
    "accounts_user": {"password"},
    "accounts_secondfactor": {"secret", "last_step", "recovery_digests"},
    "history_changeset": {"token"},
    "partnerships_calendarlink": {"token_digest"},
    "outbox_outgoingmessage": {"lease", "text", "html"},
    "outbox_longwork": {"lease"},
}
#: Exported fields whose names sound like a secret's, and are none.
HARMLESS = {
    "accounts_secondfactor.recovery_codes_left",
    "accounts_historicalsecondfactor.recovery_codes_left",
    "history_seal.digest",
    "history_seal.previous_digest",
    "outbox_outgoingmessage.key",
    "outbox_longwork.key",
    "partnerships_meeting.calendar_key",
}
SOUNDS_SECRET = (
    "secret", "passw", "token", "lease", "digest", "hash", "salt", "private", "credential",
    "session", "recovery", "key", "otp", "nonce",
)  # fmt: skip


@pytest.fixture(scope="module")
def exported(kept, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported") / "everything"
    kept.run("export_everything", str(folder))
    return folder


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def test_every_digest_holds(exported):
    checked = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=exported, check=True, capture_output=True, text=True
    )
    files = [path for path in exported.rglob("*") if path.is_file()]
    assert checked.stdout.count(": OK") == len(files) - 1
    assert len(files) > 70


def test_every_table_is_there_with_every_row_or_is_left_out_for_a_reason(kept, exported):
    dictionary = json.loads((exported / "dictionary.json").read_text())
    described = {table["table"]: table for table in dictionary["tables"]}
    for table, said in described.items():
        rows = rows_of(exported / said["file"])
        ((count,),) = kept.rows(f'SELECT COUNT(*) FROM "{table}"')
        assert len(rows) - 1 == count == said["rows"], table
        assert rows[0] == [column["heading"] for column in said["columns"]]
        assert len(set(rows[0])) == len(rows[0])
    left_out = set(dictionary["tables_left_out"])
    assert not left_out & set(described)
    assert set(tables(kept)) == set(described) | left_out | {"django_migrations"}
    assert len(described) > 60
    readme = (exported / "README.txt").read_text()
    assert all(table["file"] in readme for table in described.values())


def test_the_files_are_there_under_their_names(kept, exported):
    rows = rows_of(exported / "files.csv")
    assert rows[0][:3] == ["Number in the register", "Name", "File"]
    assert len(rows) - 1 == FILES
    for number, name, file, size, _digest, state in rows[1:]:
        assert file == f"files/{number}-{name}"
        assert (exported / file).stat().st_size == int(size)
        assert state == "as stored"
    assert (exported / rows[1][2]).read_text().startswith("File 0\n")


def test_headings_and_values_are_a_persons(exported):
    (head, first, *_rest) = rows_of(exported / "tables" / "recommendations-progress-updates.csv")
    row = dict(zip(head, first, strict=True))
    assert row["Number in the register"] == "1"
    assert row["What has been done"] == "Step 0, “done”."
    assert row["Action (number)"]
    history = rows_of(exported / "tables" / "recommendations-progress-updates-history.csv")
    assert {"Number in the register", "What was done", "Written at", "Change set (id)"} <= set(
        history[0]
    )
    assert "added" in history[1]


def test_no_secret_is_there(kept, exported):
    columns = {
        table.model._meta.db_table: {column.field.column for column in table.columns}
        for table in exported_tables()
    }
    for table, secret in SECRETS.items():
        assert columns[table], table
        assert not columns[table] & secret
    assert {"django_session", "axes_accessattempt"} <= set(tables_left_out())
    hashes = [value for (value,) in kept.rows("SELECT password FROM accounts_user")]
    everything = "".join(path.read_text() for path in (exported / "tables").glob("*.csv"))
    assert len(hashes) > 5
    assert not any(value in everything for value in hashes)


def test_a_field_that_sounds_like_a_secret_is_exported_only_when_named_here():
    inspected, found = 0, set()
    for table in exported_tables():
        for column in table.columns:
            inspected += 1
            if any(word in column.field.name for word in SOUNDS_SECRET):
                found.add(f"{table.model._meta.db_table}.{column.field.column}")
    assert inspected > 500
    assert found == HARMLESS


@pytest.mark.parametrize("name", ["api_key", "totp_secret", "reset_token", "password", "pin"])
def test_a_new_field_called_like_a_secret_is_left_out_by_itself(name):
    field = models.CharField(name=name)
    user = apps.get_model("accounts.User")
    assert why_column_is_left_out(user, field)
    assert why_column_is_left_out(apps.get_model("accounts.HistoricalUser"), field)


def test_a_formula_is_inert(kept, place, archive, tmp_path):
    other = place()
    other.run("restore", str(archive))
    other.module("tests.reliability.formula")
    other.run("export_everything", str(tmp_path / "out"))
    names = [row[2] for row in rows_of(tmp_path / "out" / "tables" / "access-scopes.csv")]
    assert '\'=HYPERLINK("http://x.example")' in names


def test_a_missing_file_is_said_and_the_rest_is_exported(place, archive, tmp_path):
    other = place()
    other.run("restore", str(archive))
    other.files[0].unlink()
    said = other.refused("export_everything", str(tmp_path / "out"))
    assert "missing: " in said
    assert "Everything else was exported, but 1 file(s)" in said
    assert "missing" in (tmp_path / "out" / "files.csv").read_text()


def test_a_folder_with_something_in_it_is_refused(kept, tmp_path):
    (tmp_path / "mine").write_text("mine")
    assert "is not empty" in kept.refused("export_everything", str(tmp_path))
    assert "is not empty" in kept.refused("export_everything", str(tmp_path / "mine"))
    assert (tmp_path / "mine").read_text() == "mine"
