"""How do records get into the index, and how are they found by words?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from .folding import fold
from .models import SearchEntry

LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record that can be found: its model, its name for a reader, how to enter it."""

    model: str
    label: str
    enter: Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Found:
    """One record that a search found."""

    kind: str
    title: str
    url: str


_kinds: dict[str, Kind] = {}


def register(model: str, *, label: str, enter: Callable[[Any], None]) -> None:
    """Let a kind of record be found; its QuerySet must know `visible_to(user)`.

    `enter` takes a record and enters it under the words that it has now.
    """
    _kinds[model] = Kind(model, label, enter)


def enter(record: models.Model, *, title: str, words: list[str]) -> None:
    """Enter a record under its words, or renew its entry."""
    SearchEntry.objects.update_or_create(
        model=record._meta.label_lower,
        object_id=record.pk,
        defaults={"title": title[:300], "text": fold(" ".join([title, *words]))},
    )


def enter_new(entries: Sequence[tuple[models.Model, str, list[str]]]) -> None:
    """Enter many records that were just added, each with its title and its words."""
    rows = [
        SearchEntry(
            model=record._meta.label_lower,
            object_id=record.pk,
            title=title[:300],
            text=fold(" ".join([title, *words])),
        )
        for record, title, words in entries
    ]
    SearchEntry.objects.bulk_create(rows, batch_size=500)


def leave(record: models.Model) -> None:
    """Take a record out: it is no longer found."""
    SearchEntry.objects.filter(model=record._meta.label_lower, object_id=record.pk).delete()


def entries_holding(words: str) -> models.QuerySet[SearchEntry]:
    """Return the entries whose text holds these words one after the other, in any case."""
    return SearchEntry.objects.filter(text__contains=fold(words)).order_by("model", "title", "pk")


def renew_holding(words: str) -> int:
    """Enter every record anew whose entry holds the words; return how many there were.

    An entry whose record is gone, or whose kind is found no longer, is taken out.
    """
    entries = list(entries_holding(words))
    for entry in entries:
        model: Any = apps.get_model(entry.model)
        record = model._base_manager.filter(pk=entry.object_id).first()
        kind = _kinds.get(entry.model)
        if record is None or kind is None:
            entry.delete()
        else:
            kind.enter(record)
    return len(entries)


def having_words(records: Any, query: str) -> Any:
    """Return those records of a QuerySet that were entered under every word of a query."""
    entries = SearchEntry.objects.filter(model=records.model._meta.label_lower)
    for word in fold(query[:LONGEST_QUERY]).split():
        entries = entries.filter(text__contains=word)
    return records.filter(pk__in=entries.values("object_id"))


def search(query: str, *, user: Any, limit: int = 100) -> list[Found]:
    """Return what a user may see that has every word of the query, titles first."""
    words = fold(query[:LONGEST_QUERY]).split()
    if not words:
        return []
    visible = Q(pk__in=[])
    for label in _kinds:
        manager: Any = apps.get_model(label).objects  # type: ignore[attr-defined]
        mine = manager.visible_to(user).order_by().values("pk")
        visible |= Q(model=label, object_id__in=mine)
    matches = SearchEntry.objects.filter(visible)
    for word in words:
        matches = matches.filter(text__contains=word)
    in_title = Case(
        When(text__startswith=" ".join(words), then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    entries = list(matches.order_by(in_title, "title", "pk")[:limit])
    return _with_addresses(entries)


def _with_addresses(entries: list[SearchEntry]) -> list[Found]:
    records: dict[tuple[str, int], Any] = {}
    for label in {entry.model for entry in entries}:
        ids = [entry.object_id for entry in entries if entry.model == label]
        model: Any = apps.get_model(label)
        related = getattr(model, "address_needs", ())
        query = model.objects.filter(pk__in=ids)
        for record in query.select_related(*related) if related else query:
            records[label, record.pk] = record
    return [
        Found(_kinds[e.model].label, e.title, records[e.model, e.object_id].get_absolute_url())
        for e in entries
        if (e.model, e.object_id) in records
    ]
