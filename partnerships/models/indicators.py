"""By which figures does a partnership know whether life gets better?

An indicator is negotiated, local or statutory; whoever compiles it and whoever accounts for it are
posts. A baseline is a figure of a period, or honestly none (review of 2007, section 4.5).
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .alignment import StrategicTheme
from .documents import GovernanceDocument
from .partnerships import Partnership
from .plans import Plan
from .posts import Post

#: Figures are exact: up to fourteen digits before the point and four after it.
FIGURE: Any = {"max_digits": 18, "decimal_places": 4}


class IndicatorQuerySet(TrackedQuerySet):
    """Questions that people ask of indicators."""

    def visible_to(self, user: Any) -> "IndicatorQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: IndicatorQuerySet = self.filter(scopes)
        return found

    def standing(self, *, on: date) -> "IndicatorQuerySet":
        """Return those that were not withdrawn by a day."""
        found: IndicatorQuerySet = self.filter(
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
        )
        return found


class Indicator(TrackedModel):
    """One measure of a partnership or of a plan, with its baseline and its thresholds."""

    class Group(models.TextChoices):
        """Which part of the set it belongs to, as in a local area agreement."""

        NEGOTIATED = "negotiated", "Negotiated"
        LOCAL = "local", "Local"
        STATUTORY = "statutory", "Statutory"

    class Better(models.TextChoices):
        """In which direction its figures are to go."""

        HIGHER = "higher", "Higher is better"
        LOWER = "lower", "Lower is better"

    class Frequency(models.TextChoices):
        """For which periods it has figures."""

        QUARTERLY = "quarterly", "Each quarter"
        YEARLY = "yearly", "Each financial year"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="indicators"
    )
    plan = models.ForeignKey(
        Plan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="indicators",
        verbose_name="plan that it belongs to",
    )
    reference = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    group = models.CharField("set", max_length=12, choices=Group.choices)
    measures = models.TextField("what it measures")
    unit = models.CharField(max_length=60)
    better = models.CharField("which way is better", max_length=8, choices=Better.choices)
    frequency = models.CharField("has figures for", max_length=12, choices=Frequency.choices)
    position = models.PositiveSmallIntegerField("place in tables", default=0)
    theme = models.ForeignKey(
        StrategicTheme,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="indicators",
        verbose_name="theme or outcome that it serves",
    )
    baseline = models.DecimalField(null=True, blank=True, **FIGURE)
    baseline_period = models.CharField("period of the baseline", max_length=60, blank=True)
    has_no_baseline = models.BooleanField("new, no baseline", default=False)
    good_from = models.DecimalField("good from", null=True, blank=True, **FIGURE)
    poor_from = models.DecimalField("poor beyond", null=True, blank=True, **FIGURE)
    compiler = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="compiling officer’s post",
    )
    accountable = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="accountable officer’s post",
    )
    delivery_plan = models.ForeignKey(
        Plan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="delivery plan in the register",
    )
    delivery_document = models.ForeignKey(
        GovernanceDocument,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="document that is its delivery plan",
    )
    note = models.TextField(blank=True)
    withdrawn_on = models.DateField("withdrawn on", null=True, blank=True)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = IndicatorQuerySet.as_manager()
    technical = ("reference",)

    class Meta:
        ordering = ["partnership", "position", "reference", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="one_indicator_a_reference"
            ),
            models.CheckConstraint(
                condition=Q(baseline=None) | (~Q(baseline_period="") & Q(has_no_baseline=False)),
                name="a_baseline_is_of_a_period",
            ),
            models.CheckConstraint(
                condition=Q(good_from=None, poor_from=None)
                | Q(better="higher", good_from__gte=F("poor_from"))
                | Q(better="lower", good_from__lte=F("poor_from")),
                name="the_limits_of_an_indicator_go_its_way",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_because="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_because="")),
                name="a_withdrawn_indicator_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.name}"

    def get_absolute_url(self) -> str:
        """Return the indicator's page."""
        return address_of("partnerships:indicator", self.pk)

    @property
    def is_yearly(self) -> bool:
        """Whether its figures are of whole financial years."""
        return self.frequency == self.Frequency.YEARLY


class IndicatorTarget(TrackedModel):
    """What an indicator is to reach in one financial year."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    financial_year = models.CharField("financial year", max_length=7)
    value = models.DecimalField("target", **FIGURE)

    technical = ("financial_year",)

    class Meta:
        ordering = ["financial_year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "financial_year"], name="one_target_a_year_and_indicator"
            )
        ]

    def __str__(self) -> str:
        return f"Target for {self.financial_year}: {self.value.normalize():f}"

    def history_subject(self) -> TrackedModel:
        """Read on the indicator's history page."""
        return self.indicator


class IndicatorChallenge(TrackedModel):
    """What another partnership asked about an indicator, and what was answered.

    Partnerships challenge each other's indicators, so that none is judged only by those who answer
    for it.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="challenges")
    challenger = models.ForeignKey(
        Partnership,
        on_delete=models.PROTECT,
        related_name="challenges_made",
        verbose_name="partnership that challenged",
    )
    day = models.DateField("challenged on")
    asked = models.TextField("what was asked")
    answered_on = models.DateField("answered on", null=True, blank=True)
    answer = models.TextField("what was answered", blank=True)

    name_needs = ("challenger",)

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, answer="")
                | (Q(answered_on__gte=F("day")) & ~Q(answer="")),
                name="a_challenge_is_answered_after_it",
            )
        ]

    def __str__(self) -> str:
        return f"Challenge by {self.challenger}"

    def history_subject(self) -> TrackedModel:
        """Read on the indicator's history page."""
        return self.indicator
