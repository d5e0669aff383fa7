"""What did a committee decide of an action that was verified and proposed for closure?"""

from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel
from partnerships.models import Body

from .actions import AgreedAction
from .decisions import DecisionModel


class ClosureDecision(DecisionModel):
    """A committee agreed that an action is closed, or did not, at a meeting.

    `decided_on` is the day of the meeting, `by` who recorded it. The committee is a body of the
    register or a name.
    """

    action = models.ForeignKey(
        AgreedAction, on_delete=models.PROTECT, related_name="closure_decisions"
    )
    agreed = models.BooleanField("agreed to the closure")
    committee = models.CharField(max_length=200, blank=True)
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    minute_reference = models.CharField("minute reference", max_length=60)

    name_needs = ("body",)

    class Meta(DecisionModel.Meta):
        verbose_name = "decision on a closure"
        verbose_name_plural = "decisions on closures"
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=True) ^ Q(committee=""),
                name="a_closure_is_decided_by_one_committee",
            ),
            models.CheckConstraint(
                condition=Q(agreed=True) | ~Q(reason=""),
                name="a_closure_that_is_not_agreed_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{'Closure agreed' if self.agreed else 'Closure not agreed'} by {self.whose}"

    @property
    def whose(self) -> str:
        """The name of the committee."""
        return self.committee or str(self.body)

    def history_subject(self) -> TrackedModel:
        """Read on the recommendation's history page."""
        return self.action.history_subject()
