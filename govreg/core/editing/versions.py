"""Is the record still what the writer saw when they opened the form?"""

from typing import Any, TypeVar

from govreg.core.history.models import ChangedRow, TrackedModel

Tracked = TypeVar("Tracked", bound=TrackedModel)


class StaleVersion(Exception):
    """Somebody saved the record after the writer opened it; nothing was written.

    `current` is the record as it is saved now.
    """

    def __init__(self, current: TrackedModel) -> None:
        super().__init__(f"{current} was changed meanwhile.")
        self.current = current

    def last_change(self) -> Any:
        """Return the change set that the record's present version came with, or None."""
        row = (
            ChangedRow.objects.filter(
                model=self.current._meta.label_lower, object_id=self.current.pk
            )
            .select_related("change_set__by")
            .order_by("-pk")
            .first()
        )
        return row.change_set if row else None


def locked(model: type[Tracked], pk: Any, *, version: int | None = None) -> Tracked:
    """Return the record, locked until the transaction ends, if it is still at `version`.

    With no version (a verb that does not replace what others wrote) it is only locked.
    Raises StaleVersion when somebody saved it meanwhile.
    """
    record = model._base_manager.select_for_update().get(pk=pk)
    if version is not None and record.version != version:
        raise StaleVersion(record)
    return record
