"""Which Django application makes and keeps the reports?"""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Documents built from all three registers; frozen issues of them."""

    name = "govreg.reports"
    label = "reports"

    def ready(self) -> None:
        """Register what the interface shows of the reports."""
        from . import registration  # noqa: F401
