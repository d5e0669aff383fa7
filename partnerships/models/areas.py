"""Which areas are compared with each other: districts, wards, communities?"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of


class AreaQuerySet(TrackedQuerySet):
    """Questions that people ask of areas."""

    def visible_to(self, user: Any) -> "AreaQuerySet":
        """Return all to anybody who sees partnerships: an area is no secret."""
        return self.all() if user.may_somewhere(Permission.VIEW_PARTNERSHIPS) else self.none()

    def standing(self) -> "AreaQuerySet":
        """Return those for which figures are still entered."""
        found: AreaQuerySet = self.filter(is_closed=False)
        return found


class Area(TrackedModel):
    """One area for which figures are known. Figures of a closed one stay to be read."""

    class Kind(models.TextChoices):
        """What sort of area it is."""

        DISTRICT = "district", "District"
        WARD = "ward", "Ward"
        COMMUNITY = "community", "Community"
        OTHER = "other", "Other area"

    name = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    position = models.PositiveSmallIntegerField("place in tables", default=0)
    is_closed = models.BooleanField("no figures are entered for it any more", default=False)

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page on which the area is changed."""
        return address_of("partnerships:areas")
