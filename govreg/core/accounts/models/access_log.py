"""Who signed in, and who took something out of the register?"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from govreg.core.access.permissions import Permission


class AccessLogQuerySet(models.QuerySet):
    """Questions that people ask of the access log."""

    def visible_to(self, user: Any) -> "AccessLogQuerySet":
        """Return everything to those who may read the log, and nothing to others."""
        return self.all() if user.may(Permission.VIEW_ACCESS_LOG) else self.none()


class AccessLogEntry(models.Model):
    """One sign-in, change of how one signs in, download or export. Append-only by trigger."""

    class Event(models.TextChoices):
        """What happened."""

        SIGNED_IN = "signed-in", "Signed in"
        SIGN_IN_FAILED = "sign-in-failed", "Sign-in failed"
        CODE_ASKED = "code-asked", "Password accepted, code asked"
        CODE_FAILED = "code-failed", "Code or recovery code failed"
        SIGNED_OUT = "signed-out", "Signed out"
        FACTOR_CHANGED = "factor-changed", "Second factor changed"
        PASSWORD_CHANGED = "password-changed", "Password changed"
        DOWNLOADED = "downloaded", "Downloaded"
        EXPORTED = "exported", "Exported"

    append_only: ClassVar[bool] = True
    #: Kept for a time only: an entry goes when a disposal says so that is later than this column.
    disposed_by: ClassVar[str] = "at"

    event = models.CharField(max_length=20, choices=Event.choices)
    at = models.DateTimeField(db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    address = models.GenericIPAddressField("network address", null=True)
    detail = models.CharField(max_length=300, blank=True)

    objects = AccessLogQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "access log entries"

    def __str__(self) -> str:
        return f"{self.get_event_display()}: {self.detail}"
