"""Are files without a record, and records without a file, found; and only old orphans removed?"""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from govreg.core import clock
from govreg.core.files.models import StoredFile
from govreg.core.files.store import keep
from govreg.site.keeping.orphans import find_orphans, remove_orphan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store_of_its_own(settings, tmp_path):
    backend = settings.STORAGES["default"]["BACKEND"]
    here = {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "default": here}


def left_over(name: str, *, hours: float) -> Path:
    path = Path(default_storage.path(f"2026/01/{name}"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"left over")
    then = (clock.true_now() - timedelta(hours=hours)).timestamp()
    os.utime(path, (then, then))
    return path


def kept(cast) -> StoredFile:
    stored = keep(name="minutes.txt", content=b"Present", by=cast.owner)
    path = Path(default_storage.path(stored.path))
    os.utime(path, (0, 0))
    return stored


def test_the_list_alone_removes_nothing(cast, capsys):
    stored, old = kept(cast), left_over("a" * 32, hours=25)
    call_command("orphan_files")
    said = capsys.readouterr().out
    assert "2 file(s) in the store." in said
    assert f"orphan\t2026/01/{'a' * 32}\t9 bytes" in said
    assert "0 removed, 1 left" in said
    assert stored.path not in said
    assert old.exists()


def test_old_orphans_are_removed_and_young_ones_never(cast, capsys):
    stored = kept(cast)
    old, young = left_over("a" * 32 + ".partial", hours=25), left_over("b" * 32, hours=23)
    call_command("orphan_files", "--remove")
    said = capsys.readouterr().out
    assert f"removed\t2026/01/{old.name}" in said
    assert f"orphan, younger than a day\t2026/01/{young.name}" in said
    assert "1 removed, 1 left" in said
    assert not old.exists()
    assert young.exists()
    assert Path(default_storage.path(stored.path)).exists()


def test_an_orphan_that_a_record_names_by_now_is_kept(cast):
    path = left_over("a" * 32, hours=25)
    (orphan,) = find_orphans().orphans
    path.unlink()
    keep(name="minutes.txt", content=b"Present", by=cast.owner, path=orphan.path)
    assert not remove_orphan(orphan)
    assert path.exists()


def test_a_record_whose_file_is_missing_is_named_and_is_a_failure(cast, capsys):
    stored = kept(cast)
    Path(default_storage.path(stored.path)).unlink()
    with pytest.raises(CommandError, match=r"1 record\(s\) name a file that is not in the store"):
        call_command("orphan_files", "--remove")
    assert f"missing\t{stored.path}\trecord {stored.pk}" in capsys.readouterr().out
