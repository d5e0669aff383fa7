"""Who briefs whom regularly in a partnership, and when is the next time due?

The director and the lead member must keep each other informed (review of 2007, section 5).
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from govreg.core.history.models import TrackedModel
from govreg.core.ui.addresses import address_of

from .partnerships import Partnership
from .periods import DatedModel, DatedQuerySet
from .posts import Post


class StandingBriefing(DatedModel):
    """An arrangement by which one post briefs another."""

    class Frequency(models.TextChoices):
        """How often they meet."""

        WEEKLY = "weekly", "Every week"
        FORTNIGHTLY = "fortnightly", "Every two weeks"
        MONTHLY = "monthly", "Every month"
        QUARTERLY = "quarterly", "Every three months"
        HALF_YEARLY = "half-yearly", "Every six months"
        YEARLY = "yearly", "Every year"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="briefings")
    briefed_by = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="+", verbose_name="who briefs"
    )
    briefed = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="+", verbose_name="who is briefed"
    )
    about = models.TextField("what about, and who else attends", blank=True)
    frequency = models.CharField(max_length=12, choices=Frequency.choices, blank=True)
    last_held = models.DateField("last held on", null=True, blank=True)
    #: Kept with it as with a reporting line; see `rules/liaison.py`.
    next_due = models.DateField("next due", null=True, editable=False)

    objects = DatedQuerySet.as_manager()
    name_needs = ("briefed_by", "briefed")

    class Meta(DatedModel.Meta):
        ordering = ["pk"]
        constraints = [
            *DatedModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(briefed_by=F("briefed")), name="nobody_briefs_their_own_post"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.briefed_by} briefs {self.briefed}"

    @property
    def last(self) -> date | None:
        """The day on which it last took place, as a reporting line tells its last report."""
        return self.last_held

    def get_absolute_url(self) -> str:
        """Return its place on the page of the partnership's roles."""
        page = address_of("partnerships:roles", self.partnership.reference)
        return f"{page}#briefing-{self.pk}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
