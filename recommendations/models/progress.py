"""What progress did an officer record, and what shows it?"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreg.core import ratings
from govreg.core.files.models import StoredFile
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .actions import AgreedAction
from .windows import UpdateWindow


class ProgressUpdateQuerySet(TrackedQuerySet):
    """Questions that people ask of progress updates."""

    def submitted(self) -> "ProgressUpdateQuerySet":
        """Return those that count: drafts are their author's alone."""
        return self.filter(submitted_on__isnull=False)

    def visible_to(self, user: Any) -> "ProgressUpdateQuerySet":
        """Return submitted updates of the actions a user may see, and the user's own drafts."""
        actions = AgreedAction.objects.visible_to(user).order_by().values("pk")
        return self.filter(action__in=actions).filter(Q(submitted_on__isnull=False) | Q(by=user))


class ProgressUpdate(TrackedModel):
    """An officer's account of progress. Once submitted it stands; a correction is a new one."""

    action = models.ForeignKey(AgreedAction, on_delete=models.PROTECT, related_name="updates")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    rating = models.CharField(max_length=20, choices=ratings.CHOICES)
    reason = models.TextField("reason for the rating", blank=True)
    narrative = models.TextField("what has been done")
    percent_complete = models.PositiveSmallIntegerField("per cent complete", null=True, blank=True)
    begun_on = models.DateField("written on")
    submitted_on = models.DateField("submitted on", null=True, blank=True)
    submitted_at = models.DateTimeField("submitted at", null=True, blank=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )

    window = models.ForeignKey(
        UpdateWindow, null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )

    objects = ProgressUpdateQuerySet.as_manager()
    name_needs = ("action",)
    history_repeats = ("submitted_at",)

    class Meta:
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(submitted_on__isnull=True) | Q(submitted_at__isnull=False),
                name="a_submitted_update_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(percent_complete__isnull=True) | Q(percent_complete__lte=100),
                name="per_cent_complete_is_100_at_most",
            ),
            models.UniqueConstraint(
                fields=["action", "by"],
                condition=Q(submitted_on__isnull=True),
                name="one_draft_an_action_and_author",
            ),
        ]

    def __str__(self) -> str:
        return "Progress update" if self.submitted_on else "Draft progress update"

    @staticmethod
    def history_is_private(row: Any) -> bool:
        """Keep what a draft said from being quoted beside what was submitted."""
        return row.submitted_on is None

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.action.history_subject()


class Evidence(TrackedModel):
    """A file that shows what an update or a claim says."""

    update = models.ForeignKey(
        ProgressUpdate, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
    claim = models.ForeignKey(
        "CompletionClaim", null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    name_needs = ("file",)

    class Meta:
        ordering = ["pk"]
        verbose_name = "evidence file"
        constraints = [
            models.CheckConstraint(
                condition=Q(update__isnull=False, claim__isnull=True)
                | Q(update__isnull=True, claim__isnull=False),
                name="evidence_belongs_to_an_update_or_a_claim",
            ),
        ]

    def __str__(self) -> str:
        return str(self.file)

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        source = self.update or self.claim
        assert source is not None  # one of the two, by the constraint
        return source.history_subject()
