"""Which ways of looking at a list did people keep under a name, for themselves or for everybody?"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of


class SavedFilterQuerySet(TrackedQuerySet):
    """Questions that people ask of saved filters."""

    def visible_to(self, user: Any) -> "SavedFilterQuerySet":
        """Return a person's own, and what others share; none that was removed."""
        return self.filter(Q(user=user) | Q(is_shared=True), removed_on__isnull=True)


class SavedFilter(TrackedModel):
    """What a list was asked for: its filters, its order and its columns, as an address has them.

    It holds no rows: whoever opens it sees of the list what they may see.
    """

    class Place(models.TextChoices):
        """Of which list it is; the value is the name of its address."""

        TRACKER = "tracker", "Recommendations"
        ACTIONS = "actions", "Agreed actions"
        AT_A_GLANCE = "at-a-glance", "At a glance"
        GROUPED = "grouped", "Actions by group"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_filters"
    )
    place = models.CharField("list", max_length=20, choices=Place.choices)
    name = models.CharField(max_length=80)
    asked = models.TextField("what is asked for")
    is_shared = models.BooleanField("shared with everybody", default=False)
    removed_on = models.DateField("removed on", null=True, blank=True)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = [Lower("name"), "pk"]
        constraints = [
            models.UniqueConstraint(
                "user",
                "place",
                Lower("name"),
                condition=Q(removed_on__isnull=True),
                name="one_saved_filter_of_a_name_a_person_and_list",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The list, asked so."""
        return f"{address_of(f'recommendations:{self.place}')}?{self.asked}"

    def history_subject(self) -> TrackedModel:
        """Read on the user's history page."""
        person: TrackedModel = self.user
        return person
