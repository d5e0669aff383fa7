"""How is a review's report divided into numbered sections?"""

from django.db import models
from django.db.models import F, Q

from govreg.core.history.models import TrackedModel
from govreg.core.ui.addresses import address_of

from .reviews import Review


class Section(TrackedModel):
    """A numbered section. Its number follows from its place and is kept with it.

    A line `[recommendation 3]` on its own in the body marks where that recommendation arises.
    """

    class Shows(models.TextChoices):
        """What the section shows after its own text."""

        NARRATIVE = "narrative", "Its own text only"
        FINDINGS = "findings", "The key findings"
        LEARNING = "learning", "The key learning points"
        WAY_FORWARD = "way-forward", "The way forward"
        SCOPE = "scope", "The objectives and scope"
        APPROACH = "approach", "The audit approach"
        ACKNOWLEDGEMENTS = "acknowledgements", "The acknowledgements"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="sections")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    body = models.TextField("text", blank=True)
    shows = models.CharField("shows", max_length=20, choices=Shows.choices, default=Shows.NARRATIVE)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="a_section_is_not_its_own_parent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        """Return the page on which the section is written."""
        return address_of("reviews:section", self.review.reference, self.pk)

    def history_subject(self) -> TrackedModel:
        """Read on the review's history page."""
        return self.review
