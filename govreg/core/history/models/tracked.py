"""How does a domain record keep its own history, whatever writes it?"""

from typing import Any, ClassVar, NoReturn

from django.db import models
from simple_history.models import HistoricalRecords

from govreg.core.history.change import current_change_set
from govreg.core.refusals import Refusal

from .changes import ChangedRow, ChangeSet

BYPASS = (
    "{verb} writes no history. Change tracked records one by one in a service, or through "
    "govreg.core.history.bulk."
)


class HistoryRow(models.Model):
    """What every history row has besides the record's own columns."""

    change_set = models.ForeignKey(ChangeSet, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class TrackedRecords(HistoricalRecords):
    """django-simple-history, with the change set on each row and its date from the register."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("bases", [HistoryRow])
        options.setdefault("history_change_reason_field", models.TextField(blank=True, default=""))
        options.setdefault("history_id_field", models.BigAutoField())
        super().__init__(**options)

    def fields_included(self, model: Any) -> list[Any]:
        """Leave out what a model names in `history_excluded` (a password's hash, for one)."""
        excluded = getattr(model, "history_excluded", ())
        return [f for f in super().fields_included(model) if f.name not in excluded]

    def get_meta_options(self, model: Any) -> dict[str, Any]:
        """Add the index that finds a record's last row before a moment without a scan."""
        options: dict[str, Any] = super().get_meta_options(model)
        name = f"{model._meta.app_label[:6]}_{model._meta.model_name[:16]}_as_at"
        options["indexes"] = [
            models.Index(fields=[model._meta.pk.attname, "-history_date", "-history_id"], name=name)
        ]
        return options

    def create_historical_record(
        self, instance: Any, history_type: str, using: str | None = None
    ) -> None:
        """Write the row into the current change set; outside one, refuse the change."""
        change_set = current_change_set()
        manager = getattr(instance, self.manager_name)
        row = manager.model(
            history_date=change_set.at,
            history_type=history_type,
            history_user_id=change_set.by_id,
            history_change_reason=change_set.reason,
            change_set=change_set,
            **{f.attname: getattr(instance, f.attname) for f in self.fields_included(instance)},
        )
        row.save(using=using)
        index_row(instance, row)


def index_row(instance: "TrackedModel", row: Any) -> None:
    """Enter one history row in the change set's list of rows."""
    ChangedRow.objects.create(**index_values(instance, row))


def index_values(instance: "TrackedModel", row: Any) -> dict[str, Any]:
    """Return the columns of a history row's entry in its change set's list."""
    subject = instance.history_subject()
    return {
        "change_set_id": row.change_set_id,
        "model": instance._meta.label_lower,
        "object_id": instance.pk,
        "history_id": row.history_id,
        "kind": row.history_type,
        "subject_model": subject._meta.label_lower,
        "subject_id": subject.pk,
    }


class TrackedQuerySet(models.QuerySet):
    """Refuses every way of writing that the history would not see."""

    def update(self, **changes: Any) -> NoReturn:
        """Refused: see `BYPASS`."""
        raise TypeError(BYPASS.format(verb="update()"))

    def bulk_create(self, *args: Any, **options: Any) -> NoReturn:
        """Refused: see `BYPASS`."""
        raise TypeError(BYPASS.format(verb="bulk_create()"))

    def bulk_update(self, *args: Any, **options: Any) -> NoReturn:
        """Refused: see `BYPASS`."""
        raise TypeError(BYPASS.format(verb="bulk_update()"))

    def delete(self) -> NoReturn:
        """Refused: see `BYPASS`."""
        raise TypeError(BYPASS.format(verb="delete()"))


class TrackedModel(models.Model):
    """A record whose every version is kept and which two people cannot overwrite unseen.

    `history_excluded` names columns that no history row keeps, `history_repeats` those that are
    kept but not read out, because another column always says the same, `technical` those whose text
    the register itself leans on, so that it cannot be removed as a person's data.
    """

    version = models.PositiveIntegerField(default=0, editable=False)

    objects = TrackedQuerySet.as_manager()
    history: Any = TrackedRecords(inherit=True)
    history_excluded: ClassVar[tuple[str, ...]] = ()
    history_repeats: ClassVar[tuple[str, ...]] = ()
    technical: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Save the whole record as its next version, inside a service's change set.

        A partial save is refused: its history row would hold values that the table never held.
        """
        current_change_set()  # before anything is written: outside a transaction it would stay
        if options.get("update_fields"):
            raise TypeError("Tracked records are saved whole, not with update_fields.")
        self.version += 1
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Remove the record, inside a service's change set; its history stays."""
        current_change_set()
        return super().delete(*args, **options)

    @staticmethod
    def history_is_private(row: Any) -> bool:
        """Say whether a history row is its author's alone, so that no later one quotes it."""
        return False

    def refusal_to_redact(self) -> Refusal | None:
        """Return why a person's data cannot be removed from this record now, if it cannot."""
        return None

    def history_subject(self) -> "TrackedModel":
        """Return the record on whose history page this one's changes are read."""
        return self
