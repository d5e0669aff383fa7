"""How are many tracked records written at once, with their history?

The one sanctioned door round the refusals of `TrackedQuerySet`. The rows belong to the open change
set, or, for a register that is made up to be measured, to one given for each record.
"""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction

from .change import current_change_set
from .models.changes import ChangedRow, ChangeSet
from .models.tracked import TrackedModel, index_values
from .tables import history_of


def create(
    objects: Sequence[TrackedModel],
    *,
    change_sets: Sequence[ChangeSet] | None = None,
    batch: int = 500,
) -> None:
    """Insert new records of one model and their history rows."""
    if not objects:
        return
    model = type(objects[0])
    for thing in objects:
        thing.version = 1
    with transaction.atomic():
        _plain(model).bulk_create(objects, batch_size=batch)
        _write_history(objects, change_sets, kind="+", batch=batch)


def update(
    objects: Sequence[TrackedModel],
    fields: Sequence[str],
    *,
    change_sets: Sequence[ChangeSet] | None = None,
    batch: int = 500,
) -> None:
    """Save the named fields of records of one model, and a history row for each."""
    if not objects:
        return
    model = type(objects[0])
    for thing in objects:
        thing.version += 1
    keys = [thing.pk for thing in objects]
    with transaction.atomic():
        held = _plain(model).filter(pk__in=keys).select_for_update().order_by("pk")
        if len(held.values_list("pk", flat=True)) != len(set(keys)):
            raise model.DoesNotExist("One of the records was removed meanwhile.")
        # Written as rows that are there already: a statement of values, where `bulk_update` would
        # write one condition for each row and field.
        _plain(model).bulk_create(
            objects,
            batch_size=batch,
            update_conflicts=True,
            unique_fields=[model._meta.pk.name],
            update_fields=[*fields, "version"],
        )
        _write_history(objects, change_sets, kind="~", batch=batch)


def _plain(model: Any) -> Any:
    """Return a QuerySet of the model that refuses nothing."""
    return models.QuerySet(model)


def _write_history(
    objects: Sequence[TrackedModel],
    change_sets: Sequence[ChangeSet] | None,
    *,
    kind: str,
    batch: int,
) -> None:
    """Write history in portions, so that very many rows never stand in memory twice over."""
    sets = change_sets or [current_change_set()] * len(objects)
    for start in range(0, len(objects), batch):
        portion = slice(start, start + batch)
        _write_portion(objects[portion], sets[portion], kind=kind)


def _write_portion(
    objects: Sequence[TrackedModel], sets: Sequence[ChangeSet], *, kind: str
) -> None:
    history: Any = history_of(type(objects[0]))
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
        for thing, change_set in zip(objects, sets, strict=True)
    ]
    history.objects.bulk_create(rows)
    ChangedRow.objects.bulk_create(
        [ChangedRow(**index_values(*pair)) for pair in zip(objects, rows, strict=True)]
    )
