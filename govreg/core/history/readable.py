"""How does one change read in plain English?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.formats import date_format

from .models.changes import ChangedRow, ChangeSet

KINDS = {"+": "Added", "~": "Changed", "-": "Removed"}
HIDDEN = {"id", "version"}
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, with what it said before and says now, in words."""

    label: str
    before: str
    after: str
    long: bool = False


@dataclass(slots=True)
class RowEntry:
    """One record that a change set touched."""

    kind: str
    what: str
    name: str
    fields: list[FieldChange] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """One change set as the history page shows it."""

    change_set: ChangeSet
    rows: list[RowEntry] = field(default_factory=list)

    @property
    def entered_later(self) -> bool:
        """Whether the change was entered on another day than the one it is dated."""
        said, true = self.change_set.at, self.change_set.recorded_at
        return abs((true - said).total_seconds()) > 24 * 60 * 60


def entries(change_sets: Sequence[ChangeSet], rows: Iterable[ChangedRow]) -> list[Entry]:
    """Return readable entries for change sets, made of the given rows of theirs.

    The number of queries depends on how many kinds of record were touched, not on how many rows.
    """
    by_set: dict[int, Entry] = {c.pk: Entry(c) for c in change_sets}
    by_model: dict[str, list[ChangedRow]] = defaultdict(list)
    for row in rows:
        by_model[row.model].append(row)
    made: dict[int, tuple[int, RowEntry]] = {}
    for label, members in by_model.items():
        made.update(_row_entries(label, members))
    for row_id in sorted(made):
        change_set_id, entry = made[row_id]
        by_set[change_set_id].rows.append(entry)
    return list(by_set.values())


def _row_entries(label: str, rows: list[ChangedRow]) -> dict[int, tuple[int, RowEntry]]:
    model = apps.get_model(label)
    history: Any = model.history.model  # type: ignore[attr-defined]
    key = model._meta.pk.attname
    previous = (
        history.objects.filter(**{key: OuterRef(key)}, history_id__lt=OuterRef("history_id"))
        .order_by("-history_id")
        .values("history_id")[:1]
    )
    wanted = history.objects.filter(history_id__in=[row.history_id for row in rows])
    now = {row.history_id: row for row in wanted.annotate(previous_id=Subquery(previous))}
    before_ids = [row.previous_id for row in now.values() if row.previous_id]
    before = history.objects.in_bulk(before_ids) if before_ids else {}
    names = _Names(model, [*now.values(), *before.values()])
    result = {}
    for row in rows:
        current = now[row.history_id]
        older = before.get(current.previous_id)
        result[row.pk] = (row.change_set_id, _row_entry(model, current, older, names))
    return result


def _row_entry(model: Any, now: Any, before: Any, names: "_Names") -> RowEntry:
    entry = RowEntry(
        kind=KINDS[now.history_type],
        what=str(model._meta.verbose_name),
        name=names.of_row(now),
    )
    if now.history_type == "-":
        return entry
    for column in now.tracked_fields:
        if column.name in HIDDEN:
            continue
        new, old = getattr(now, column.attname), getattr(before, column.attname, None)
        if new != old and not (new in ("", None) and old in ("", None)):
            entry.fields.append(
                FieldChange(
                    label=_label(column),
                    before=names.words(column, old),
                    after=names.words(column, new),
                    long=isinstance(column, models.TextField),
                )
            )
    return entry


def _label(column: Any) -> str:
    words = str(column.verbose_name)
    return words[:1].upper() + words[1:]


class _Names:
    """Says values in words, looking up each kind of related record once."""

    def __init__(self, model: Any, rows: Iterable[Any]) -> None:
        self.model = model
        self._related: dict[Any, dict[Any, str]] = {}
        rows = list(rows)
        for column in model._meta.concrete_fields:
            if column.is_relation and column.related_model:
                keys = {getattr(r, column.attname, None) for r in rows} - {None}
                if keys:
                    target = column.related_model
                    found = target._base_manager.filter(pk__in=keys)
                    known = self._related.setdefault(target, {})
                    known.update({thing.pk: str(thing) for thing in _with_names(found)})

    def of_row(self, row: Any) -> str:
        """Return the record's own name as it was in that row."""
        try:
            return str(row.instance)
        except Exception:  # a name that leans on a record since removed
            return ""

    def words(self, column: Any, value: Any) -> str:
        """Return one value as a reader would say it."""
        if value is None or value == "":
            return NOTHING
        if column.is_relation:
            return self._related.get(column.related_model, {}).get(value, "a record since removed")
        if column.choices:
            return str(dict(column.flatchoices).get(value, value))
        return in_words(value)


def _with_names(found: Any) -> Any:
    """Fetch what the records' names lean on in the same query, where the model says so."""
    related = getattr(found.model, "name_needs", ())
    return found.select_related(*related) if related else found


def in_words(value: Any) -> str:
    """Return a plain value as a reader would say it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, Decimal):
        return f"{value:,}"
    return str(value)
