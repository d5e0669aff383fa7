"""Who spends what in an area: through partnerships, and out of the mainstream?"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .contributions import pounds


class ResourceMapQuerySet(TrackedQuerySet):
    """Questions that people ask of resource maps."""

    def visible_to(self, user: Any) -> "ResourceMapQuerySet":
        """Return all to those who see partnerships: an area's map belongs to none of them."""
        return self.all() if user.may_somewhere(Permission.VIEW_PARTNERSHIPS) else self.none()


class ResourceMap(TrackedModel):
    """The public money of an area in a financial year, as one source adds it up."""

    area = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    financial_year = models.CharField("financial year", max_length=7, blank=True)
    source = models.CharField(max_length=300)
    stated_partnership = pounds("stated total of partnership resources", null=True, blank=True)
    stated_mainstream = pounds("stated total of mainstream spending", null=True, blank=True)
    note = models.TextField(blank=True)
    is_example = models.BooleanField("an example from elsewhere", default=False)

    objects = ResourceMapQuerySet.as_manager()
    technical = ("financial_year",)

    class Meta:
        ordering = ["is_example", "-financial_year", "area", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "financial_year"], name="one_map_of_a_title_and_year"
            )
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.title, self.financial_year]))

    def get_absolute_url(self) -> str:
        """Return the map's page."""
        return address_of("partnerships:resource-map", self.pk)


class ResourceLine(TrackedModel):
    """One amount of a map, and whose it is."""

    class Kind(models.TextChoices):
        """Whether partners decide on it together."""

        PARTNERSHIP = "partnership", "Partnership resources"
        PART = "part", "Of partnership resources"
        MAINSTREAM = "mainstream", "Mainstream spending"

    resource_map = models.ForeignKey(ResourceMap, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    holder = models.CharField("whose, or from which grant", max_length=200)
    amount = pounds("amount")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="no_resource_is_negative")
        ]

    def __str__(self) -> str:
        return self.holder

    def history_subject(self) -> TrackedModel:
        """Read on the map's history page."""
        return self.resource_map
