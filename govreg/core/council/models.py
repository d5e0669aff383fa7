"""What did the council decide a setting to be, and from which day?"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from govreg.core.access.permissions import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .definitions import CHOICES, DEFINITIONS


class CouncilSettingQuerySet(TrackedQuerySet):
    """Questions that people ask of the council's settings."""

    def visible_to(self, user: Any) -> "CouncilSettingQuerySet":
        """Return all settings to those who keep them."""
        return self.all() if user.may(Permission.ADMINISTER_REFERENCE) else self.none()


class CouncilSetting(TrackedModel):
    """The value of one setting from a day on. An older row is kept: it ruled in its time.

    A value that was recorded wrongly is corrected by a row for the same day, which says what it
    corrects; the newest row of a day rules.
    """

    name = models.CharField("setting", max_length=60, choices=CHOICES)
    value = models.CharField(max_length=100)
    start = models.DateField("from")
    corrects = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrected_by",
        verbose_name="corrects",
    )

    objects = CouncilSettingQuerySet.as_manager()
    technical = ("value",)

    class Meta:
        ordering = ["name", "-start", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "start"],
                condition=Q(corrects__isnull=True),
                name="one_value_of_a_setting_from_a_day",
            )
        ]

    @property
    def words(self) -> str:
        """The value as people read it."""
        definition = DEFINITIONS.get(self.name)
        return definition.words(self.value) if definition else self.value

    def get_absolute_url(self) -> str:
        """Return the page on which the settings are decided."""
        return reverse("administration:settings")

    def __str__(self) -> str:
        return f"{self.get_name_display()}: {self.words}"
