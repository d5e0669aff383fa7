"""Which kinds of record have a history page of their own?"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q


@dataclass(frozen=True, slots=True)
class SubjectKind:
    """A kind of record under which changes are read."""

    model: str
    label: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One record with a history page, as another page names it."""

    name: str
    url: str


_kinds: dict[str, SubjectKind] = {}


def register(model: str, *, label: str) -> None:
    """Give a kind of record a history page; its QuerySet must know `visible_to(user)`."""
    _kinds[model] = SubjectKind(model, label)


def kinds() -> list[SubjectKind]:
    """Return every kind with a history page, by label."""
    return sorted(_kinds.values(), key=lambda kind: kind.label)


def kind_of(model: str) -> SubjectKind | None:
    """Return the kind for a model's label, or None where it has no page."""
    return _kinds.get(model)


def visible_records(model: str, user: Any) -> Any:
    """Return the records of a kind that a user may see."""
    manager: Any = apps.get_model(model)
    return manager.objects.visible_to(user)


def visible_rows(user: Any) -> Q:
    """Return the condition on changed rows under which a user may read them.

    Who may see every record of a kind is not asked for a list of them all.
    """
    whole, condition = [], Q(pk__in=[])
    for model in _kinds:
        mine = visible_records(model, user).order_by()
        if mine.query.where:
            condition |= Q(subject_model=model, subject_id__in=mine.values("pk"))
        else:
            whole.append(model)
    return condition | Q(subject_model__in=whole)


def address_of(thing: Any, reader: Any) -> str:
    """Return the page of a record that this reader may open.

    A record whose own page is not for all who see it has `address_for(reader)`.
    """
    chosen = getattr(thing, "address_for", None)
    return str(chosen(reader) if chosen else thing.get_absolute_url())


def with_needs(records: Any) -> Any:
    """Fetch with records what their names and addresses lean on."""
    model: Any = records.model
    needs = {*getattr(model, "name_needs", ()), *getattr(model, "address_needs", ())}
    return records.select_related(*sorted(needs)) if needs else records


def subjects_of(rows: Iterable[Any], *, reader: Any) -> dict[tuple[str, int], Subject]:
    """Return the records under which changed rows are read, in one query a kind."""
    keys: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.subject_model in _kinds:
            keys[row.subject_model].add(row.subject_id)
    found = {}
    for model, wanted in keys.items():
        target: Any = apps.get_model(model)
        for thing in with_needs(target._base_manager.filter(pk__in=wanted).order_by()):
            found[model, thing.pk] = Subject(str(thing), address_of(thing, reader))
    return found


_hidden: list[Callable[[Any], Iterable[Q]]] = []


def register_hidden(conditions: Callable[[Any], Iterable[Q]]) -> None:
    """Let a register say which changed rows a user may not read, though they see the subject."""
    _hidden.append(conditions)


def without_private(rows: Any, user: Any) -> Any:
    """Leave out of changed rows what only others may see, such as a draft not submitted."""
    for conditions in _hidden:
        for condition in conditions(user):
            rows = rows.exclude(condition)
    return rows
