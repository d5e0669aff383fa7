"""How did a plan action stand in a quarter, by the answer of the agency that leads it?

Green, amber and red are left as the lead agency reports them. White and blank are no answers: they
follow from the day on which an action starts and from there being none (scrutiny report of 2007,
section 5.2). An answer is not edited; a correction is the next revision.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel
from govreg.core.quarters import Quarter, quarter_known_as

from .plan_actions import PlanAction


class QuarterlyAnswer(TrackedModel):
    """One answer for one action and quarter; the highest revision holds."""

    class Rating(models.TextChoices):
        """What a lead agency may report."""

        GREEN = "green", "Green"
        AMBER = "amber", "Amber"
        RED = "red", "Red"

    action = models.ForeignKey(PlanAction, on_delete=models.PROTECT, related_name="answers")
    financial_year = models.CharField("financial year", max_length=7)
    quarter = models.PositiveSmallIntegerField()
    revision = models.PositiveSmallIntegerField(default=1)
    rating = models.CharField(max_length=8, choices=Rating.choices)
    reason = models.TextField("why it is not green", blank=True)
    narrative = models.TextField("what was done", blank=True)
    value = models.DecimalField(
        "reached so far", max_digits=14, decimal_places=2, null=True, blank=True
    )
    answered_at = models.DateTimeField("answered at")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="answered by",
    )
    is_late = models.BooleanField("after the quarter was closed", default=False)

    technical = ("financial_year",)

    class Meta:
        ordering = ["-financial_year", "-quarter", "-revision"]
        indexes = [
            models.Index(fields=["financial_year", "quarter", "action"], name="answers_by_quarter")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "financial_year", "quarter", "revision"],
                name="one_answer_a_revision_quarter_and_action",
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4),
                name="an_answer_is_of_a_quarter",
            ),
            models.CheckConstraint(
                condition=Q(rating="green") | ~Q(reason=""), name="amber_and_red_say_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rating_display()}, {self.period}"

    @property
    def period(self) -> Quarter:
        """The quarter that it is for, whenever it was given."""
        return quarter_known_as(financial_year=self.financial_year, number=self.quarter)

    def history_subject(self) -> TrackedModel:
        """Read on the action's history page."""
        return self.action
