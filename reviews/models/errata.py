"""What was corrected in a review after it was issued?"""

from django.db import models

from govreg.core.history.models import TrackedModel

from .reviews import Review


class Erratum(TrackedModel):
    """A correction after issue: a new edition that says what changed."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="errata")
    edition = models.PositiveSmallIntegerField()
    issued_on = models.DateField("issued on")
    what_changed = models.TextField("what changed")

    class Meta:
        ordering = ["edition"]
        verbose_name_plural = "errata"
        constraints = [
            models.UniqueConstraint(fields=["review", "edition"], name="one_erratum_an_edition"),
        ]

    def __str__(self) -> str:
        return f"Edition {self.edition}"

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review
