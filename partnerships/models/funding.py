"""Through which arrangements do the partners of a partnership bring money together?"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .documents import GovernanceDocument
from .organisations import Organisation
from .partnerships import Partnership


class FundingQuerySet(TrackedQuerySet):
    """Questions that people ask of funding arrangements."""

    def visible_to(self, user: Any) -> "FundingQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: FundingQuerySet = self.filter(scopes)
        return found


class FundingArrangement(TrackedModel):
    """One pooled or aligned budget, grant, procurement or vehicle of a partnership."""

    class Kind(models.TextChoices):
        """The five arrangements of the national study of 2009, paragraph 132."""

        POOLED = "pooled", "Pooled budget"
        ALIGNED = "aligned", "Aligned budgets"
        GRANT = "grant", "Grant or transfer"
        PROCUREMENT = "procurement", "Procurement"
        VEHICLE = "vehicle", "Partnership vehicle"

    class Vat(models.TextChoices):
        """How far the host reclaims VAT: a council fully or in part, the NHS little or none."""

        FULL = "full", "Reclaimed in full"
        PARTIAL = "partial", "Reclaimed in part"
        NONE = "none", "Little or none reclaimed"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="funding_arrangements"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=200)
    host = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="host organisation",
    )
    accountable_body = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="accountable body",
    )
    legal_basis = models.CharField("legal basis", max_length=300, blank=True)
    agreement = models.TextField("agreement", blank=True)
    agreement_document = models.ForeignKey(
        GovernanceDocument,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agreement_of",
        verbose_name="document that is its agreement",
    )
    start = models.DateField("from", null=True, blank=True)
    end = models.DateField("to", null=True, blank=True)
    vat = models.CharField("VAT position", max_length=8, choices=Vat.choices, blank=True)
    vat_note = models.CharField("VAT in words", max_length=500, blank=True)
    overspend = models.TextField("treatment of an overspend", blank=True)
    underspend = models.TextField("treatment of an underspend", blank=True)
    chosen_because = models.TextField("why this arrangement was chosen", blank=True)
    reports_due = models.BooleanField("financial reports to partners are due", default=False)
    report_days = models.PositiveSmallIntegerField(
        "days after a period’s end in which its report is due", default=30
    )

    objects = FundingQuerySet.as_manager()
    address_needs = ("partnership",)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"], name="one_name_once_a_partnerships_money"
            ),
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(end__gte=F("start")),
                name="a_funding_arrangement_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the arrangement's page."""
        return address_of("partnerships:funding", self.partnership.reference, self.pk)
