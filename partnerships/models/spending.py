"""What was an arrangement's money spent on, and what was saved and put to use again?"""

from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel
from govreg.core.ui.addresses import address_of

from .contributions import pounds
from .funding import FundingArrangement


class Expenditure(TrackedModel):
    """An amount spent in a financial year, where known against an outcome."""

    arrangement = models.ForeignKey(
        FundingArrangement, on_delete=models.PROTECT, related_name="expenditure"
    )
    financial_year = models.CharField("financial year", max_length=7)
    spent = pounds("spent")
    purpose = models.CharField("what it was spent on", max_length=300)
    outcome = models.CharField("outcome", max_length=300, blank=True)

    address_needs = ("arrangement__partnership",)
    technical = ("financial_year",)

    class Meta:
        ordering = ["-financial_year", "outcome", "pk"]
        verbose_name_plural = "expenditure"
        constraints = [
            models.CheckConstraint(condition=Q(spent__gte=0), name="no_expenditure_is_negative")
        ]

    def __str__(self) -> str:
        return f"{self.purpose}, {self.financial_year}"

    def get_absolute_url(self) -> str:
        """Return the place of the arrangement's page at which expenditure stands."""
        partnership = self.arrangement.partnership.reference
        page = address_of("partnerships:funding", partnership, self.arrangement_id)
        return f"{page}#spending"

    def history_subject(self) -> TrackedModel:
        """Read on the arrangement's history page."""
        return self.arrangement


class Efficiency(TrackedModel):
    """A saving found in a financial year, and where the money went."""

    arrangement = models.ForeignKey(
        FundingArrangement, on_delete=models.PROTECT, related_name="efficiencies"
    )
    financial_year = models.CharField("financial year", max_length=7)
    found = pounds("saved")
    how = models.CharField("how it was found", max_length=500)
    reinvested = pounds("reinvested", null=True, blank=True)
    reinvested_in = models.CharField("reinvested in", max_length=500, blank=True)

    address_needs = ("arrangement__partnership",)
    technical = ("financial_year",)

    class Meta:
        ordering = ["-financial_year", "pk"]
        verbose_name_plural = "efficiencies"
        constraints = [
            models.CheckConstraint(
                condition=Q(found__gte=0) & (Q(reinvested=None) | Q(reinvested__gte=0)),
                name="no_efficiency_is_negative",
            )
        ]

    def __str__(self) -> str:
        return f"{self.how}, {self.financial_year}"

    def get_absolute_url(self) -> str:
        """Return the place of the arrangement's page at which efficiencies stand."""
        partnership = self.arrangement.partnership.reference
        page = address_of("partnerships:funding", partnership, self.arrangement_id)
        return f"{page}#efficiencies"

    def history_subject(self) -> TrackedModel:
        """Read on the arrangement's history page."""
        return self.arrangement
