"""Is a person's data gone for good, and does the seal still hold around the gap?"""

import io

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import DatabaseError

from govreg.core.accounts.models import User
from govreg.core.accounts.services.users import add_user, deactivate_user
from govreg.core.history import seal as sealing
from govreg.core.history import triggers
from govreg.core.history.digests import WHOLE
from govreg.core.history.held_texts import texts_holding
from govreg.core.history.models import ChangedRow, ChangeSet, RedactedValue, Seal, SealRenewal
from govreg.core.history.redact import redact
from govreg.core.history.seal import seal_history, verify_history
from govreg.core.refusals import Refused
from govreg.core.search.index import search
from govreg.core.search.models import SearchEntry
from partnerships.models import Partnership
from partnerships.services.partnerships import describe_partnership

pytestmark = pytest.mark.django_db
NAME = "Zuleika Dobson"


def leaver(cast) -> User:
    user = add_user(email="z.dobson@leeds.example", name=NAME, by=cast.administrator)
    return deactivate_user(user=user, by=cast.administrator, reason="Left the council") or user


def removed(cast, words: str = NAME, only: str = ""):
    chosen = [held for held in texts_holding(words) if only in held.key]
    return redact(
        chosen=chosen,
        words=words,
        basis="erasure",
        reason="Asked for, and due.",
        by=cast.administrator,
    )


def everything(words: str) -> int:
    """Return how many stored rows of the history hold the words."""
    from govreg.core.history.tables import append_only_models

    found = 0
    with connection.cursor() as cursor:
        for model in append_only_models():
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            found += sum(words in str(row) for row in cursor.fetchall())
    return found


def describe(cast, reason: str) -> Partnership:
    west = Partnership.objects.get(reference="dp-west")
    return describe_partnership(
        partnership=west,
        version=west.version,
        values={"area": "Armley"},
        by=cast.partnerships_officer,
        reason=reason,
    )


def test_a_name_goes_from_the_record_and_from_every_row_of_its_history(cast):
    user = leaver(cast)
    assert everything(NAME) > 1
    made = removed(cast)
    user.refresh_from_db()
    assert user.name == made.mark
    assert everything(NAME) == 0
    assert {row.name for row in user.history.all()} == {made.mark}
    assert verify_history().broken is None
    seal_history()
    found = verify_history()
    assert (found.broken, found.unsealed) == (None, 0)


def test_an_address_that_must_be_unique_stays_so(cast):
    user = leaver(cast)
    removed(cast, "z.dobson@leeds.example")
    user.refresh_from_db()
    assert user.email.endswith("@redacted.invalid")
    assert everything("z.dobson") == 0


def test_a_second_text_of_the_same_row_can_be_removed_later(cast):
    leaver(cast)
    removed(cast)
    removed(cast, "z.dobson@leeds.example")
    seal_history()
    assert verify_history().broken is None


def test_a_name_in_a_reason_goes_from_the_change_set_and_its_rows(cast):
    describe(cast, f"{NAME} asked for it")
    made = removed(cast)
    assert everything(NAME) == 0
    assert ChangeSet.objects.filter(reason=made.mark).count() == 1
    assert verify_history().broken is None


def test_what_was_removed_cannot_be_guessed_from_what_is_kept(cast):
    leaver(cast)
    removed(cast)
    value = RedactedValue.objects.filter(field="name").first()
    salt = ChangedRow.objects.get(model=value.model, history_id=value.row).salt
    assert '"name"' not in salt
    assert '"email"' in salt


def test_somebody_who_may_still_sign_in_is_refused(cast):
    with pytest.raises(Refused, match="Deactivate"):
        removed(cast, cast.owner.email)


def test_a_reason_that_repeats_the_words_is_refused(cast):
    leaver(cast)
    with pytest.raises(Refused, match="very words"):
        redact(
            chosen=texts_holding(NAME),
            words=NAME,
            basis="erasure",
            reason=f"{NAME.lower()} asked",
            by=cast.administrator,
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts_historicaluser SET name = 'Forged' WHERE history_id = {row}",
        "UPDATE accounts_historicaluser SET email = 'forged@x.example' WHERE history_id = {row}",
        "UPDATE accounts_historicaluser SET email = '{mark}' WHERE history_id = {row}",
        "UPDATE accounts_historicaluser SET version = 99 WHERE history_id = {row}",
        "UPDATE accounts_historicaluser SET name = '{mark}' WHERE history_id <> {row}",
        "UPDATE history_changedrow SET object_id = 99 WHERE history_id = {row}",
        "DELETE FROM accounts_historicaluser WHERE history_id = {row}",
        "DELETE FROM history_redactedvalue",
    ],
)
def test_a_redacted_row_is_no_door(statement, cast):
    leaver(cast)
    made = removed(cast)
    row = RedactedValue.objects.filter(model="accounts.user").first().row
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(row=row, mark=made.mark))


@pytest.mark.spoils_history
@pytest.mark.parametrize(
    "forgery",
    ["name = 'Somebody else'", "email = 'forged@x.example'", "version = 99", "name = ''"],
)
def test_a_redacted_row_that_is_forged_breaks_the_seal(forgery, cast):
    leaver(cast)
    removed(cast)
    row = RedactedValue.objects.filter(model="accounts.user").first().row
    assert verify_history().broken is None
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE accounts_historicaluser SET {forgery} WHERE history_id = {row}")
    triggers.install(connection)
    assert verify_history().broken == Seal.objects.order_by("last_change_set").first()


def sealed_as_before() -> None:
    """Take the salts away, as in a register of an earlier release, and seal."""
    triggers.remove(connection)
    ChangeSet.objects.update(salt="")
    ChangedRow.objects.update(salt="")
    triggers.install(connection)
    seal_history()


def test_a_seal_of_an_earlier_release_holds_and_stays_so_after_a_redaction(cast):
    leaver(cast)
    sealed_as_before()
    assert Seal.objects.get().version == WHOLE
    describe(cast, "After the update")
    seal_history()
    assert [seal.version for seal in Seal.objects.order_by("pk")] == [1, 2]
    removed(cast)
    assert everything(NAME) == 0
    assert SealRenewal.objects.count() == 1
    seal_history()
    found = verify_history()
    assert (found.broken, found.unsealed, found.seals) == (None, 0, 3)


@pytest.mark.spoils_history
def test_nothing_is_redacted_in_an_old_block_that_was_forged(cast):
    leaver(cast)
    sealed_as_before()
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE partnerships_historicalpartnership SET area = 'forged'")
    triggers.install(connection)
    with pytest.raises(Refused, match="does not match its seal"):
        removed(cast)
    assert everything(NAME) > 1


def test_the_command_says_that_the_seal_holds_after_a_redaction(cast, capsys):
    leaver(cast)
    removed(cast)
    call_command("verify_history")
    assert "match" in capsys.readouterr().out


def test_blocks_are_sealed_one_after_the_other(cast, monkeypatch):
    monkeypatch.setattr(sealing, "BLOCK", 120)
    leaver(cast)
    made = seal_history()
    assert len(made) > 3
    removed(cast)
    assert verify_history().broken is None


def test_what_was_removed_is_found_by_no_search(cast):
    west = Partnership.objects.get(reference="dp-west")
    describe_partnership(
        partnership=west,
        version=west.version,
        values={"purpose": f"Kept by {NAME}"},
        by=cast.partnerships_officer,
        reason="",
    )
    assert [found.title for found in search(NAME, user=cast.administrator)] == [west.name]
    removed(cast)
    assert search(NAME, user=cast.administrator) == []
    assert SearchEntry.objects.filter(text__contains="zuleika").count() == 0
    assert search(west.name, user=cast.administrator)[0].title == west.name


def test_the_command_reads_the_words_from_standard_input(cast, capsys, monkeypatch):
    user = leaver(cast)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NAME}\n"))
    call_command("redact")
    said = capsys.readouterr().out
    assert f"accounts.user:{user.pk}:name" in said
    assert "Nothing was removed" in said
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NAME}\n"))
    options = {"by": cast.administrator.email, "basis": "erasure", "reason": "Asked for."}
    call_command("redact", remove=True, **options)
    user.refresh_from_db()
    assert user.name.startswith("[redacted R")
    assert everything(NAME) == 0
