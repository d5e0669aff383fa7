"""Which Django application is the front door?"""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Home, search, administrator's pages and the demonstration data."""

    name = "govreg.site"
    label = "site"

    def ready(self) -> None:
        """Register what the interface shows."""
        from . import registration  # noqa: F401
