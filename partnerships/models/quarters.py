"""Which quarters of a plan are open, closed or published, and what did each say when it closed?

A closed quarter is frozen: later answers do not change it. Reopening makes a new version beside the
old, and every version stays to be read.
"""

from typing import Any

from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.quarters import Quarter, quarter_known_as
from govreg.core.ui.addresses import address_of

from .plans import Plan


class ReportingQuarterQuerySet(TrackedQuerySet):
    """Questions that people ask of the quarters of plans."""

    def visible_to(self, user: Any) -> "ReportingQuarterQuerySet":
        """Return those of the plans that the user may see."""
        seen = Plan.objects.visible_to(user).order_by().values("pk")
        found: ReportingQuarterQuerySet = self.filter(plan__in=seen)
        return found

    def of(self, plan: Plan, quarter: Quarter) -> "ReportingQuarterQuerySet":
        """Return the one of a plan and quarter, if it was ever opened."""
        found: ReportingQuarterQuerySet = self.filter(
            plan=plan.parent_id or plan.pk,
            financial_year=str(quarter.year),
            quarter=quarter.number,
        )
        return found


class ReportingQuarter(TrackedModel):
    """One quarter in which the actions of a plan, and of those under it, are asked for."""

    class State(models.TextChoices):
        """How far a quarter is."""

        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"
        PUBLISHED = "published", "Published"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="quarters")
    financial_year = models.CharField("financial year", max_length=7)
    quarter = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    opened_on = models.DateField("opened on")
    answers_by = models.DateField("answers asked by")
    closed_on = models.DateField("closed on", null=True, blank=True)
    published_on = models.DateField("published on", null=True, blank=True)

    objects = ReportingQuarterQuerySet.as_manager()
    name_needs = ("plan",)
    technical = ("financial_year",)

    class Meta:
        ordering = ["-financial_year", "-quarter", "plan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "financial_year", "quarter"], name="a_quarter_once_a_plan"
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4), name="a_plan_is_asked_in_4_quarters"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_on=None, published_on=None)
                | Q(state="closed", closed_on__isnull=False, published_on=None)
                | Q(state="published", closed_on__isnull=False, published_on__isnull=False),
                name="a_quarter_says_when_it_closed_and_was_published",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, {self.period}"

    @property
    def period(self) -> Quarter:
        """Which quarter it is."""
        return quarter_known_as(financial_year=self.financial_year, number=self.quarter)

    @property
    def is_open(self) -> bool:
        """Whether answers count still."""
        return self.state == self.State.OPEN

    def get_absolute_url(self) -> str:
        """Return the quarter's page."""
        return address_of("partnerships:plan-quarter", self.plan_id, self.period.slug)


class QuarterVersion(TrackedModel):
    """What a quarter said when it was closed, once for every time that it was."""

    reporting = models.ForeignKey(
        ReportingQuarter, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    closed_at = models.DateTimeField("closed at")
    closed_on = models.DateField("closed on")
    #: Kept when the quarter is reopened; until then the quarter says it.
    published_on = models.DateField("published on", null=True, blank=True)
    reopened_on = models.DateField("reopened on", null=True, blank=True)
    reopened_because = models.TextField("why it was reopened", blank=True)

    name_needs = ("reporting", "reporting__plan")

    class Meta:
        ordering = ["reporting", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["reporting", "number"], name="one_version_a_number_and_quarter"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reporting}, version {self.number}"

    def history_subject(self) -> TrackedModel:
        """Read on the quarter's history page."""
        return self.reporting


class FrozenPlan(TrackedModel):
    """One plan's figures of a version, with how each of its actions stood.

    `lines` has a list for each action: the keys of the action, its answer (or nothing), its lead,
    priority and theme, and its status. Grouped anew and followed down, a closed quarter says the
    same as on the day.
    """

    version_of = models.ForeignKey(QuarterVersion, on_delete=models.PROTECT, related_name="plans")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="frozen")
    short_name = models.CharField("name in tables", max_length=40)
    green = models.PositiveIntegerField()
    amber = models.PositiveIntegerField()
    red = models.PositiveIntegerField()
    white = models.PositiveIntegerField()
    blank = models.PositiveIntegerField()
    lines = models.JSONField("how each action stood")

    name_needs = ("version_of__reporting__plan",)
    history_repeats = ("lines",)

    class Meta:
        ordering = ["version_of", "plan__position", "plan__short_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version_of", "plan"], name="a_plan_is_frozen_once_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.short_name}, {self.version_of}"

    def history_subject(self) -> TrackedModel:
        """Read on the quarter's history page."""
        return self.version_of.reporting
