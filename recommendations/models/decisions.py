"""Which actions were reopened, and for which was the risk accepted?"""

from django.conf import settings
from django.db import models

from govreg.core.history.models import TrackedModel

from .actions import AgreedAction


class DecisionModel(TrackedModel):
    """A decision about one action, by somebody, on a day, for a reason."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField("decided on")
    reason = models.TextField()

    class Meta:
        abstract = True
        ordering = ["-decided_on", "-pk"]


class Reopening(DecisionModel):
    """A closed action was opened again."""

    action = models.ForeignKey(AgreedAction, on_delete=models.PROTECT, related_name="reopenings")

    def __str__(self) -> str:
        return "Reopening"

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.action.history_subject()


class RiskAcceptance(DecisionModel):
    """A senior officer accepted the risk of not doing an action, until a review date."""

    action = models.ForeignKey(
        AgreedAction, on_delete=models.PROTECT, related_name="risk_acceptances"
    )
    review_date = models.DateField("review date")

    def __str__(self) -> str:
        return "Acceptance of risk"

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.action.history_subject()
