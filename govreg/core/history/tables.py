"""Which models are tracked, and which tables must never change once written?"""

from typing import Any

from django.apps import apps
from django.db import models

from .models.changes import ChangedRow, ChangeSet
from .models.seals import Seal
from .models.tracked import TrackedModel

_histories: dict[Any, Any] = {}


def tracked_models() -> list[type[TrackedModel]]:
    """Return every concrete tracked model, in a steady order."""
    found = [m for m in apps.get_models() if issubclass(m, TrackedModel)]
    return sorted(found, key=lambda m: m._meta.label_lower)


def history_of(model: Any) -> Any:
    """Return the history model of a tracked model.

    Asking the model itself makes a new manager class at every question, which takes its time.
    """
    if model not in _histories:
        _histories[model] = model.history.model
    return _histories[model]


def history_models() -> list[type[models.Model]]:
    """Return the history model of every tracked model, in the same order."""
    return [history_of(model) for model in tracked_models()]


def append_only_models() -> list[type[models.Model]]:
    """Return every model whose rows may be added and never changed or removed."""
    return [*history_models(), ChangeSet, ChangedRow, Seal, *_declared()]


def _declared() -> list[type[models.Model]]:
    """Return further models that say of themselves that they are append-only."""
    return sorted(
        (m for m in apps.get_models() if getattr(m, "append_only", False)),
        key=lambda m: m._meta.label_lower,
    )
