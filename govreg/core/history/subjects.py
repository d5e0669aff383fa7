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
    """Return the condition on changed rows under which a user may read them."""
    condition = Q(pk__in=[])
    for model in _kinds:
        mine = visible_records(model, user).order_by().values("pk")
        condition |= Q(subject_model=model, subject_id__in=mine)
    return condition


_private: dict[str, Any] = {}


def register_private(model: str, hidden_from: Any) -> None:
    """Name a kind of row that some readers of its subject may not see.

    `hidden_from(user)` returns the keys of the records that are hidden from a user, as a query.
    """
    _private[model] = hidden_from


def private_rows(user: Any) -> list[tuple[str, Any]]:
    """Return, for each private kind of row, the keys that are hidden from a user."""
    return [(model, hidden_from(user)) for model, hidden_from in _private.items()]
