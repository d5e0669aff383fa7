"""To which strategy does a partnership's work belong, and what does it say that it contributes?

A partnership should be able to show its part in the strategy of those who take part in it (review
of 2005, recommendation 1). For each theme a plan states three things: the vision for the whole, the
local priorities, and the actions (section 3.4).
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .partnerships import Partnership
from .periods import DatedModel, DatedQuerySet


class FrameworkQuerySet(DatedQuerySet):
    """Questions that people ask of strategic frameworks."""

    def visible_to(self, user: Any) -> "FrameworkQuerySet":
        """Return all to anybody who sees partnerships: strategies are public."""
        found: FrameworkQuerySet = (
            self.all() if user.may_somewhere(Permission.VIEW_PARTNERSHIPS) else self.none()
        )
        return found


class StrategicFramework(DatedModel):
    """A strategy that partnerships are to serve, such as a community strategy."""

    class Kind(models.TextChoices):
        """What sort of strategy it is."""

        COMMUNITY = "community", "Sustainable community strategy"
        CORPORATE = "corporate", "Corporate plan"
        CHILDREN = "children", "Children and young people’s plan"
        AGREEMENT = "agreement", "Local or multi-area agreement"
        OTHER = "other", "Other strategy"

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    period = models.CharField(
        "period", max_length=100, blank=True, help_text="In the words it is known in"
    )
    note = models.TextField(blank=True)

    objects = FrameworkQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the framework's page."""
        return address_of("partnerships:framework", self.pk)


class StrategicTheme(TrackedModel):
    """One aim, theme or outcome of a framework."""

    class Kind(models.TextChoices):
        """What the framework calls it."""

        AIM = "aim", "Aim"
        THEME = "theme", "Theme"
        OUTCOME = "outcome", "Outcome"

    framework = models.ForeignKey(
        StrategicFramework, on_delete=models.PROTECT, related_name="themes"
    )
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.THEME)
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    name_needs = ("framework",)

    class Meta:
        ordering = ["kind", "position", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "kind", "name"], name="one_theme_a_name_in_a_framework"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.framework})"

    def history_subject(self) -> TrackedModel:
        """Read on the framework's history page."""
        return self.framework


class ContributionQuerySet(TrackedQuerySet):
    """Questions that people ask of statements of contribution."""

    def standing(self, *, on: date) -> "ContributionQuerySet":
        """Return of each partnership and theme the last statement of a day, if it contributes."""
        then = ThemeContribution.objects.filter(day__lte=on)
        same = then.filter(partnership=OuterRef("partnership"), theme=OuterRef("theme"))
        last = same.order_by("-day", "-pk").values("pk")[:1]
        found: ContributionQuerySet = self.filter(contributes=True, pk=Subquery(last))
        return found


class ThemeContribution(TrackedModel):
    """What a partnership says, on a day, that it contributes to a theme.

    It is not edited: the next statement is a new row, and one that no longer contributes says so.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="theme_contributions"
    )
    theme = models.ForeignKey(
        StrategicTheme, on_delete=models.PROTECT, related_name="contributions"
    )
    day = models.DateField("stated on")
    contributes = models.BooleanField(default=True)
    vision = models.TextField("vision for the whole", blank=True)
    priorities = models.TextField("local priorities", blank=True)
    actions = models.TextField(blank=True)

    objects = ContributionQuerySet.as_manager()
    name_needs = ("theme", "theme__framework")

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [
            models.Index(fields=["partnership", "theme", "-day"], name="contribution_by_theme")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(contributes=False) | ~Q(vision="", priorities="", actions=""),
                name="a_contribution_says_what_it_is",
            )
        ]

    def __str__(self) -> str:
        return f"Contribution to {self.theme}"

    def history_subject(self) -> TrackedModel:
        """Read on the partnership's history page."""
        return self.partnership


def is_aligned(*, on: date) -> Exists:
    """Return whether a partnership contributes on a day to a theme of a framework then in force."""
    frameworks = StrategicFramework.objects.in_force(on=on).order_by().values("pk")
    rows = ThemeContribution.objects.standing(on=on)
    return Exists(rows.filter(partnership=OuterRef("pk"), theme__framework__in=frameworks))
