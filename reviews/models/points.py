"""Which points does a review list: scope, approach, key findings, key learning points?"""

from django.db import models

from govreg.core.history.models import TrackedModel

from .reviews import Review


class ReviewPoint(TrackedModel):
    """One item of a review's lists. Section references are optional: 2005's findings are prose."""

    class Kind(models.TextChoices):
        """Which list the point stands in."""

        SCOPE = "scope", "Scope item"
        APPROACH = "approach", "Approach"
        FINDING = "finding", "Key finding"
        LEARNING = "learning", "Key learning point"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="points")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    section_references = models.CharField("section references", max_length=120, blank=True)

    class Meta:
        ordering = ["kind", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.position}"

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review
