"""Which priorities can a recommendation have, and what do the marks mean?"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .reviews import Review


class PriorityScaleQuerySet(TrackedQuerySet):
    """Questions that people ask of priority scales."""

    def visible_to(self, user: Any) -> "PriorityScaleQuerySet":
        """Return all to those who write reviews or keep the scales."""
        may = user.may_somewhere(Permission.WRITE_REVIEWS) or user.may(
            Permission.ADMINISTER_REFERENCE
        )
        return self.all() if may else self.none()


class PriorityScale(TrackedModel):
    """A scale that a new review can start from; each review keeps a copy of its own."""

    name = models.CharField(max_length=120, unique=True)

    objects = PriorityScaleQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the scale's page."""
        return address_of("priorities:scale", self.pk)


class PriorityLevel(TrackedModel):
    """One level of a scale. Rank 1 is the most serious."""

    scale = models.ForeignKey(PriorityScale, on_delete=models.PROTECT, related_name="levels")
    mark = models.CharField(max_length=12)
    meaning = models.CharField(max_length=200)
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "rank"], name="one_level_a_rank_of_a_scale"),
            models.UniqueConstraint(fields=["scale", "mark"], name="one_level_a_mark_of_a_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.mark} {self.meaning}"

    def history_subject(self) -> TrackedModel:
        """Read on the scale's history page."""
        return self.scale


class ReviewPriority(TrackedModel):
    """One level of a review's own legend, which is printed as it was when the review began."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="priorities")
    mark = models.CharField(max_length=12)
    meaning = models.CharField(max_length=200)
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name_plural = "review priorities"
        constraints = [
            models.UniqueConstraint(fields=["review", "rank"], name="one_priority_a_rank"),
            models.UniqueConstraint(fields=["review", "mark"], name="one_priority_a_mark"),
        ]

    def __str__(self) -> str:
        return f"{self.mark} {self.meaning}"

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review
