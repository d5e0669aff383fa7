"""How are records read as they are, or as they were at the end of a day, in the same way?"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from govreg.core import clock

from .as_at import objects_at
from .models import TrackedModel

Tracked = TypeVar("Tracked", bound=TrackedModel)


class Moment:
    """The register on a day: today's rows, or copies of what history says of a past day.

    One query a call, so that a page or a document takes as many as it has kinds of record.
    """

    def __init__(self, day: date) -> None:
        self.day = day
        self.is_past = day < clock.today()

    def rows(self, model: type[Tracked], **conditions: Any) -> list[Tracked]:
        """Return the records that meet conditions on their own columns, in order of their key.

        Name the key `id`: in a history table `pk` is the key of the history row.
        """
        if self.is_past:
            return objects_at(model, clock.end_of(self.day), **conditions)
        return list(model._base_manager.filter(**conditions).order_by("pk"))

    def by_key(self, model: type[Tracked], keys: Iterable[int | None]) -> dict[int, Tracked]:
        """Return the records with these keys; one query at most."""
        wanted = sorted({key for key in keys if key is not None})
        return {found.pk: found for found in self.rows(model, id__in=wanted)}

    def attach(self, rows: Sequence[Any], *names: str) -> None:
        """Give records what their foreign keys lead to, as it was: one query a kind of record."""
        kinds: dict[type[Any], list[str]] = {}
        for name in names if rows else ():
            kinds.setdefault(rows[0]._meta.get_field(name).related_model, []).append(name)
        for kind, fields in kinds.items():
            keys = [getattr(row, f"{name}_id") for row in rows for name in fields]
            found = self.by_key(kind, keys)
            for row in rows:
                for name in fields:
                    key = getattr(row, f"{name}_id")
                    if key is None or key in found:
                        setattr(row, name, found.get(key))
