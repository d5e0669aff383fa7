"""How is a protocol on sharing information kept alive, and what stands in the way of sharing?

Who signed it stands with the protocol itself, as its adoption by the partners. Partners are to be
reminded of it and trained in it, in its ethical side too (review of 2007, recommendation 4); the
national study of 2009 (paragraph 122) names three obstacles.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.words import long_date

from .partnerships import Partnership
from .posts import Post


class OfPartnershipQuerySet(TrackedQuerySet):
    """Questions that people ask of what is done about sharing."""

    def visible_to(self, user: Any) -> "OfPartnershipQuerySet":
        """Return that of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: OfPartnershipQuerySet = self.filter(scopes)
        return found


class SharingActivity(TrackedModel):
    """One training in the protocol, or one reminder of it; what was withdrawn stays to be read."""

    class Kind(models.TextChoices):
        """What was done."""

        TRAINING = "training", "Training"
        REMINDER = "reminder", "Reminder"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="sharing_activities"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    day = models.DateField("date", null=True, blank=True)
    what = models.CharField("what was done", max_length=300)
    reached = models.CharField("who was reached", max_length=300)
    trained = models.PositiveIntegerField("how many were trained", null=True, blank=True)
    covers_ethics = models.BooleanField("its ethical side was covered", null=True, blank=True)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = OfPartnershipQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta:
        ordering = [F("day").desc(nulls_last=True), "-pk"]
        verbose_name = "training or reminder"
        verbose_name_plural = "trainings and reminders"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="training") | Q(trained=None, covers_ethics=None),
                name="only_a_training_trains",
            )
        ]

    def __str__(self) -> str:
        when = f", {long_date(self.day)}" if self.day else ""
        return f"{self.get_kind_display()}: {self.what}{when}"

    @property
    def is_withdrawn(self) -> bool:
        """Whether it stands only for the record."""
        return bool(self.withdrawn_because)

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership


class SharingObstacle(TrackedModel):
    """One thing that stands in the way of sharing information, and what is done about it."""

    class Kind(models.TextChoices):
        """The three that the national study names, and others."""

        SYSTEMS = "systems", "Systems that do not work together"
        FORMATS = "formats", "Formats that do not fit"
        UNWILLING = "unwilling", "Partners or staff who are unwilling"
        OTHER = "other", "Other"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="sharing_obstacles"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    description = models.TextField("what stands in the way")
    done = models.TextField("what is done about it", blank=True)
    owner = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="owner’s post",
    )
    since = models.DateField("known since")
    resolved_on = models.DateField("resolved on", null=True, blank=True)

    objects = OfPartnershipQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta:
        ordering = [F("resolved_on").desc(nulls_first=True), "since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(resolved_on=None) | Q(resolved_on__gte=F("since")),
                name="an_obstacle_is_resolved_after_it_was_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
