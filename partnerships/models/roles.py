"""Who holds which role in a partnership, and what may the holder decide?

Partners need to understand the statutory roles (Children Act 2004, sections 18 and 19) and what is
delegated, so the register says where each is explained (review of 2007, sections 3.4 and 5.3).
"""

from django.db import models

from govreg.core.history.models import TrackedModel
from govreg.core.ui.addresses import address_of

from .documents import GovernanceDocument
from .partnerships import Partnership
from .periods import DatedModel, DatedQuerySet
from .posts import Post


class PartnershipRole(DatedModel):
    """A role in a partnership, from a day to a day, with what is delegated to its holder."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="roles")
    title = models.CharField("role", max_length=200)
    holder = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="post that holds it",
    )
    statutory_basis = models.CharField(max_length=300, blank=True)
    delegated = models.TextField("what is delegated", blank=True)
    limits = models.TextField("limits of what is delegated", blank=True)
    document = models.ForeignKey(
        GovernanceDocument,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="explained in the document",
    )
    explained_in = models.CharField("explained, in words", max_length=300, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        ordering = ["title", "pk"]
        constraints = [*DatedModel.Meta.constraints]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return its place on the page of the partnership's roles."""
        page = address_of("partnerships:roles", self.partnership.reference)
        return f"{page}#role-{self.pk}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
