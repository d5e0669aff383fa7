"""Which files does no record name, and which records name a file that is not there?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from govreg.core.files.models import StoredFile
from govreg.core.files.place import Lying, place

from .marker import BEGUN, MARKER

#: An upload may be under way: its file is on the disk before its record is in the database.
YOUNG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Orphan(Lying):
    """A file in the store that no record names."""

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

    The store is read first: a file is there before its record, so none that is recorded meanwhile
    is taken for an orphan.
    """
    lying = sorted(_all_but_markers(), key=lambda one: one.path)
    sizes = {one.path: one.size for one in lying}
    named = set(StoredFile.objects.values_list("path", flat=True))
    missing = [
        stored
        for stored in StoredFile.objects.order_by("pk").iterator()
        if sizes.get(stored.path) != stored.size and not place.exists(stored.path)
    ]
    orphans = [Orphan(one.path, one.size, one.written_at) for one in lying if one.path not in named]
    return Findings(len(lying), orphans, missing)


def remove_orphan(orphan: Orphan) -> bool:
    """Remove an orphan, unless a record names it by now; say whether it was removed."""
    if StoredFile.objects.filter(path=orphan.path).exists():
        return False
    place.delete(orphan.path)
    return True


def _all_but_markers() -> list[Lying]:
    return [one for one in place.everything() if one.path not in {MARKER, BEGUN}]
