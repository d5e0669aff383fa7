"""What did a body decide to commission or to decommission, and how well was that considered?

The national study of 2009 (table 6) puts six questions to those who decide. Their answers hang on
the decision, with the evidence for each.
"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.questions.models import AnswerModel, QuestionSet
from govreg.core.ui.addresses import address_of

from .bodies import Body
from .meetings import Meeting


class CommissioningQuerySet(TrackedQuerySet):
    """Questions that people ask of these decisions."""

    def visible_to(self, user: Any) -> "CommissioningQuerySet":
        """Return those that the user may read: also what search and the history may show.

        What was decided at a meeting that is exempt from publication (Local Government Act 1972,
        Schedule 12A) is for those whose role says so.
        """
        scope = "body__partnership__scope"
        seen: Q = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field=scope)
        exempt = user.scope_filter(Permission.VIEW_EXEMPT, field=scope)
        public = Q(meeting=None) | Q(meeting__exempt=False)
        found: CommissioningQuerySet = self.filter(seen & (public | exempt) if exempt else seen)
        return found


class CommissioningDecision(TrackedModel):
    """One decision of a body to commission or to decommission something.

    The edition of what is asked is that of the day on which the decision was recorded.
    """

    class Kind(models.TextChoices):
        """Which of the two it is."""

        COMMISSION = "commission", "Commission"
        DECOMMISSION = "decommission", "Decommission"

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="commissioning", verbose_name="decided by"
    )
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="commissioning"
    )
    subject = models.CharField("service or activity", max_length=300)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    day = models.DateField("decided on")
    outcome = models.TextField("what was decided")
    question_set = models.ForeignKey(
        QuestionSet, on_delete=models.PROTECT, related_name="+", verbose_name="what is asked"
    )
    withdrawn_on = models.DateField("withdrawn on", null=True, blank=True)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = CommissioningQuerySet.as_manager()
    address_needs = ("body__partnership",)

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) ^ ~Q(withdrawn_because=""),
                name="a_commissioning_decision_is_withdrawn_for_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"

    def get_absolute_url(self) -> str:
        """Return the decision's page."""
        return address_of(
            "partnerships:commissioning-decision", self.body.partnership.reference, self.pk
        )


class CommissioningAnswer(AnswerModel):
    """The answer to one of the questions, for one decision."""

    decision = models.ForeignKey(
        CommissioningDecision, on_delete=models.PROTECT, related_name="answers"
    )

    name_needs = ("question",)

    class Meta:
        ordering = ["question__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "question"], name="one_answer_a_question_of_a_decision"
            )
        ]

    def __str__(self) -> str:
        return f"Answer to “{self.question.wording}”"

    def history_subject(self) -> TrackedModel:
        """Read on the decision's history page."""
        return self.decision
