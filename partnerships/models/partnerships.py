"""Which partnerships is the council in, on what basis, and who answers for them?"""

from typing import Any

from django.db import models
from django.db.models import Count, OuterRef, Subquery

from govreg.core.access import Permission
from govreg.core.access.models import Scope
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .organisations import Organisation
from .particulars import Particulars
from .posts import Post


class PartnershipQuerySet(TrackedQuerySet):
    """Questions that people ask of partnerships."""

    def visible_to(self, user: Any) -> "PartnershipQuerySet":
        """Return those within the scopes in which the user may see partnerships."""
        return self.filter(user.scope_filter(Permission.VIEW_PARTNERSHIPS))

    def with_counts(self) -> "PartnershipQuerySet":
        """Return them with `document_count`, asked in the same query as the rest."""
        own = Partnership.objects.filter(pk=OuterRef("pk")).order_by()
        counted = own.annotate(n=Count("documents")).values("n")
        found: PartnershipQuerySet = self.annotate(document_count=Subquery(counted))
        return found


class Partnership(Particulars):
    """An arrangement in which the council works with others towards shared aims."""

    class Kind(models.TextChoices):
        """What sort of arrangement it is."""

        LSP = "lsp", "Local strategic partnership"
        AREA = "area", "Area partnership"
        POOLED = "pooled", "Pooled budget"
        TRUST = "trust", "Children’s trust"
        STATUTORY = "statutory", "Statutory board"
        THEMATIC = "thematic", "Thematic partnership"
        OTHER = "other", "Other partnership"

    class Status(models.TextChoices):
        """Where the partnership stands in its life."""

        PROPOSED = "proposed", "Proposed"
        ACTIVE = "active", "Active"
        UNDER_REVIEW = "under-review", "Under review"
        WINDING_DOWN = "winding-down", "Winding down"
        CLOSED = "closed", "Closed"

    reference = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="components",
        verbose_name="umbrella partnership",
    )
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIVE)
    area = models.CharField("area covered", max_length=200, blank=True)
    purpose = models.TextField(blank=True)
    legal_basis = models.CharField("legal basis", max_length=300, blank=True)
    accountable_body = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="accountable body",
    )
    lead = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="lead officer’s post",
    )
    established = models.CharField(
        "established", max_length=200, blank=True, help_text="In the words it is known in"
    )
    established_on = models.DateField("established on", null=True, blank=True)
    approved_by = models.CharField(
        "approved by", max_length=300, blank=True, help_text="The bodies that agreed it, and when"
    )
    scope = models.OneToOneField(Scope, on_delete=models.PROTECT, related_name="+")

    objects = PartnershipQuerySet.as_manager()

    class Meta(Particulars.Meta):
        abstract = False
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the partnership's page."""
        return address_of("partnerships:partnership", self.reference)


class PartnershipAlias(TrackedModel):
    """Another name by which a partnership is known."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="aliases")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "partnership aliases"
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"], name="one_alias_once_a_partnership"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
