"""Which change sets were made, and which rows did each of them write?"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .salts import new_salt


class ChangeSet(models.Model):
    """One call of one service: a verb, by somebody, at a moment, for a reason.

    Append-only by trigger. `at` is the register's clock (the demonstration loader may set it
    back); `recorded_at` is always the true moment. `request_id` names the request or the job that
    wrote it, as the logs do. `salt` keeps the digests of its texts from being guessed.
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
    request_id = models.CharField(max_length=64, blank=True, default="")
    salt = models.TextField(blank=True, default=new_salt, editable=False)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.verb


class ChangedRow(models.Model):
    """One history row of a change set: which table, which object, and which record it is part of.

    The subject is the record on whose history page the row is read: a response's row has its
    recommendation as subject. `salt` is that of the history row.
    """

    change_set = models.ForeignKey(ChangeSet, on_delete=models.PROTECT, related_name="rows")
    model = models.CharField(max_length=80)
    object_id = models.BigIntegerField()
    history_id = models.BigIntegerField()
    kind = models.CharField(max_length=1)
    subject_model = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    salt = models.TextField(blank=True, default=new_salt, editable=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["model", "object_id"], condition=Q(kind="-"), name="changed_row_removed"
            ),
            models.Index(fields=["subject_model", "subject_id"], name="changed_row_subject"),
            models.Index(fields=["model", "object_id"], name="changed_row_object"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["model", "history_id"], name="one_index_row_a_row"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id}"
