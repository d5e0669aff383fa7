"""How are records read as they are, or as they were at the end of a day, in the same way?"""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.history.as_at import objects_at, rows_at
from govreg.core.history.models import TrackedModel

Tracked = TypeVar("Tracked", bound=TrackedModel)


class Moment:
    """The register on a day: today's rows, or copies of what history says of a past day.

    One query a call, so that a document takes as many as it has kinds of record.
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

    def user_names(self, keys: Iterable[int | None]) -> dict[int, str]:
        """Return the names that users had; their history leaves the password out."""
        wanted = sorted({key for key in keys if key is not None})
        if self.is_past:
            rows = rows_at(User, clock.end_of(self.day), id__in=wanted)
        else:
            rows = User.objects.filter(pk__in=wanted).order_by("pk")
        return dict(rows.values_list("id", "name"))
