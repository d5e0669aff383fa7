"""How does a disk fail that is full, at each step of storing a file?"""

import errno
import os
import subprocess
import tempfile
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import OperationalError, transaction

from govreg.core.files import folder as folders
from govreg.core.files.models import StoredFile

STEPS = ["mkdir", "open", "write", "flush", "fsync", "rename", "folder"]
SENTENCE = "The file could not be stored, so nothing was saved."


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
        "folder": (folders, "_flush_folder"),
    }[step]
    monkeypatch.setattr(owner, name, full)


def break_commit(monkeypatch) -> None:
    """Let the commit fail that should keep a stored file's record; nothing else."""
    leaving = transaction.Atomic.__exit__

    def full_at_the_end(self, kind, value, trace):
        if kind is None and StoredFile.objects.exists() and kept_files():
            error = OperationalError("database or disk is full")
            leaving(self, OperationalError, error, None)
            raise error
        return leaving(self, kind, value, trace)

    monkeypatch.setattr(transaction.Atomic, "__exit__", full_at_the_end)


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
