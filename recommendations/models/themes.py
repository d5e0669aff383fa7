"""Which weakness recurs from review to review, and which recommendations are about it?"""

from typing import Any

from django.db import models
from django.db.models.functions import Lower

from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .recommendations import Recommendation


class ThemeQuerySet(TrackedQuerySet):
    """Questions that people ask of themes."""

    def visible_to(self, user: Any) -> "ThemeQuerySet":
        """Return all: a theme says nothing of any review by itself."""
        return self.all() if user.is_authenticated else self.none()


class Theme(TrackedModel):
    """A subject of governance that recommendations of different years can share."""

    name = models.CharField(max_length=120)
    meaning = models.TextField("what belongs to it", blank=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="one_theme_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the theme's page."""
        return address_of("recommendations:theme", self.pk)


class RecommendationTheme(TrackedModel):
    """A recommendation is about a theme."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="themes"
    )
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="recommendations")

    name_needs = ("theme",)

    class Meta:
        ordering = ["theme__name", "pk"]
        verbose_name = "theme of a recommendation"
        verbose_name_plural = "themes of recommendations"
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "theme"], name="one_theme_once_a_recommendation"
            ),
        ]

    def __str__(self) -> str:
        return str(self.theme)

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.recommendation
