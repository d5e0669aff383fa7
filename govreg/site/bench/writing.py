"""How does a register that is made up to be measured get a past of many years?

Records and their history are written in bulk, each change in a change set of its own as a service
would have made it, in the order of time. Only the bench writes so, into a register of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from govreg.core import clock
from govreg.core.history import bulk
from govreg.core.history.models import ChangeSet, TrackedModel
from govreg.core.search.folding import fold
from govreg.core.search.models import SearchEntry

BATCH = 1_000
WORDS = ("reference", "purpose", "wording", "objectives")


@dataclass(slots=True)
class Past:
    """The years through which a made-up register is written: each change a step later."""

    at: datetime
    step: timedelta
    by: Sequence[Any]
    rows: int = 0
    sets: int = 0
    _recorded_at: datetime = field(default_factory=clock.true_now)

    def add(self, verb: str, records: Sequence[TrackedModel], *, together: int = 1) -> None:
        """Add records of one model; so many of them stand in one change set."""
        for portion in _portions(records):
            bulk.create(portion, change_sets=self._sets(verb, portion, together), batch=BATCH)
            self.rows += len(portion)

    def change(self, verb: str, records: Sequence[TrackedModel], *fields: str) -> None:
        """Save named fields of records of one model, each in a change set of its own."""
        for portion in _portions(records):
            sets = self._sets(verb, portion, 1)
            bulk.update(portion, fields, change_sets=sets, batch=BATCH)
            self.rows += len(portion)

    def _sets(self, verb: str, records: Sequence[Any], together: int) -> list[ChangeSet]:
        made = []
        for _start in range(0, len(records), together):
            self.at += self.step
            made.append(
                ChangeSet(
                    verb=verb,
                    by=self.by[self.sets % len(self.by)],
                    at=self.at,
                    recorded_at=self._recorded_at,
                    reason="" if self.sets % 3 else f"Agreed at meeting {self.sets}",
                )
            )
            self.sets += 1
        ChangeSet.objects.bulk_create(made, batch_size=BATCH)
        return [made[place // together] for place in range(len(records))]


def _portions(records: Sequence[Any]) -> list[Sequence[Any]]:
    """Return the records in portions that one statement each can write."""
    size = 10 * BATCH
    return [records[start : start + size] for start in range(0, len(records), size)]


def enter_in_search(records: Sequence[Any]) -> None:
    """Enter records in the search index, under the words that a service would give."""
    entries = [
        SearchEntry(
            model=record._meta.label_lower,
            object_id=record.pk,
            title=str(record)[:300],
            text=fold(" ".join([str(record), *(getattr(record, name, "") for name in WORDS)])),
        )
        for record in records
    ]
    SearchEntry.objects.bulk_create(entries, batch_size=BATCH)
