"""Which Django application holds the partnership register?"""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Organisations, posts, teams; partnerships, their bodies and members."""

    name = "partnerships"
    label = "partnerships"

    def ready(self) -> None:
        """Register the checklists that come with it, and what the interface shows of it."""
        from . import question_sets, registration  # noqa: F401
        from .queries import (  # noqa: F401
            financial_reports,
            governance_reviews,
            health_alignment,
            health_documents,
            health_meetings,
            health_points,
            health_reporting,
            health_risks,
            health_statutory,
        )
