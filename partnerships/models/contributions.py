"""What does each partner put into an arrangement in a financial year?"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel

from .funding import FundingArrangement
from .organisations import Organisation


def pounds(words: str, **options: Any) -> models.DecimalField:
    """Return a column for an exact amount in pounds and pence."""
    return models.DecimalField(words, max_digits=14, decimal_places=2, **options)


class FundingYear(TrackedModel):
    """One financial year of an arrangement, with the total that a document states for it."""

    arrangement = models.ForeignKey(
        FundingArrangement, on_delete=models.PROTECT, related_name="years"
    )
    financial_year = models.CharField("financial year", max_length=7)
    stated_total = pounds("stated total", null=True, blank=True)
    source = models.CharField("where the total is stated", max_length=300, blank=True)

    name_needs = ("arrangement",)
    technical = ("financial_year",)

    class Meta:
        ordering = ["-financial_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "financial_year"], name="one_year_once_an_arrangement"
            ),
            models.CheckConstraint(
                condition=Q(stated_total=None) | Q(stated_total__gte=0),
                name="a_stated_total_is_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arrangement}, {self.financial_year}"

    def history_subject(self) -> TrackedModel:
        """Read on the arrangement's history page."""
        return self.arrangement


class Contribution(TrackedModel):
    """One partner's money and contribution in kind of one financial year."""

    arrangement = models.ForeignKey(
        FundingArrangement, on_delete=models.PROTECT, related_name="contributions"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="contributions"
    )
    financial_year = models.CharField("financial year", max_length=7)
    planned = pounds("planned", null=True, blank=True)
    paid = pounds("paid", null=True, blank=True)
    in_kind = models.CharField("in kind", max_length=500, blank=True)
    in_kind_value = pounds("value in kind", null=True, blank=True)

    name_needs = ("organisation",)
    technical = ("financial_year",)

    class Meta:
        ordering = ["-financial_year", "organisation__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "organisation", "financial_year"],
                name="one_contribution_a_partner_and_year",
            ),
            models.CheckConstraint(
                condition=(Q(planned=None) | Q(planned__gte=0))
                & (Q(paid=None) | Q(paid__gte=0))
                & (Q(in_kind_value=None) | Q(in_kind_value__gte=0)),
                name="no_contribution_is_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.financial_year}"

    def history_subject(self) -> TrackedModel:
        """Read on the arrangement's history page."""
        return self.arrangement


class ContributionVariation(TrackedModel):
    """One agreed change of what a partner was to contribute, with its date and reason."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="variations"
    )
    day = models.DateField("date")
    before = pounds("planned before")
    after = pounds("planned from then on", null=True)
    reason = models.TextField()

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return f"Variation of {self.day:%-d %B %Y}"

    def history_subject(self) -> TrackedModel:
        """Read on the arrangement's history page."""
        return self.contribution.arrangement
