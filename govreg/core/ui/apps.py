"""How does Django know the interface of the register?"""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Forms, lists, charts, Markdown, navigation and error pages; it has no tables."""

    name = "govreg.core.ui"
    label = "ui"
    verbose_name = "Interface"
