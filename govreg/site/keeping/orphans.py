"""Which files does no record name, and which records name a file that is not there?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.storage import default_storage

from govreg.core.files.models import StoredFile

from .marker import BEGUN, MARKER

#: An upload may be under way: its file is on the disk before its record is in the database.
YOUNG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Orphan:
    """A file in the store that no record names; `path` is relative to the store."""

    path: str
    size: int
    written_at: float

    def is_old(self, *, at: datetime) -> bool:
        """Say whether nothing under way can still come to name it."""
        return self.written_at < (at - YOUNG).timestamp()


@dataclass(frozen=True, slots=True)
class Findings:
    """What a walk through the store found."""

    inspected: int
    orphans: list[Orphan]
    missing: list[StoredFile]


def find_orphans() -> Findings:
    """Hold the store against the records.

    The disk is read first: a file is there before its record, so none that is recorded meanwhile
    is taken for an orphan.
    """
    store = Path(default_storage.path(""))
    on_disk = sorted(_files_in(store), key=lambda orphan: orphan.path)
    named = set(StoredFile.objects.values_list("path", flat=True))
    missing = [
        stored
        for stored in StoredFile.objects.order_by("pk").iterator()
        if not (store / stored.path).is_file()
    ]
    return Findings(len(on_disk), [one for one in on_disk if one.path not in named], missing)


def remove_orphan(orphan: Orphan) -> bool:
    """Remove an orphan, unless a record names it by now; say whether it was removed."""
    if StoredFile.objects.filter(path=orphan.path).exists():
        return False
    Path(default_storage.path(orphan.path)).unlink(missing_ok=True)
    return True


def _files_in(store: Path) -> list[Orphan]:
    found = []
    for path in store.rglob("*"):
        try:
            if path.name not in {MARKER, BEGUN} and (path.is_file() or path.is_symlink()):
                state = path.lstat()
                name = path.relative_to(store).as_posix()
                found.append(Orphan(name, state.st_size, state.st_mtime))
        except FileNotFoundError:  # an upload was finished, or taken back, meanwhile
            continue
    return found
