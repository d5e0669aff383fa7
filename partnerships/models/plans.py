"""What does a partnership plan to do, under which themes and for which priorities?

A plan states three things for each theme: a vision for the whole, the local priorities, and the
actions (review of 2005, section 3.4). Several plans of areas and one for the whole city may belong
to one plan above them, and are then reported together (scrutiny report of 2007, section 5).
"""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .alignment import StrategicFramework, StrategicTheme
from .partnerships import Partnership


class PlanQuerySet(TrackedQuerySet):
    """Questions that people ask of plans."""

    def visible_to(self, user: Any) -> "PlanQuerySet":
        """Return those of the partnerships that the user may see, and the plans above them.

        A plan above is one table with the plans under it: whoever sees a part sees where it stands.
        """
        if user.may(Permission.VIEW_PARTNERSHIPS):
            return self.all()
        own = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        above = Plan.objects.filter(own, parent__isnull=False).order_by().values("parent_id")
        found: PlanQuerySet = self.filter(own | Q(pk__in=above))
        return found

    def roots(self) -> "PlanQuerySet":
        """Return the plans that belong to no other: each is reported as a whole."""
        found: PlanQuerySet = self.filter(parent=None)
        return found

    def reported_under(self, root: "Plan") -> "PlanQuerySet":
        """Return a plan and those that belong to it, in the order of its table."""
        return self.reported_under_keys([root.pk])

    def reported_under_keys(self, roots: Sequence[int]) -> "PlanQuerySet":
        """Return the plans with these keys and those that belong to them, as a table has them."""
        found: PlanQuerySet = self.filter(Q(pk__in=roots) | Q(parent__in=roots))
        return found.order_by("position", "short_name", "pk")


class Plan(TrackedModel):
    """A plan of one partnership for a period."""

    class Coverage(models.TextChoices):
        """How far a plan reaches; the table adds the plans of areas up before the others."""

        AREA = "area", "One area"
        WIDE = "wide", "The whole area of the council"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="plans")
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plans",
        verbose_name="plan that it belongs to",
    )
    name = models.CharField(max_length=200)
    short_name = models.CharField("name in tables", max_length=40)
    coverage = models.CharField("how far it reaches", max_length=8, choices=Coverage.choices)
    position = models.PositiveSmallIntegerField("place in tables", default=0)
    areas_together = models.CharField(
        "what its area plans are called together", max_length=60, default="All area plans"
    )
    start = models.DateField("runs from")
    end = models.DateField("runs to")
    framework = models.ForeignKey(
        StrategicFramework,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plans",
        verbose_name="strategic framework",
    )
    is_multi_agency = models.BooleanField("a multi-agency plan", default=False)
    note = models.TextField(blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-start", "position", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lte=F("end")), name="a_plan_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["partnership", "name"], name="one_plan_of_a_name_a_partnership"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the plan's page."""
        return address_of("partnerships:plan", self.pk)


class PlanTheme(TrackedModel):
    """A theme under which a plan is structured, with the vision that the plan states for it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="themes")
    theme = models.ForeignKey(StrategicTheme, on_delete=models.PROTECT, related_name="plan_themes")
    vision = models.TextField("vision for the whole", blank=True)

    name_needs = ("theme", "theme__framework")

    class Meta:
        ordering = ["theme__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "theme"], name="a_theme_once_in_a_plan")
        ]

    def __str__(self) -> str:
        return self.theme.name

    def history_subject(self) -> TrackedModel:
        """Read on the plan's history page."""
        return self.plan


class PlanPriority(TrackedModel):
    """One priority of a plan, in its own words."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    theme = models.ForeignKey(
        StrategicTheme,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plan_priorities",
    )
    text = models.CharField("priority", max_length=300)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name_plural = "priorities"
        constraints = [
            models.UniqueConstraint(fields=["plan", "text"], name="a_priority_once_in_a_plan")
        ]

    def __str__(self) -> str:
        return self.text

    def history_subject(self) -> TrackedModel:
        """Read on the plan's history page."""
        return self.plan
