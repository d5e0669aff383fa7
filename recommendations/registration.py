"""What does the interface show of recommendations, on pages of their own and of others?"""

from typing import Any

from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.history import subjects
from govreg.core.search import index
from govreg.core.ui import panels
from govreg.core.ui.navigation import NavigationItem, register
from reviews.queries.removal import ask_before_removal

from .views.panels import (
    partnership_panel,
    recommendation_arises_in,
    review_panel,
    section_panel,
)

register(NavigationItem("Recommendations", "recommendations:tracker", position=40))
register(NavigationItem("My actions", "recommendations:mine", position=10))
register(
    NavigationItem(
        "To verify", "recommendations:waiting", permission=Permission.VERIFY, position=15
    )
)
index.register("recommendations.recommendation", label="Recommendation")
subjects.register("recommendations.recommendation", label="Recommendations")


def _shown_updates(user: Any) -> Any:
    """Return the keys of updates that were submitted, and of the user's own drafts."""
    from .models import ProgressUpdate

    return ProgressUpdate.objects.filter(Q(submitted_on__isnull=False) | Q(by=user)).values("pk")


def _shown_evidence(user: Any) -> Any:
    """Return the keys of evidence that is not a stranger's draft's."""
    from .models import Evidence

    return Evidence.objects.filter(
        Q(update__isnull=True) | Q(update__in=_shown_updates(user))
    ).values("pk")


subjects.register_private("recommendations.progressupdate", _shown_updates)
subjects.register_private("recommendations.evidence", _shown_evidence)
panels.register(page="review", position=10, render=review_panel)
panels.register(page="section", position=10, render=section_panel)
panels.register(page="partnership", position=50, render=partnership_panel)
ask_before_removal(recommendation_arises_in)
