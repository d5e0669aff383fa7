"""Which Django application keeps the tables that are being imported?"""

from django.apps import AppConfig


class TransferConfig(AppConfig):
    """Rows in and rows out: CSV, XLSX and ODS."""

    name = "govreg.core.transfer"
    label = "transfer"

    def ready(self) -> None:
        """Let the worker forget what nobody confirmed."""
        from . import uploads  # noqa: F401
