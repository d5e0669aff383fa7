"""Which member was at which meeting, or sent whom, or stayed away?"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .meetings import Meeting
from .memberships import Membership


class AttendanceQuerySet(TrackedQuerySet):
    """Questions that people ask of attendance."""

    def visible_to(self, user: Any) -> "AttendanceQuerySet":
        """Return that of the meetings of partnerships that the user may see."""
        scope = "meeting__body__partnership__scope"
        found: AttendanceQuerySet = self.filter(
            user.scope_filter(Permission.VIEW_PARTNERSHIPS, field=scope)
        )
        return found


class Attendance(TrackedModel):
    """What became of one member's seat at one meeting."""

    class State(models.TextChoices):
        """Whether the member came."""

        PRESENT = "present", "Present"
        SUBSTITUTE = "substitute", "Substitute"
        APOLOGIES = "apologies", "Apologies"
        ABSENT = "absent", "Absent"

    #: A substitute stands for the organisation, so it was there.
    ATTENDED = (State.PRESENT, State.SUBSTITUTE)

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    state = models.CharField("attendance", max_length=12, choices=State.choices)
    substitute = models.CharField("who came instead", max_length=200, blank=True)

    objects = AttendanceQuerySet.as_manager()
    name_needs = ("membership__organisation",)

    class Meta:
        ordering = ["membership__organisation__name", "pk"]
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "membership"], name="one_attendance_of_a_member_at_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(state="substitute") | Q(substitute=""),
                name="only_a_substitute_came_instead",
            ),
        ]

    def __str__(self) -> str:
        return str(self.membership.organisation)

    def history_subject(self) -> TrackedModel:
        """Read on the meeting's history page."""
        return self.meeting
