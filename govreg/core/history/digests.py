"""What is the digest of everything that a block of change sets wrote?

In the first way (seals of earlier releases) each row is digested whole. In the second each text has
a digest of its own under a salt, so that the digest of a text removed by law can stand in for it
while everything else in the row is still checked. A text with a stand-in must be its redaction's
mark and nothing else, so a redaction is no hole to forge through.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import F, Model, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from .columns import other_columns, text_columns
from .models import ChangedRow, ChangeSet, RedactedValue, SealRenewal
from .models.redactions import mark_of
from .models.salts import salt_of
from .tables import history_models, history_of, tracked_models

WHOLE, BY_TEXT = 1, 2  # the two ways
AT_ONCE = 2_000  # rows fetched at a time
#: For a history row's texts: the digest that stands in, and the mark that must be there.
StandIns = dict[tuple[str, int], dict[str, tuple[str, str]]]
Columns = dict[str, Any]


def columns_now() -> Columns:
    """Return which columns each sealed table has, as a seal of the second way keeps them."""
    return {
        model._meta.label_lower: {"texts": text_columns(model), "others": other_columns(model)}
        for model in _models()
    }


def stand_ins() -> StandIns:
    """Return every digest that stands in for a removed text."""
    found: StandIns = defaultdict(dict)
    rows = RedactedValue.objects.order_by().values_list(
        "model", "row", "field", "digest", "redaction_id"
    )
    for model, row, field, digest, redaction in rows.iterator(chunk_size=AT_ONCE):
        found[model, row][field] = (digest, mark_of(redaction))
    return found


def digest_of(
    first: int, last: int, columns: Columns, previous: str, *, way: int, instead: StandIns
) -> tuple[str, int]:
    """Return the digest of everything that change sets `first` to `last` wrote, and the row count.

    A row that appeared in, vanished from or moved between blocks changes a digest, because the
    rows are found by the change set they point at. No more than `AT_ONCE` rows are in memory.
    """
    running = hashlib.sha256(previous.encode("ascii"))
    count = 0
    for model in _models():
        named = columns.get(model._meta.label_lower)
        if named is None:
            continue
        lines = (
            _whole(model, named, first, last)
            if way == WHOLE
            else _by_text(model, named, first, last, instead)
        )
        for line in lines:
            running.update(line)
            count += 1
    return running.hexdigest(), count


def text_digest(salt: str, text: str) -> str:
    """Return the digest of one text under its own salt."""
    return hashlib.sha256(f"{salt}\0{text}".encode()).hexdigest()


def in_the_second_way(columns: Columns) -> Columns:
    """Return the columns that a seal of the first way names, told apart for the second."""
    found = {}
    for model in _models():
        named = columns.get(model._meta.label_lower)
        if named is not None:
            texts = set(text_columns(model))
            found[model._meta.label_lower] = {
                "texts": [name for name in named if name in texts],
                "others": [name for name in named if name not in texts],
            }
    return found


def _models() -> list[type[Model]]:
    return [ChangeSet, ChangedRow, *history_models(), RedactedValue, SealRenewal]


def _whole(model: Any, names: list[str], first: int, last: int) -> Iterator[bytes]:
    label = model._meta.label_lower
    for row in _rows(model, first, last).values_list(*names).iterator(chunk_size=AT_ONCE):
        values = [label, *(None if value is None else str(value) for value in row)]
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _by_text(
    model: Any, named: dict[str, list[str]], first: int, last: int, instead: StandIns
) -> Iterator[bytes]:
    label, texts, others = model._meta.label_lower, named["texts"], named["others"]
    known_as = _known_as().get(model, label)
    rows = _salted(model, _rows(model, first, last)).values_list("pk", "salted", *others, *texts)
    split = 2 + len(others)
    for row in rows.iterator(chunk_size=AT_ONCE):
        values = [label, *(_plain(value) for value in row[2:split])]
        if texts:
            gone = instead.get((known_as, row[0]), {})
            pairs = zip(texts, row[split:], strict=True)
            values += [_digest(row[1], name, text, gone.get(name)) for name, text in pairs]
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _digest(salt: str, name: str, text: str | None, gone: tuple[str, str] | None) -> str | None:
    """Return what a text counts as; one that is empty gives nothing away and stays as it is."""
    if gone is not None:
        digest, mark = gone
        return digest if text == mark else f"not {mark}"
    if not text:
        return text
    return text_digest(salt_of(salt, name), text)


def _plain(value: Any) -> str | None:
    if value is None:
        return None
    return json.dumps(value, sort_keys=True) if isinstance(value, dict | list) else str(value)


def _rows(model: Any, first: int, last: int) -> Any:
    key = "pk" if model is ChangeSet else "change_set_id"
    return model.objects.filter(**{f"{key}__gte": first, f"{key}__lte": last}).order_by("pk")


def _salted(model: Any, rows: Any) -> Any:
    """Add each row's salt: a history row's is in the change set's list of rows."""
    known_as = _known_as().get(model)
    if known_as is None:
        return rows.annotate(salted=F("salt") if model is ChangeSet else Value(""))
    entry = ChangedRow.objects.filter(model=known_as, history_id=OuterRef("pk"))
    salt = Subquery(entry.values("salt")[:1], output_field=TextField())
    return rows.annotate(salted=Coalesce(salt, Value("", output_field=TextField())))


def _known_as() -> dict[Any, str]:
    """Return under which label the list of changed rows names the rows of a history table."""
    return {history_of(model): model._meta.label_lower for model in tracked_models()}
