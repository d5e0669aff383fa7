"""What did a committee decide on a report, and what follows from it?"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel, TrackedQuerySet
from partnerships.models import Post

from .follow_up import FollowUpIssue
from .scrutiny import ScrutinyIssue


class CommitteeDecision(TrackedModel):
    """One decision on an issued report, as the minutes have it. It is corrected with a reason.

    The report is of one of two kinds: a follow-up of recommendations, or one written for scrutiny.
    """

    class Kind(models.TextChoices):
        """What was decided, in the words of minutes."""

        NOTED = "noted", "Noted"
        EXTENSION = "extension", "Extension granted"
        OFFICER_CALLED = "officer-called", "Officer called to a meeting"
        FURTHER_SCRUTINY = "further-scrutiny", "Further scrutiny"
        REFERRED = "referred", "Referred to another body"
        OTHER = "other", "Another decision"

    #: What cannot be decided without something that is to follow.
    FOLLOWED = (Kind.OFFICER_CALLED, Kind.FURTHER_SCRUTINY)

    issue = models.ForeignKey(
        FollowUpIssue,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
        verbose_name="version of a follow-up report",
    )
    scrutiny_issue = models.ForeignKey(
        ScrutinyIssue,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
        verbose_name="version of a scrutiny report",
    )
    kind = models.CharField("what was decided", max_length=20, choices=Kind.choices)
    decided_on = models.DateField("decided on")
    minute_reference = models.CharField("minute reference", max_length=60)
    words = models.TextField("the decision in words", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["decided_on", "pk"]
        verbose_name = "decision of a committee"
        constraints = [
            models.CheckConstraint(
                condition=Q(issue__isnull=True) ^ Q(scrutiny_issue__isnull=True),
                name="a_decision_is_on_one_report",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, minute {self.minute_reference}"

    @property
    def about(self) -> FollowUpIssue | ScrutinyIssue:
        """The version that was decided on."""
        found = self.issue or self.scrutiny_issue
        assert found is not None  # a constraint says so
        return found

    def history_subject(self) -> TrackedModel:
        """Read on the report's history page."""
        report: TrackedModel = self.about.report
        return report


class WorkProgrammeItemQuerySet(TrackedQuerySet):
    """Questions that people ask of a work programme."""

    def visible_to(self, user: Any) -> "WorkProgrammeItemQuerySet":
        """Return those that follow from reports that a user may see."""
        seen = FollowUpIssue.objects.visible_to(user).order_by().values("pk")
        scrutiny = ScrutinyIssue.objects.visible_to(user).order_by().values("pk")
        return self.filter(Q(decision__issue__in=seen) | Q(decision__scrutiny_issue__in=scrutiny))

    def open(self) -> "WorkProgrammeItemQuerySet":
        """Return those that are still to be done."""
        return self.filter(done_on=None)


class WorkProgrammeItem(TrackedModel):
    """What a committee wants to hear or see at a later meeting, because of a decision."""

    decision = models.ForeignKey(
        CommitteeDecision, on_delete=models.PROTECT, related_name="programme"
    )
    what = models.CharField("what is to come", max_length=300)
    due_on = models.DateField("for the meeting of", null=True, blank=True)
    post = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="responsible post",
    )
    done_on = models.DateField("done on", null=True, blank=True)
    result = models.TextField("what came of it", blank=True)

    objects = WorkProgrammeItemQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = "item of the work programme"
        verbose_name_plural = "items of the work programme"
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) ^ ~Q(result=""),
                name="a_finished_item_says_what_came_of_it",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def history_subject(self) -> TrackedModel:
        """Read on the report's history page."""
        report: TrackedModel = self.decision.about.report
        return report
