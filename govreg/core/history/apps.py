"""What does the history need done when the register starts and after each migration?"""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class HistoryConfig(AppConfig):
    """Installs the triggers that make history append-only, and refuses to start without them."""

    name = "govreg.core.history"
    label = "history"

    def ready(self) -> None:
        """Connect the installer and the checks."""
        from . import checks, daily, triggers  # noqa: F401

        pre_migrate.connect(triggers.remove_before_migrate, sender=self)
        post_migrate.connect(triggers.install_after_migrate, sender=self)
