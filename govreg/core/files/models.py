"""Which files does the register keep?"""

from typing import Any

from django.conf import settings
from django.db import models

from govreg.core.history.models import TrackedModel, TrackedQuerySet


class StoredFileQuerySet(TrackedQuerySet):
    """Questions that people ask of stored files."""

    def visible_to(self, user: Any) -> "StoredFileQuerySet":
        """Return nothing: a file is reached through the record it belongs to, never by itself."""
        return self.none()


class StoredFile(TrackedModel):
    """A file with the digest it had when it was taken. Its content never changes."""

    name = models.CharField(max_length=200)
    path = models.CharField(max_length=200, unique=True)
    media_type = models.CharField(max_length=120)
    size = models.PositiveIntegerField("size in bytes")
    sha256 = models.CharField("SHA-256", max_length=64)
    stored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    stored_at = models.DateTimeField()

    objects = StoredFileQuerySet.as_manager()
    technical = ("path", "media_type", "sha256")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
