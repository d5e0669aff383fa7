"""What did a meeting decide, and under which reference?"""

from typing import Any

from django.db import models

from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .meetings import Meeting, may_read


class DecisionQuerySet(TrackedQuerySet):
    """Questions that people ask of decisions."""

    def visible_to(self, user: Any) -> "DecisionQuerySet":
        """Return those of meetings of which the user may read what was said."""
        found: DecisionQuerySet = self.filter(may_read(user, path="meeting__"))
        return found


class Decision(TrackedModel):
    """One decision of a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    text = models.TextField("decision")
    reference = models.CharField(max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = DecisionQuerySet.as_manager()
    name_needs = ("meeting__body",)
    address_needs = ("meeting__body__partnership",)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.reference}: {self.meeting}" if self.reference else str(self.meeting)

    def get_absolute_url(self) -> str:
        """Return the place of the decision on its meeting's page."""
        return f"{self.meeting.get_absolute_url()}#decision-{self.pk}"

    def history_subject(self) -> TrackedModel:
        """Read on the meeting's history page."""
        return self.meeting
