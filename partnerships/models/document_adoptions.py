"""Which partner organisations have formally adopted a version of a document, and when?"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .document_versions import DocumentVersion
from .organisations import Organisation


class DocumentAdoptionQuerySet(TrackedQuerySet):
    """Questions that people ask of adoptions."""

    def visible_to(self, user: Any) -> "DocumentAdoptionQuerySet":
        """Return those of the documents that the user may see."""
        scope = "of__document__partnership__scope"
        found: DocumentAdoptionQuerySet = self.filter(
            user.scope_filter(Permission.VIEW_PARTNERSHIPS, field=scope)
        )
        return found


class DocumentAdoption(TrackedModel):
    """One organisation adopted one version; a later version is adopted anew."""

    of = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="adoptions", verbose_name="version"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    adopted_on = models.DateField("adopted on", null=True, blank=True)
    signed_by = models.CharField("signed by (post)", max_length=200, blank=True)

    objects = DocumentAdoptionQuerySet.as_manager()
    name_needs = ("organisation",)

    class Meta:
        ordering = ["organisation__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["of", "organisation"], name="one_adoption_of_a_version_an_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"Adoption by {self.organisation}"

    def history_subject(self) -> TrackedModel:
        """Read on the document's history page."""
        return self.of.document
