"""How is account given, demanded and made good in a partnership, at each layer; who complained?

The national study of 2009 (table 7) asks of each of three layers how account is given, how those
who give it are held to it, and how complaints are redressed.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date

from .partnerships import Partnership

ELEMENTS = {
    "giving": "Giving account",
    "held": "Being held to account",
    "redress": "Complaints and redress",
}
LAYERS = {"strategic": "Strategic", "executive": "Executive", "operational": "Operational"}


def cell(element: str, layer: str) -> models.TextField:
    """Return the column of one of the nine cells; empty while nothing is arranged."""
    words = f"{ELEMENTS[element].lower()}, {LAYERS[layer].lower()} layer"
    return models.TextField(words, blank=True)


class AccountabilityTable(TrackedModel):
    """What a partnership arranged for each of the three elements at each of the three layers."""

    partnership = models.OneToOneField(
        Partnership, on_delete=models.PROTECT, related_name="accountability"
    )
    giving_strategic = cell("giving", "strategic")
    giving_executive = cell("giving", "executive")
    giving_operational = cell("giving", "operational")
    held_strategic = cell("held", "strategic")
    held_executive = cell("held", "executive")
    held_operational = cell("held", "operational")
    redress_strategic = cell("redress", "strategic")
    redress_executive = cell("redress", "executive")
    redress_operational = cell("redress", "operational")

    objects = TrackedQuerySet.as_manager()
    name_needs = ("partnership",)

    def __str__(self) -> str:
        return f"Accountability of {self.partnership}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership


class ComplaintQuerySet(TrackedQuerySet):
    """Questions that people ask of complaints."""

    def visible_to(self, user: Any) -> "ComplaintQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: ComplaintQuerySet = self.filter(scopes)
        return found


class Complaint(TrackedModel):
    """One complaint that concerned a partnership's work, without a word of who made it."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="complaints"
    )
    received_on = models.DateField("received on")
    subject = models.CharField("what it was about", max_length=300)
    partners = models.CharField("partners concerned", max_length=300, blank=True)
    outcome = models.TextField(blank=True)
    learnt = models.TextField("what was learnt", blank=True)
    closed_on = models.DateField("closed on", null=True, blank=True)

    objects = ComplaintQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta:
        ordering = ["-received_on", "-pk"]
        indexes = [models.Index(fields=["partnership", "-received_on"], name="complaint_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("received_on")),
                name="a_complaint_is_closed_after_it_came",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | ~Q(outcome=""),
                name="a_complaint_is_closed_with_its_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {long_date(self.received_on)}"

    def get_absolute_url(self) -> str:
        """Return the complaint's page."""
        return address_of("partnerships:complaint", self.partnership.reference, self.pk)

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
