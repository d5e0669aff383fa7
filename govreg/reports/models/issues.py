"""Which version of which report was issued, as at which day, by whom, with which digest?"""

from typing import Any

from django.conf import settings
from django.db import models

from govreg.core.files.models import StoredFile
from govreg.core.history.models import Seal, TrackedModel, TrackedQuerySet
from reviews.models import Review


class ReportIssueQuerySet(TrackedQuerySet):
    """Questions that people ask of issued reports."""

    def visible_to(self, user: Any) -> "ReportIssueQuerySet":
        """Return those of the reviews that the user may see."""
        return self.filter(review__in=Review.objects.visible_to(user).order_by().values("pk"))


class IssueModel(TrackedModel):
    """One frozen version of a report. Never changed, never removed."""

    number = models.PositiveSmallIntegerField("version of the report")
    as_at = models.DateField("as at")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField("issued at")
    what_changed = models.TextField("what changed", blank=True)
    document = models.JSONField("the frozen document")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField("SHA-256 of the PDF", max_length=64)
    seal = models.ForeignKey(
        Seal,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="last sealed block of the history",
    )

    technical = ("sha256",)
    #: The whole report, as the file has it for people to read.
    history_repeats = ("document",)

    class Meta:
        abstract = True


class ReportIssue(IssueModel):
    """One frozen version of one kind of report of a review."""

    class Kind(models.TextChoices):
        """Which document it is."""

        REVIEW = "review", "Review report"
        ACTION_PLAN = "action-plan", "Action plan"
        PROGRESS = "progress", "Action plan with progress"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)

    objects = ReportIssueQuerySet.as_manager()
    name_needs = ("review",)

    class Meta:
        ordering = ["kind", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind", "number"], name="one_issue_a_version_of_a_report"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.number}"

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review
