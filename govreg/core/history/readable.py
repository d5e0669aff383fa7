"""How does one change read in plain English?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery

from .models.changes import ChangedRow, ChangeSet
from .names import NOTHING, Names, relations
from .subjects import Subject, subjects_of
from .tables import history_of
from .worth_saying import Beside, is_news, is_read

KINDS = {"+": "Added", "~": "Changed", "-": "Removed"}
EMPTY = ("", None)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, with what it said before and says now, in words."""

    label: str
    before: str
    after: str
    long: bool = False

    @property
    def was_empty(self) -> bool:
        """Whether nothing was recorded before."""
        return self.before == NOTHING

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded now."""
        return self.after == NOTHING


@dataclass(slots=True)
class RowEntry:
    """One record that a change set touched."""

    kind: str
    what: str
    name: str
    fields: list[FieldChange] = field(default_factory=list)

    @property
    def names_itself(self) -> bool:
        """Whether the name says already what kind of record it is."""
        return self.name.lower().startswith(self.what.lower())


@dataclass(slots=True)
class Entry:
    """One change set as the history page shows it."""

    change_set: ChangeSet
    rows: list[RowEntry] = field(default_factory=list)
    about: list[Subject] = field(default_factory=list)

    @property
    def entered_later(self) -> bool:
        """Whether the change was entered on another day than the one it is dated."""
        said, true = self.change_set.at, self.change_set.recorded_at
        return abs((true - said).total_seconds()) > 24 * 60 * 60


def entries(
    change_sets: Sequence[ChangeSet],
    rows: QuerySet[ChangedRow],
    *,
    say_about_to: Any = None,
    known: Iterable[Any] = (),
) -> list[Entry]:
    """Return readable entries for change sets, made of the given rows of theirs.

    With `say_about_to`, a reader, each entry names the records it belongs to, for a page of many.
    What is `known` already, and what was fetched with it, is not looked up again.
    The number of queries depends on how many kinds of record were touched, not on how many rows.
    """
    by_set: dict[int, Entry] = {c.pk: Entry(c) for c in change_sets}
    told: list[Any] = list(rows.annotate(previous_id=Subquery(_row_before())).order_by("pk"))
    by_model: dict[str, list[Any]] = defaultdict(list)
    for row in told:
        by_model[row.model].append(row)
    written = {label: _Written(label, members) for label, members in by_model.items()}
    mentioned = chain.from_iterable(kind.mentioned() for kind in written.values())
    names = Names(mentioned, known=known)
    together: dict[int, list[Any]] = defaultdict(list)
    for row in told:
        together[row.change_set_id].append(row)
    for key, members in together.items():
        beside = Beside(members)
        by_set[key].rows += [written[row.model].entry(row, names, beside) for row in members]
    if say_about_to is not None:
        _name_subjects(by_set, told, say_about_to)
    return list(by_set.values())


def _name_subjects(by_set: dict[int, Entry], rows: Sequence[ChangedRow], reader: Any) -> None:
    found = subjects_of(rows, reader=reader)
    for row in rows:
        subject = found.get((row.subject_model, row.subject_id))
        about = by_set[row.change_set_id].about
        if subject is not None and subject not in about:
            about.append(subject)


def _row_before() -> QuerySet[Any]:
    """Return the key of the history row before a changed row's own, of the same object."""
    earlier = ChangedRow.objects.filter(
        model=OuterRef("model"),
        object_id=OuterRef("object_id"),
        history_id__lt=OuterRef("history_id"),
    )
    return earlier.order_by("-history_id").values("history_id")[:1]


class _Written:
    """The history rows of one model that are read, and the rows before them, in one query."""

    def __init__(self, label: str, rows: Sequence[Any]) -> None:
        self.model: Any = apps.get_model(label)
        self._before = {row.history_id: row.previous_id for row in rows}
        wanted = {*self._before, *self._before.values()} - {None}
        self._found = history_of(self.model).objects.order_by().in_bulk(wanted)

    def mentioned(self) -> Iterator[tuple[Any, Any]]:
        """Give the records, by model and key, that the rows' names and changes speak of."""
        in_the_name = {need.split("__")[0] for need in getattr(self.model, "name_needs", ())}
        for key in self._before:
            now, before = self._pair(key)
            for column in relations(self.model):
                new, old = getattr(now, column.attname), getattr(before, column.attname, None)
                if column.name in in_the_name or new != old:
                    yield column.related_model, new
                    yield column.related_model, old

    def entry(self, row: ChangedRow, names: Names, beside: Beside) -> RowEntry:
        """Return what one row says changed."""
        now, before = self._pair(row.history_id)
        return _row_entry(self.model, now, before, names, beside)

    def _pair(self, key: int) -> tuple[Any, Any]:
        """Return a row and the one before it, or None where it is the first."""
        return self._found[key], self._found.get(self._before[key])


def _row_entry(model: Any, now: Any, before: Any, names: Names, beside: Beside) -> RowEntry:
    if before is not None and model.history_is_private(before):
        before = None
    kind = "+" if before is None and now.history_type == "~" else now.history_type
    entry = RowEntry(
        kind=KINDS[kind],
        what=str(model._meta.verbose_name),
        name=names.of_row(model, now),
    )
    if now.history_type == "-":
        return entry
    for column in now.tracked_fields:
        new, old = getattr(now, column.attname), getattr(before, column.attname, None)
        if not is_read(column, model) or new == old or (new in EMPTY and old in EMPTY):
            continue
        words = names.words(column, new)
        if before is None and not is_news(column, now, name=entry.name, words=words, beside=beside):
            continue
        entry.fields.append(
            FieldChange(
                label=_label(column),
                before=names.words(column, old),
                after=words,
                long=isinstance(column, models.TextField),
            )
        )
    return entry


def _label(column: Any) -> str:
    words = str(column.verbose_name)
    return words[:1].upper() + words[1:]
