"""Does a backup bring the very same register back, in an empty place and nowhere else?"""

import json
import stat
import zipfile

from tests.reliability.comparing import hold_alike, tables

from .conftest import FILES


def test_what_is_restored_is_the_same_to_the_last_row_and_byte(kept, archive, place):
    empty = place()
    said = empty.run("restore", str(archive))
    assert hold_alike(kept, empty) > 60
    assert len(empty.files) == FILES
    assert f"{FILES} file(s)" in said
    digest = kept.run("verify_history").partition("Digest: ")[2].strip()
    assert digest
    assert f"Sealed history, checked: {digest}" in said
    empty.run("check", "--database", "default")
    assert "0 file(s) that no record names" in empty.run("orphan_files")


def test_the_archive_says_what_it_holds_and_is_its_owners_alone(kept, archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        manifest = json.loads(opened.read("manifest.json"))
        names = set(opened.namelist())
    assert sorted(manifest["rows"]) == tables(kept)
    assert manifest["rows"]["recommendations_evidence"] == FILES
    assert names == {"manifest.json", *(part["name"] for part in manifest["parts"])}
    assert ["outbox", "0001_messages_and_long_work"] in manifest["migrations"]
    assert list(archive.parent.iterdir()) == [archive]


def test_a_folder_gets_an_archive_with_a_name_of_its_own(kept, tmp_path):
    kept.run("backup", str(tmp_path))
    (made,) = tmp_path.glob("*")
    assert made.name.startswith("register-20")


def test_a_place_that_is_not_empty_is_refused(kept, archive, place):
    before = hold_alike(kept, kept)
    assert before
    assert "The database is not empty" in kept.refused("restore", str(archive))
    half = place()
    stray = half.folder / "files" / "2026" / "note"
    stray.parent.mkdir(parents=True)
    stray.write_text("mine")
    assert "is not empty" in half.refused("restore", str(archive))
    assert stray.read_text() == "mine"
    assert tables(half) == []


def test_a_backup_where_it_cannot_be_is_refused(kept, archive, tmp_path):
    assert "is there already" in kept.refused("backup", str(archive))
    assert "There is no folder" in kept.refused("backup", str(tmp_path / "no" / "x.zip"))
    inside = kept.refused("backup", str(kept.folder / "files" / "x.zip"))
    assert "outside the register’s own file store" in inside


def test_an_empty_database_is_no_register_to_back_up(place, tmp_path):
    assert "There is no register" in place().refused("backup", str(tmp_path / "x.zip"))
    assert not (tmp_path / "x.zip").exists()


def test_a_missing_file_is_named_and_the_rest_is_backed_up(archive, place, tmp_path):
    half = place()
    half.run("restore", str(archive))
    lost, changed = sorted(half.files)[:2]
    lost.unlink()
    changed.write_bytes(b"another content")
    said = half.refused("backup", str(tmp_path / "x.zip"))
    assert f"missing\t{lost.relative_to(half.folder / 'files')}" in said
    assert (
        f"not what it was when it was stored\t{changed.relative_to(half.folder / 'files')}" in said
    )
    assert "The backup was made, but 2 file(s)" in said
    again = place()
    assert "was missing already" in again.run("restore", str(tmp_path / "x.zip"))
    assert len(again.files) == FILES - 1


def test_a_backup_of_an_earlier_release_is_migrated(archive, place, tmp_path):
    """The earlier state is made by taking the last migrations back, as a release before had it."""
    earlier = place()
    earlier.run("restore", str(archive))
    earlier.run("migrate", "-v0", "outbox", "zero")
    assert "outbox_longwork" not in tables(earlier)
    earlier.run("backup", str(tmp_path / "earlier.zip"))
    later = place()
    said = later.run("restore", str(tmp_path / "earlier.zip"))
    assert "The backup is of an earlier release: applying 1 migration(s)." in said
    assert "migrated\toutbox.0001_messages_and_long_work" in said
    assert "outbox_longwork" in tables(later)
    assert later.run("migrate", "--check") == ""
    assert "sealed block(s) match" in later.run("verify_history")
