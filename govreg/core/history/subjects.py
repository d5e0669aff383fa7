"""Which kinds of record have a history page of their own?"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q


@dataclass(frozen=True, slots=True)
class SubjectKind:
    """A kind of record under which changes are read."""

    model: str
    label: str


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


_private: dict[str, Any] = {}


def register_private(model: str, shown_to: Any) -> None:
    """Name a kind of row that not every reader of its subject may see.

    `shown_to(user)` returns the keys of the records that a user may see, as a query.
    """
    _private[model] = shown_to


def without_private(rows: Any, user: Any) -> Any:
    """Leave out of changed rows what only others may see, such as a draft not submitted."""
    for model, shown_to in _private.items():
        rows = rows.exclude(Q(model=model) & ~Q(object_id__in=shown_to(user)))
    return rows
