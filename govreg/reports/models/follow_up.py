"""Which follow-up reports are prepared for which committee, and which versions were issued?"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from partnerships.models import Partnership
from reviews.models import Review

from .issues import IssueModel

ISSUED = Permission.VIEW_ISSUED_REVIEWS


class FollowUpReportQuerySet(TrackedQuerySet):
    """Questions that people ask of follow-up reports."""

    def visible_to(self, user: Any) -> "FollowUpReportQuerySet":
        """Return those of which a user may read everything they can tell.

        Whoever reads the issued reviews of the whole council reads all reports; others those of a
        review or of a partnership that they may see.
        """
        if user.may(ISSUED):
            return self.all()
        if not user.may_somewhere(ISSUED):
            return self.none()
        reviews = Review.objects.visible_to(user).order_by().values("pk")
        partnerships = Partnership.objects.filter(user.scope_filter(ISSUED)).order_by()
        return self.filter(
            Q(review=None) | Q(review__in=reviews),
            Q(partnership=None) | Q(partnership__in=partnerships.values("pk")),
            Q(review__isnull=False) | Q(partnership__isnull=False),
        )


class FollowUpReport(TrackedModel):
    """A report for one meeting of a committee: since when, and of what it tells."""

    title = models.CharField(max_length=200)
    committee = models.CharField(max_length=200)
    meeting_on = models.DateField("day of the meeting", null=True, blank=True)
    since = models.DateField("last meeting on")
    review = models.ForeignKey(
        Review, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    partnership = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    priority = models.CharField("priority (its mark)", max_length=10, blank=True)

    objects = FollowUpReportQuerySet.as_manager()

    class Meta:
        ordering = [F("meeting_on").desc(nulls_first=True), "-pk"]
        verbose_name = "follow-up report"
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting_on__isnull=True) | Q(since__lt=F("meeting_on")),
                name="a_follow_up_begins_before_its_meeting",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the report's page."""
        return address_of("follow-up:report", self.pk)


class FollowUpIssueQuerySet(TrackedQuerySet):
    """Questions that people ask of issued versions."""

    def visible_to(self, user: Any) -> "FollowUpIssueQuerySet":
        """Return those of the reports that a user may see."""
        if not user.may_somewhere(ISSUED):
            return self.none()
        seen = FollowUpReport.objects.visible_to(user).order_by().values("pk")
        return self.filter(report__in=seen)


class FollowUpIssue(IssueModel):
    """One frozen version of a follow-up report."""

    report = models.ForeignKey(FollowUpReport, on_delete=models.PROTECT, related_name="issues")

    objects = FollowUpIssueQuerySet.as_manager()
    name_needs = ("report",)

    class Meta:
        ordering = ["-number"]
        verbose_name = "issued follow-up report"
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"], name="one_issue_a_version_of_a_follow_up"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report.title}, version {self.number}"

    def get_absolute_url(self) -> str:
        """Return the version's page."""
        return address_of("follow-up:version", self.report_id, self.number)

    def history_subject(self) -> TrackedModel:
        """Read on the report's history page."""
        return self.report
