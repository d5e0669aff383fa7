"""Which Django application holds the users?"""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, signing in and out, and the log of sign-ins, downloads and exports."""

    name = "govreg.core.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Write sign-ins to the access log, and check what signing in leans on."""
        from . import checks, sign_in_log  # noqa: F401
