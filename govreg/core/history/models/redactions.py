"""Which texts were removed by law, by whom, why, and from which rows?"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from .changes import ChangeSet
from .tracked import TrackedModel, TrackedQuerySet

MARK_BEFORE, MARK_AFTER = "[redacted R", "]"


class RedactionQuerySet(TrackedQuerySet):
    """Questions that people ask of redactions."""

    def visible_to(self, user: Any) -> "RedactionQuerySet":
        """Return all to those who may redact, and nothing to others."""
        from govreg.core.access.permissions import Permission

        return self.all() if user.may(Permission.REDACT) else self.none()


class Redaction(TrackedModel):
    """One removal of a person's data. Append-only by trigger; it never says what was removed."""

    class Basis(models.TextChoices):
        """Under which law the data is removed."""

        ERASURE = "erasure", "UK GDPR article 17: the person asked, and erasure is due"
        UNLAWFUL = "unlawful", "UK GDPR article 17(1)(d): it should not have been recorded"
        MINIMISATION = "minimisation", "UK GDPR article 5(1)(c): more than the purpose needs"
        RETENTION = "retention", "UK GDPR article 5(1)(e): kept as long as it may be"
        COURT = "court", "A court or the Information Commissioner ordered it"
        OTHER = "other", "Another legal basis, which the reason names"

    append_only: ClassVar[bool] = True

    basis = models.CharField("legal basis", max_length=20, choices=Basis.choices)
    reason = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("when")

    objects = RedactionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Redaction {self.reference}"

    @property
    def reference(self) -> str:
        """The reference that stands in the place of what was removed."""
        return f"R{self.pk}"

    @property
    def mark(self) -> str:
        """What stands in the place of a removed text."""
        return mark_of(self.pk)


def mark_of(redaction: int) -> str:
    """Return what stands in the place of a text that a redaction removed."""
    return f"{MARK_BEFORE}{redaction}{MARK_AFTER}"


class RedactedValue(models.Model):
    """One text that was removed from one history row, and the digest that stands in for it.

    `model` is the tracked model (or the change set itself) and `row` the key of its history row.
    The database lets exactly these texts be replaced, and by the redaction's mark alone.
    """

    append_only: ClassVar[bool] = True

    change_set = models.ForeignKey(ChangeSet, on_delete=models.PROTECT, related_name="+")
    redaction = models.ForeignKey(Redaction, on_delete=models.PROTECT, related_name="values")
    model = models.CharField(max_length=80)
    row = models.BigIntegerField()
    field = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["model", "row", "field"], name="one_redaction_of_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.row}, {self.field}"
