"""Which columns of a history table hold texts that people wrote?"""

from typing import Any

from django.db import models

from .models.changes import ChangeSet
from .models.tracked import TrackedModel
from .tables import history_of

#: Columns of every history row that are no text of a person's, though they are characters.
TECHNICAL = {"history_type", "request_id", "salt"}
#: A column that holds a name or a sentence has this much room, and so has it for a mark.
ROOM = 50


def is_text(column: Any) -> bool:
    """Say whether people write into a column freely, so that it may name somebody."""
    return (
        isinstance(column, models.CharField | models.TextField)
        and not column.choices
        and not column.primary_key
        and column.name not in TECHNICAL
    )


def text_columns(model: Any) -> list[str]:
    """Return the columns of a history table, or of the change sets, that hold texts."""
    if model is not ChangeSet and not hasattr(model, "history_id"):
        return []
    return sorted(c.attname for c in model._meta.concrete_fields if is_text(c))


def other_columns(model: Any) -> list[str]:
    """Return the columns that hold everything else but the salt."""
    texts = {*text_columns(model), "salt"}
    return sorted(c.attname for c in model._meta.concrete_fields if c.attname not in texts)


def redactable(model: type[TrackedModel]) -> list[Any]:
    """Return the columns of a tracked model from which a person's data can be removed."""
    kept = {c.attname for c in history_of(model)._meta.concrete_fields}
    return [
        c
        for c in model._meta.concrete_fields
        if is_text(c)
        and c.attname in kept
        and c.name not in model.technical
        and (c.max_length or ROOM) >= ROOM
    ]
