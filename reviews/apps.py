"""Which Django application holds the audit reviews?"""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Reviews, their sections, points, contacts and priority scales."""

    name = "reviews"
    label = "reviews"

    def ready(self) -> None:
        """Register what the interface shows of this register."""
        from . import registration  # noqa: F401
