"""What was done about poor attendance, when, and with whom?"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .bodies import Body
from .organisations import Organisation
from .partnerships import Partnership


class InterventionQuerySet(TrackedQuerySet):
    """Questions that people ask of interventions."""

    def visible_to(self, user: Any) -> "InterventionQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: InterventionQuerySet = self.filter(scopes)
        return found


class AttendanceIntervention(TrackedModel):
    """Something done to have members attend, by one organisation or by all, on one body or all."""

    class Kind(models.TextChoices):
        """What was done."""

        LETTER = "letter", "Letter to partners"
        CYCLE = "cycle", "Change of the meeting cycle"
        TALK = "talk", "Conversation with the organisation"
        OTHER = "other", "Other"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="attendance_interventions"
    )
    kind = models.CharField("what was done", max_length=12, choices=Kind.choices)
    day = models.DateField("date")
    text = models.TextField("what it said")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = InterventionQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        """Return the intervention's page."""
        return address_of("partnerships:intervention", self.partnership.reference, self.pk)

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
