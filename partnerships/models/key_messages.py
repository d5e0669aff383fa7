"""What was to be told to whom after a meeting, and when was it?"""

from typing import Any

from django.db import models

from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .meetings import Meeting, may_read


class KeyMessageQuerySet(TrackedQuerySet):
    """Questions that people ask of key messages."""

    def visible_to(self, user: Any) -> "KeyMessageQuerySet":
        """Return those of meetings of which the user may read what was said."""
        found: KeyMessageQuerySet = self.filter(may_read(user, path="meeting__"))
        return found


class KeyMessage(TrackedModel):
    """A key message that a meeting agreed to relay."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="key_messages")
    text = models.TextField("message")
    to_whom = models.CharField("to whom", max_length=200, blank=True)
    relayed_on = models.DateField("relayed on", null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = KeyMessageQuerySet.as_manager()
    name_needs = ("meeting__body",)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"To {self.to_whom}: {self.meeting}" if self.to_whom else str(self.meeting)

    def history_subject(self) -> TrackedModel:
        """Read on the meeting's history page."""
        return self.meeting
