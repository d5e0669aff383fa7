"""Which Django application holds the recommendations and their follow-up?"""

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Recommendations, responses, agreed actions, progress, claims and verification."""

    name = "recommendations"
    label = "recommendations"

    def ready(self) -> None:
        """Register what the interface shows of this register."""
        from . import daily, registration  # noqa: F401
