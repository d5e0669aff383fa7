"""Can it be shown that no history was forged since it was sealed?

A block of change sets is digested row by row with SHA-256, and chained to the block before. The
last digest, kept somewhere else, vouches for everything up to it.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model

from govreg.core import clock

from .models import ChangedRow, ChangeSet, Seal
from .tables import history_models

BLOCK = 5_000  # change sets


@dataclass(frozen=True, slots=True)
class Finding:
    """What checking the seals found: how far it holds, and the first block that does not."""

    seals: int
    rows: int
    unsealed: int
    digest: str
    broken: Seal | None = None


def seal_history() -> list[Seal]:
    """Seal every change set that is not sealed yet, in blocks; return the new seals."""
    made = []
    while seal := _seal_next():
        made.append(seal)
    return made


@transaction.atomic
def _seal_next() -> Seal | None:
    last = Seal.objects.order_by("last_change_set").last()
    after = last.last_change_set if last else 0
    ids = list(
        ChangeSet.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BLOCK]
    )
    if not ids:
        return None
    columns = {m._meta.label_lower: _columns(m) for m in _models()}
    previous = last.digest if last else ""
    digest, rows = _digest(ids[0], ids[-1], columns, previous)
    return Seal.objects.create(
        first_change_set=ids[0],
        last_change_set=ids[-1],
        rows=rows,
        columns=columns,
        previous_digest=previous,
        digest=digest,
        sealed_at=clock.true_now(),
    )


def verify_history() -> Finding:
    """Digest every sealed block again and compare; stop at the first that does not match."""
    previous, rows, seals, after = "", 0, 0, 0
    for seal in Seal.objects.order_by("last_change_set"):
        digest, _count = _digest(after + 1, seal.last_change_set, seal.columns, previous)
        if digest != seal.digest or seal.previous_digest != previous:
            return Finding(seals, rows, _unsealed(after), previous, broken=seal)
        previous, after = digest, seal.last_change_set
        rows += seal.rows
        seals += 1
    return Finding(seals, rows, _unsealed(after), previous)


def _unsealed(after: int) -> int:
    return ChangeSet.objects.filter(pk__gt=after).count()


def _models() -> list[type[Model]]:
    return [ChangeSet, ChangedRow, *history_models()]


def _columns(model: type[Model]) -> list[str]:
    return sorted(f.attname for f in model._meta.concrete_fields)


def _digest(first: int, last: int, columns: dict[str, list[str]], previous: str) -> tuple[str, int]:
    """Return the digest of everything that change sets `first` to `last` wrote, and the row count.

    A row that appeared in, vanished from or moved between blocks changes a digest, because the
    rows are found by the change set they point at.
    """
    running = hashlib.sha256(previous.encode("ascii"))
    count = 0
    for model in _models():
        names = columns.get(model._meta.label_lower)
        if names is None:
            continue
        for line in _lines(model, names, first, last):
            running.update(line)
            count += 1
    return running.hexdigest(), count


def _lines(model: Any, names: list[str], first: int, last: int) -> Iterator[bytes]:
    key = "pk" if model is ChangeSet else "change_set_id"
    rows = (
        model.objects.filter(**{f"{key}__gte": first, f"{key}__lte": last})
        .order_by("pk")
        .values_list(*names)
    )
    label = model._meta.label_lower
    for row in rows.iterator(chunk_size=2_000):
        values = [label, *(None if value is None else str(value) for value in row)]
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
