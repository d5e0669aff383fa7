"""Is a register whose files are in an object store backed up, restored, exported, looked after?"""

import csv
import json
import zipfile

import pytest

from tests.object_store import Bucket, new_bucket  # noqa: F401 - a fixture
from tests.reliability.comparing import table_digests, triggers
from tests.reliability.proof import load_leeds, register

FILES = 3
MARKER = "RESTORE-UNFINISHED.txt"


@pytest.fixture(scope="module")
def bucket(new_bucket) -> Bucket:  # noqa: F811
    return new_bucket()


@pytest.fixture(scope="module")
def afar(bucket, tmp_path_factory):
    """A register with the Leeds data and some evidence, whose files are in the bucket."""
    folder = tmp_path_factory.mktemp("afar") / "register"
    with register(folder, migrated=False, LOG_LEVEL="ERROR", **bucket.environment) as made:
        load_leeds(made)
        made.module("tests.reliability.storing", str(FILES))
        made.run("seal_history")
        assert made.files == []
        yield made


@pytest.fixture(scope="module")
def archive_afar(afar, tmp_path_factory):
    path = tmp_path_factory.mktemp("archive-afar") / "register.zip"
    afar.run("backup", str(path))
    return path


@pytest.fixture
def empty(new_bucket, tmp_path):  # noqa: F811
    """An empty place: no database tables and an empty bucket."""
    made = new_bucket()
    folder = tmp_path / "empty"
    with register(folder, migrated=False, LOG_LEVEL="ERROR", **made.environment) as place:
        yield place, made


def test_what_is_restored_is_the_same_in_database_and_bucket(afar, bucket, archive_afar, empty):
    place, other = empty
    said = place.run("restore", str(archive_afar))
    assert f"{FILES} file(s)" in said
    assert table_digests(place) == table_digests(afar)
    assert triggers(place) == triggers(afar)
    assert len(bucket.objects) == FILES
    assert other.objects == bucket.objects
    assert "0 file(s) that no record names" in place.run("orphan_files")


def test_a_backup_goes_from_a_bucket_into_a_folder(bucket, archive_afar, place):
    """A council may move from one to the other with a backup."""
    near = place()
    near.run("restore", str(archive_afar))
    store = near.folder / "files"
    found = {path.relative_to(store).as_posix(): path.read_bytes() for path in near.files}
    assert found == bucket.objects


def test_a_bucket_with_something_in_it_is_refused(archive_afar, empty):
    place, other = empty
    other.put("mine", b"mine")
    said = place.refused("restore", str(archive_afar))
    assert "name an empty bucket in FILES_S3_BUCKET" in said
    assert other.objects == {"mine": b"mine"}


def test_an_interrupted_restore_goes_on(bucket, archive_afar, empty):
    """What a restore leaves that is killed before its files are written: marker and half of it."""
    place, other = empty
    digest = archive_afar.read_bytes()[-64:]
    other.put(MARKER, b"SHA-256: another")
    assert "A restore of another archive" in place.refused("restore", str(archive_afar))
    other.put(MARKER, b"SHA-256: " + digest)
    (first, *_rest) = bucket.objects
    other.put(first, b"half")
    assert "Going on with the restore" in place.run("restore", str(archive_afar))
    assert other.objects == bucket.objects


def test_the_export_brings_the_files_of_the_bucket(afar, tmp_path):
    folder = tmp_path / "everything"
    afar.run("export_everything", str(folder))
    with (folder / "files.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["State"] for row in rows] == ["as stored"] * FILES
    assert (folder / rows[0]["File"]).read_text().startswith("File 0\n")


def test_orphans_and_losses_are_found(archive_afar, empty, tmp_path):
    place, other = empty
    place.run("restore", str(archive_afar))
    lost, changed = sorted(other.objects)[:2]
    other.remove(lost)
    other.put(changed, b"another content")
    other.put("2026/01/left-over", b"left over")
    said = place.refused("orphan_files", "--remove")
    assert "orphan, younger than a day\t2026/01/left-over\t9 bytes" in said
    assert f"missing\t{lost}" in said
    assert "2026/01/left-over" in other.objects
    said = place.refused("backup", str(tmp_path / "x.zip"))
    assert f"missing\t{lost}" in said
    assert f"not what it was when it was stored\t{changed}" in said
    with zipfile.ZipFile(tmp_path / "x.zip") as made:
        assert json.loads(made.read("manifest.json"))["missing"] == [lost]
    said = place.refused("export_everything", str(tmp_path / "out"))
    assert f"missing: {lost}" in said


@pytest.mark.parametrize("command", ["backup", "export_everything", "orphan_files"])
def test_a_store_that_is_silent_is_said_and_leaves_no_archive(afar, tmp_path, command):
    silent = {**afar.environment, "FILES_S3_ENDPOINT": "http://127.0.0.1:9"}
    cut_off = type(afar)(afar.folder, silent)
    target = tmp_path / "out"
    words = [] if command == "orphan_files" else [str(target)]
    said = cut_off.refused(command, *words)
    assert "Could not connect" in said
    assert not target.is_file()


def test_a_folder_and_a_bucket_at_once_are_refused_at_the_start(afar, tmp_path):
    for name in ("FILES_DIR", "FILES_ACCEL_PREFIX"):
        both = type(afar)(afar.folder, {**afar.environment, name: "/somewhere/"})
        assert f"FILES_S3_BUCKET and {name} are both set" in both._done("manage.py", "check").stderr
