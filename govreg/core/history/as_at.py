"""What did the register say at a past moment?"""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import F, OuterRef, QuerySet, Subquery

from .models.changes import ChangedRow
from .models.tracked import TrackedModel
from .tables import history_of

Tracked = TypeVar("Tracked", bound=TrackedModel)


def rows_at(model: type[Tracked], moment: datetime, **conditions: Any) -> QuerySet[Any]:
    """Return the history rows in force at a moment: one for each object alive then.

    Conditions hold for the rows of that moment (a field's value then, not now). Several rows may
    carry one moment (a service writes them all at its own); the last written wins, so no object is
    ever given twice.
    """
    history: Any = history_of(model)
    key = model._meta.pk.attname
    last = Subquery(
        history.objects.filter(**{key: OuterRef("candidate")}, history_date__lte=moment)
        .order_by("-history_date", "-history_id")
        .values("history_id")[:1]
    )
    rows: QuerySet[Any] = history.objects.filter(
        history_id__in=_last_of(_candidates(model, moment, conditions), last), **conditions
    ).exclude(history_type="-")
    return rows.order_by(key)


def objects_at(model: type[Tracked], moment: datetime, **conditions: Any) -> list[Tracked]:
    """Return unsaved copies of the records as they were at a moment, in order of their key.

    Conditions are those of `rows_at`. Saving a copy is a mistake; it is for reading.
    """
    return [row.instance for row in rows_at(model, moment, **conditions)]


def _candidates(model: Any, moment: datetime, conditions: dict[str, Any]) -> list[QuerySet[Any]]:
    """Return the keys of the objects that may be among the rows: each is looked up once.

    With conditions, those that met them at any time before; without, all that are there now and
    all that were removed. Never one look for each history row, of which there are many more.
    """
    key = model._meta.pk.attname
    if conditions:
        history: Any = history_of(model)
        met = history.objects.filter(history_date__lte=moment, **conditions).order_by()
        return [met.values(candidate=F(key)).distinct()]
    removed = ChangedRow.objects.filter(model=model._meta.label_lower, kind="-").order_by()
    return [
        model._base_manager.order_by().values(candidate=F(key)),
        removed.values(candidate=F("object_id")),
    ]


def _last_of(candidates: list[QuerySet[Any]], last: Subquery) -> QuerySet[Any]:
    """Return the keys of the candidates' last rows."""
    found = [keys.annotate(last=last).values("last") for keys in candidates]
    return found[0].union(*found[1:]) if len(found) > 1 else found[0]
