"""Which financial reports were sent to the partners, and when?"""

from django.db import models

from govreg.core.history.models import TrackedModel
from govreg.core.ui.addresses import address_of

from .funding import FundingArrangement


class FinancialReport(TrackedModel):
    """One report to the partners on a quarter or a year (SI 2000/617, regulation 9)."""

    class Kind(models.TextChoices):
        """Which period it is on."""

        QUARTERLY = "quarterly", "Quarterly"
        ANNUAL = "annual", "Annual"

    arrangement = models.ForeignKey(
        FundingArrangement, on_delete=models.PROTECT, related_name="reports"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    period_end = models.DateField("period to")
    sent_on = models.DateField("sent on")
    note = models.CharField("to whom, and where it is kept", max_length=500, blank=True)

    address_needs = ("arrangement__partnership",)

    class Meta:
        ordering = ["-period_end", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "kind", "period_end"], name="one_report_once_a_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} report to {self.period_end:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        """Return the place of the arrangement's page at which reports stand."""
        partnership = self.arrangement.partnership.reference
        page = address_of("partnerships:funding", partnership, self.arrangement_id)
        return f"{page}#reports"

    def history_subject(self) -> TrackedModel:
        """Read on the arrangement's history page."""
        return self.arrangement
