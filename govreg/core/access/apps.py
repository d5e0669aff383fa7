"""Which Django application holds roles and scopes?"""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Permissions, roles, scopes and the middleware that enforces them."""

    name = "govreg.core.access"
    label = "access"
