"""Is nothing left, and is it said plainly, where storing a file fails at any step?"""

import errno
import os
import subprocess
import tempfile
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, transaction

from govreg.core.files import store
from govreg.core.files.models import StoredFile
from recommendations.models import ProgressUpdate
from tests import uploads
from tests.people import signed_in
from tests.recommendations.lines import iscb_plan

pytestmark = pytest.mark.django_db
VALUES = {"rating": "on-track", "narrative": "The plan was put to the ISCB.", "reason": ""}
SENTENCE = "The file could not be stored, so nothing was saved."


@pytest.fixture(autouse=True)
def store_of_its_own(settings, tmp_path):
    use(settings, tmp_path)


def use(settings, folder: Path) -> None:
    backend = settings.STORAGES["default"]["BACKEND"]
    here = {"BACKEND": backend, "OPTIONS": {"location": str(folder)}}
    settings.STORAGES = {**settings.STORAGES, "default": here}


def kept_files() -> list[Path]:
    return [found for found in Path(default_storage.path("")).rglob("*") if found.is_file()]


def full(*args, **options):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class FullStream:
    """A file on a disk that is full after the first half."""

    def __init__(self, stream, step: str) -> None:
        self.stream, self.step = stream, step

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stream.close()

    def write(self, content):
        if self.step != "write":
            return self.stream.write(content)
        self.stream.write(content[: len(content) // 2])
        return full()

    def flush(self):
        return full() if self.step == "flush" else self.stream.flush()

    def fileno(self):
        return self.stream.fileno()


def break_step(monkeypatch, step: str) -> None:
    """Let one step of the store fail as on a full disk; the steps before it are real."""
    opened = Path.open
    if step in {"write", "flush"}:

        def half(path, *args, **options):
            stream = opened(path, *args, **options)
            return FullStream(stream, step) if path.name.endswith(".partial") else stream

        monkeypatch.setattr(Path, "open", half)
        return
    owner, name = {
        "mkdir": (Path, "mkdir"),
        "open": (Path, "open"),
        "fsync": (os, "fsync"),
        "rename": (Path, "rename"),
        "folder": (store, "_flush_folder"),
    }[step]
    monkeypatch.setattr(owner, name, full)


def send(cast, content: bytes = uploads.PDF):
    action = iscb_plan()
    data = {**VALUES, "files": [SimpleUploadedFile("minutes.pdf", content)]}
    client = signed_in(cast.owner)
    client.raise_request_exception = False
    return client.post(f"/actions/{action.pk}/update/", data)


def assert_nothing_is_left() -> None:
    assert kept_files() == []
    assert not StoredFile.objects.exists()
    assert not ProgressUpdate.objects.exists()


@pytest.mark.parametrize("step", ["mkdir", "open", "write", "flush", "fsync", "rename", "folder"])
def test_a_full_disk_is_said_on_the_form_and_leaves_nothing(cast, monkeypatch, step):
    with monkeypatch.context() as broken:
        break_step(broken, step)
        answer = send(cast)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert SENTENCE in page
    assert VALUES["narrative"] in page
    assert "Choose your files again: minutes.pdf" in page
    assert_nothing_is_left()
    assert send(cast).status_code == 302
    assert len(kept_files()) == 1


def test_a_commit_that_fails_leaves_nothing_and_says_so(cast, monkeypatch):
    failing = transaction.Atomic.__exit__

    def full_at_the_end(self, kind, value, trace):
        if kind is None and StoredFile.objects.exists() and kept_files():
            error = OperationalError("database or disk is full")
            failing(self, OperationalError, error, None)
            raise error
        return failing(self, kind, value, trace)

    with monkeypatch.context() as broken:
        broken.setattr(transaction.Atomic, "__exit__", full_at_the_end)
        answer = send(cast)
    assert answer.status_code == 500
    assert "the last step was not saved" in answer.content.decode()
    assert_nothing_is_left()


def test_cleaning_up_spares_a_file_whose_record_was_committed_after_all(cast):
    """The answer to a commit can be lost on the way; the row is there then."""
    send(cast)
    kept = StoredFile.objects.get()
    store.discard_leftover(kept.path)
    assert len(kept_files()) == 1


def mounted(folder: Path) -> bool:
    """Mount a file system of 64 KB on a folder; false where this machine refuses."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        return subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def unmount(folder: Path) -> None:
    subprocess.run(["umount", str(folder)], check=True)


def mounting_is_refused() -> bool:
    with tempfile.TemporaryDirectory() as name:
        if not mounted(Path(name)):
            return True
        unmount(Path(name))
    return False


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    assert mounted(folder)
    yield folder
    unmount(folder)


@pytest.mark.skipif(mounting_is_refused(), reason="this machine refuses to mount a small disk")
def test_a_disk_that_is_really_full_leaves_nothing(cast, settings, small_disk):
    use(settings, small_disk)
    answer = send(cast, uploads.PDF + b"x" * 200_000)
    assert answer.status_code == 200
    assert SENTENCE in answer.content.decode()
    assert_nothing_is_left()
    assert send(cast).status_code == 302
