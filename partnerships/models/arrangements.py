"""How does a body meet from a day on: how often, when and where, with which quorum and clerk?"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .bodies import Body
from .posts import Post


class MeetingArrangementQuerySet(TrackedQuerySet):
    """Questions that people ask of meeting arrangements."""

    def visible_to(self, user: Any) -> "MeetingArrangementQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="body__partnership__scope")
        found: MeetingArrangementQuerySet = self.filter(scopes)
        return found


class MeetingArrangement(TrackedModel):
    """How a body meets from a day on, until the next arrangement begins.

    What it leaves empty is as the body's own entry says.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meeting_arrangements")
    start = models.DateField("from")
    meetings_a_year = models.PositiveSmallIntegerField("meetings a year", null=True, blank=True)
    chair_selection = models.CharField("how the chair is chosen", max_length=300, blank=True)
    quorum = models.PositiveSmallIntegerField(null=True, blank=True)
    usual_day = models.CharField("usual day", max_length=120, blank=True)
    usual_time = models.TimeField("usual time", null=True, blank=True)
    usual_place = models.CharField("usual place", max_length=200, blank=True)
    clerk = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="clerk’s post",
    )

    objects = MeetingArrangementQuerySet.as_manager()
    name_needs = ("body",)

    class Meta:
        ordering = ["-start"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "start"], name="one_meeting_arrangement_of_a_body_from_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"How {self.body} meets from {self.start:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        """Return the page on which the arrangement is corrected."""
        return address_of(
            "partnerships:change-arrangement",
            self.body.partnership.reference,
            self.body_id,
            self.pk,
        )

    def history_subject(self) -> TrackedModel:
        """Read on the body's history page."""
        return self.body
