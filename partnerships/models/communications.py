"""Whom does a partnership keep informed of what, by what means and how often, and when did it?

A communications plan names the parties, what each needs to know, the method and the frequency
(review of 2007, recommendation 8).
"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date

from .partnerships import Partnership
from .periods import DatedModel, DatedQuerySet
from .posts import Post


class PlannedCommunicationQuerySet(DatedQuerySet):
    """Questions that people ask of communications plans."""

    def visible_to(self, user: Any) -> "PlannedCommunicationQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: PlannedCommunicationQuerySet = self.filter(scopes)
        return found


class PlannedCommunication(DatedModel):
    """One line of a communications plan: a party, and how it is kept informed."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="communications"
    )
    party = models.CharField(max_length=200)
    needs = models.TextField("what it needs to know")
    method = models.CharField(max_length=200)
    frequency_months = models.PositiveSmallIntegerField("every how many months", null=True)
    responsible = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="responsible post",
    )
    #: Kept with the line, so that a list can be ordered by it; see `rules/reporting.py`.
    next_due = models.DateField("next due", null=True, editable=False)

    objects = PlannedCommunicationQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta(DatedModel.Meta):
        ordering = ["party", "pk"]
        verbose_name = "planned communication"
        indexes = [models.Index(fields=["next_due"], name="communication_by_due")]

    def __str__(self) -> str:
        return f"{self.party}: {self.method}"

    def get_absolute_url(self) -> str:
        """Return the line's page."""
        return address_of("partnerships:communication", self.partnership.reference, self.pk)

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership


class CommunicationMade(TrackedModel):
    """One time that a party was informed as planned. It is not edited: what was said was said."""

    planned = models.ForeignKey(PlannedCommunication, on_delete=models.PROTECT, related_name="made")
    day = models.DateField("date")
    what = models.CharField("what was said", max_length=500)
    evidence = models.CharField("where it is kept", max_length=300, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = "communication made"
        verbose_name_plural = "communications made"
        indexes = [models.Index(fields=["planned", "-day"], name="communication_made_by_day")]

    def __str__(self) -> str:
        return f"Communication of {long_date(self.day)}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.planned.partnership
