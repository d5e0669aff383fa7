"""Which change sets were made, and which rows did each of them write?"""

from django.conf import settings
from django.db import models


class ChangeSet(models.Model):
    """One call of one service: a verb, by somebody, at a moment, for a reason.

    Append-only by trigger. `at` is the register's clock (the demonstration loader may set it
    back); `recorded_at` is always the true moment.
    """

    verb = models.CharField(max_length=120)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(db_index=True)
    recorded_at = models.DateTimeField()
    reason = models.TextField(blank=True)
    scope = models.ForeignKey("access.Scope", null=True, on_delete=models.PROTECT, related_name="+")
    token = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.verb


class ChangedRow(models.Model):
    """One history row of a change set: which table, which object, and which record it is part of.

    The subject is the record on whose history page the row is read: a response's row has its
    recommendation as subject.
    """

    change_set = models.ForeignKey(ChangeSet, on_delete=models.PROTECT, related_name="rows")
    model = models.CharField(max_length=80)
    object_id = models.BigIntegerField()
    history_id = models.BigIntegerField()
    kind = models.CharField(max_length=1)
    subject_model = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["subject_model", "subject_id"], name="changed_row_subject"),
            models.Index(fields=["model", "object_id"], name="changed_row_object"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["model", "history_id"], name="one_index_row_a_row"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id}"
