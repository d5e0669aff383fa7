"""Which reports on the progress of plans are written for scrutiny, and which were issued?

The form is that of a report to a scrutiny committee (Leeds, April 2007): a header, numbered
paragraphs in sections, and tables that stand in the text.
"""

from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.quarters import Quarter, quarter_known_as
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date
from partnerships.models import Plan

from .issues import IssueModel


class ScrutinyReportQuerySet(TrackedQuerySet):
    """Questions that people ask of scrutiny reports."""

    def visible_to(self, user: Any) -> "ScrutinyReportQuerySet":
        """Return the issued ones that a user may see, and the drafts of those who write them.

        A report tells of every plan that is reported with its own, so its reader must see all of
        their partnerships.
        """
        if not user.may_somewhere(Permission.VIEW_PARTNERSHIPS):
            return self.none()
        readable = self
        if not user.may(Permission.VIEW_PARTNERSHIPS):
            seen = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
            told = Plan.objects.filter(Q(pk=OuterRef("plan")) | Q(parent=OuterRef("plan")))
            seen_plans = Plan.objects.filter(seen).order_by().values("pk")
            readable = self.filter(~Exists(told.order_by().exclude(pk__in=seen_plans)))
        if user.may(Permission.ISSUE_REPORTS):
            return readable
        writes = user.scope_filter(Permission.ISSUE_REPORTS, field="plan__partnership__scope")
        issued = ScrutinyIssue.objects.filter(report=OuterRef("pk")).order_by()
        found: ScrutinyReportQuerySet = readable.filter(Exists(issued) | writes)
        return found

    def written_by(self, user: Any) -> "ScrutinyReportQuerySet":
        """Return those whose draft a user may see: the visible ones that they write."""
        seen = self.visible_to(user)
        if user.may(Permission.ISSUE_REPORTS):
            return seen
        writes = user.scope_filter(Permission.ISSUE_REPORTS, field="plan__partnership__scope")
        return seen.filter(writes)


class ScrutinyReport(TrackedModel):
    """A report for a scrutiny committee on a plan, and those under it, in one quarter."""

    report_of = models.CharField("report of", max_length=200)
    committee = models.CharField(max_length=200)
    meeting_on = models.DateField("day of the meeting", null=True, blank=True)
    meeting_in_words = models.CharField("meeting, in words", max_length=60, blank=True)
    subject = models.CharField(max_length=200)
    wards = models.CharField("electoral wards affected", max_length=300, default="All")
    equality = models.BooleanField("equality and diversity", default=False)
    cohesion = models.BooleanField("community cohesion", default=False)
    narrowing_the_gap = models.BooleanField("narrowing the gap", default=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    financial_year = models.CharField("financial year", max_length=7)
    quarter = models.PositiveSmallIntegerField()

    objects = ScrutinyReportQuerySet.as_manager()
    technical = ("financial_year",)

    class Meta:
        ordering = [F("meeting_on").desc(nulls_first=True), "-pk"]
        verbose_name = "scrutiny report"
        constraints = [
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4),
                name="a_scrutiny_report_is_of_one_of_4_quarters",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.period}"

    @property
    def period(self) -> Quarter:
        """The quarter that it tells of."""
        return quarter_known_as(financial_year=self.financial_year, number=self.quarter)

    @property
    def meeting(self) -> str:
        """The day of the meeting, or the words for it; empty where it is not known."""
        return long_date(self.meeting_on) if self.meeting_on else self.meeting_in_words

    def get_absolute_url(self) -> str:
        """Return the report's page."""
        return address_of("scrutiny:report", self.pk)


class ScrutinySectionQuerySet(TrackedQuerySet):
    """Questions that people ask of the sections of drafts."""

    def visible_to(self, user: Any) -> "ScrutinySectionQuerySet":
        """Return those of the reports that a user writes: a draft is read by nobody else."""
        written = ScrutinyReport.objects.written_by(user).order_by().values("pk")
        return self.filter(report__in=written)


class ScrutinySection(TrackedModel):
    """One section of a report as its author writes it: Markdown, with named tables in it."""

    report = models.ForeignKey(ScrutinyReport, on_delete=models.PROTECT, related_name="sections")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)

    objects = ScrutinySectionQuerySet.as_manager()
    name_needs = ("report",)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = "section of a scrutiny report"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of its report, where it is read."""
        return address_of("scrutiny:report", self.report_id)

    def history_subject(self) -> TrackedModel:
        """Read on the report's history page."""
        return self.report


class ScrutinyIssueQuerySet(TrackedQuerySet):
    """Questions that people ask of issued versions."""

    def visible_to(self, user: Any) -> "ScrutinyIssueQuerySet":
        """Return those of the reports that a user may see."""
        if not user.may_somewhere(Permission.VIEW_PARTNERSHIPS):
            return self.none()
        seen = ScrutinyReport.objects.visible_to(user).order_by().values("pk")
        return self.filter(report__in=seen)


class ScrutinyIssue(IssueModel):
    """One frozen version of a scrutiny report."""

    report = models.ForeignKey(ScrutinyReport, on_delete=models.PROTECT, related_name="issues")

    objects = ScrutinyIssueQuerySet.as_manager()
    name_needs = ("report",)

    class Meta:
        ordering = ["-number"]
        verbose_name = "issued scrutiny report"
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"], name="one_issue_a_version_of_a_scrutiny_report"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report.subject}, version {self.number}"

    def get_absolute_url(self) -> str:
        """Return the version's page."""
        return address_of("scrutiny:version", self.report_id, self.number)

    def history_subject(self) -> TrackedModel:
        """Read on the report's history page."""
        return self.report
