"""How are many tracked records written at once, with their history?

The one sanctioned door round the refusals of `TrackedQuerySet`.
"""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction

from .change import current_change_set
from .models.changes import ChangedRow
from .models.tracked import TrackedModel, index_values


def create(objects: Sequence[TrackedModel], *, batch: int = 500) -> None:
    """Insert new records of one model and their history rows, in the open change set."""
    if not objects:
        return
    model = type(objects[0])
    for thing in objects:
        thing.version = 1
    with transaction.atomic():
        _plain(model).bulk_create(objects, batch_size=batch)
        _write_history(objects, kind="+", batch=batch)


def update(objects: Sequence[TrackedModel], fields: Sequence[str], *, batch: int = 500) -> None:
    """Save the named fields of records of one model, and a history row for each."""
    if not objects:
        return
    model = type(objects[0])
    for thing in objects:
        thing.version += 1
    with transaction.atomic():
        _plain(model).bulk_update(objects, [*fields, "version"], batch_size=batch)
        _write_history(objects, kind="~", batch=batch)


def _plain(model: Any) -> Any:
    """Return a QuerySet of the model that refuses nothing."""
    return models.QuerySet(model)


def _write_history(objects: Sequence[TrackedModel], *, kind: str, batch: int) -> None:
    change_set = current_change_set()
    history: Any = type(objects[0]).history.model
    names = {field.attname for field in history._meta.concrete_fields}
    rows = [
        history(
            history_date=change_set.at,
            history_type=kind,
            history_user_id=change_set.by_id,
            history_change_reason=change_set.reason,
            change_set=change_set,
            **{
                field.attname: getattr(thing, field.attname)
                for field in thing._meta.concrete_fields
                if field.attname in names
            },
        )
        for thing in objects
    ]
    history.objects.bulk_create(rows, batch_size=batch)
    ChangedRow.objects.bulk_create(
        [ChangedRow(**index_values(*pair)) for pair in zip(objects, rows, strict=True)],
        batch_size=batch,
    )
