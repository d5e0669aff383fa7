"""What did the register say at a past moment?"""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import OuterRef, QuerySet, Subquery

from .models.tracked import TrackedModel

Tracked = TypeVar("Tracked", bound=TrackedModel)


def rows_at(model: type[Tracked], moment: datetime) -> QuerySet[Any]:
    """Return the history rows in force at a moment: one for each object alive then.

    Several rows may carry one moment (a service writes them all at its own); the last written
    wins, so no object is ever given twice.
    """
    history: Any = model.history.model
    key = model._meta.pk.attname
    last = (
        history.objects.filter(**{key: OuterRef(key)}, history_date__lte=moment)
        .order_by("-history_date", "-history_id")
        .values("history_id")[:1]
    )
    rows: QuerySet[Any] = history.objects.filter(
        history_date__lte=moment, history_id=Subquery(last)
    ).exclude(history_type="-")
    return rows.order_by(key)


def objects_at(model: type[Tracked], moment: datetime, **conditions: Any) -> list[Tracked]:
    """Return unsaved copies of the records as they were at a moment, in order of their key.

    Conditions hold for the rows of that moment (a field's value then, not now). Saving a copy is
    a mistake; it is for reading.
    """
    rows = rows_at(model, moment).filter(**conditions)
    return [row.instance for row in rows]
