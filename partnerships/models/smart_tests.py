"""Is an action specific, measurable, achievable, relevant and timed, and does it help people?

A person judges, with a note; no score is worked out (review of 2005, section 5.3).
"""

from django.conf import settings
from django.db import models

from govreg.core.history.models import TrackedModel

from .plan_actions import PlanAction


class SmartJudgement(TrackedModel):
    """What somebody judged of one action by one of the six questions."""

    class Criterion(models.TextChoices):
        """The five letters, and the question that the review of 2005 adds."""

        SPECIFIC = "specific", "Specific"
        MEASURABLE = "measurable", "Measurable"
        ACHIEVABLE = "achievable", "Achievable"
        RELEVANT = "relevant", "Relevant"
        TIMED = "timed", "Time-bound"
        OUTCOME = "outcome", "Improves outcomes for people"

    action = models.ForeignKey(
        PlanAction, on_delete=models.PROTECT, related_name="smart_judgements"
    )
    criterion = models.CharField(max_length=12, choices=Criterion.choices)
    is_met = models.BooleanField("met")
    note = models.TextField(blank=True)
    judged_on = models.DateField("judged on")
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="judged by",
    )

    class Meta:
        ordering = ["action", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "criterion"], name="one_judgement_a_criterion_and_action"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_criterion_display()}: {'met' if self.is_met else 'not met'}"

    def history_subject(self) -> TrackedModel:
        """Read on the action's history page."""
        return self.action
