"""Which Django application keeps the council's settings?"""

from django.apps import AppConfig


class CouncilConfig(AppConfig):
    """Dated, tracked settings, so that an old report is made with the rule of its day."""

    name = "govreg.core.council"
    label = "council"
