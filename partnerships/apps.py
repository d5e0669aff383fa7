"""Which Django application holds the partnership register?"""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Organisations, posts, teams; partnerships, their bodies and members."""

    name = "partnerships"
    label = "partnerships"

    def ready(self) -> None:
        """Register what the interface shows of this register."""
        from . import registration  # noqa: F401
