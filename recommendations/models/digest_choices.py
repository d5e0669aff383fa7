"""How often did a person choose to be written to about what waits for them?"""

from django.conf import settings
from django.db import models

from govreg.core.history.models import TrackedModel


class DigestChoice(TrackedModel):
    """What a person chose; whoever chose nothing is written to weekly."""

    class Frequency(models.TextChoices):
        """How often the digest is sent."""

        WEEKLY = "weekly", "Weekly, on Mondays"
        DAILY = "daily", "Daily"
        NEVER = "never", "Never"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digest_choice"
    )
    frequency = models.CharField(
        "how often written to",
        max_length=10,
        choices=Frequency.choices,
        default=Frequency.WEEKLY,
    )

    class Meta:
        ordering = ["user"]
        verbose_name = "choice of how often to be written to"
        verbose_name_plural = "choices of how often to be written to"

    def __str__(self) -> str:
        return f"Written to: {self.get_frequency_display()}"

    def history_subject(self) -> TrackedModel:
        """Read on the user's history page."""
        person: TrackedModel = self.user
        return person
