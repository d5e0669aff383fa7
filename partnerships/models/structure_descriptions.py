"""How did others describe the structure of a partnership, and when?

Two reports two years apart may call the same structures different and alike, and both be right at
their dates. The register keeps what each said beside the bodies that it knows of.
"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .partnerships import Partnership


class StructureDescriptionQuerySet(TrackedQuerySet):
    """Questions that people ask of descriptions."""

    def visible_to(self, user: Any) -> "StructureDescriptionQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        return self.filter(scopes)


class StructureDescription(TrackedModel):
    """What one report or paper said of a partnership's structure, or of those under it."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="structure_descriptions"
    )
    day = models.DateField("date of the description")
    source = models.CharField(
        "where it is described",
        max_length=200,
        help_text="The report or paper, and the place in it",
    )
    text = models.TextField("how it is described")

    objects = StructureDescriptionQuerySet.as_manager()
    name_needs = ("partnership",)
    address_needs = ("partnership",)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "day", "source"],
                name="a_source_describes_a_structure_once_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"Description of the structure, {self.day:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        """Return the page of the structure, where it is read."""
        return address_of("partnerships:structure", self.partnership.reference)

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership
