"""Which Django application keeps two people from overwriting each other?"""

from django.apps import AppConfig


class EditingConfig(AppConfig):
    """Versions in forms, and the side-by-side page when two people changed one record."""

    name = "govreg.core.editing"
    label = "editing"
