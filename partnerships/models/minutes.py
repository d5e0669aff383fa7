"""Which files hold the minutes of a meeting, from the first to the latest?"""

from typing import Any

from django.db import models

from govreg.core.files.models import StoredFile
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .meetings import Meeting, may_read


class MinutesQuerySet(TrackedQuerySet):
    """Questions that people ask of minutes."""

    def visible_to(self, user: Any) -> "MinutesQuerySet":
        """Return those of meetings of which the user may read what was said."""
        found: MinutesQuerySet = self.filter(may_read(user, path="meeting__"))
        return found


class Minutes(TrackedModel):
    """One file of a meeting's minutes. A later one stands beside it and replaces none."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField("added on")

    objects = MinutesQuerySet.as_manager()
    name_needs = ("file",)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "minutes"

    def __str__(self) -> str:
        return str(self.file)

    def history_subject(self) -> TrackedModel:
        """Read on the meeting's history page."""
        return self.meeting
