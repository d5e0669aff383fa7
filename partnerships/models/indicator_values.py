"""What was an indicator's figure in a period, in an area or for the whole?

A figure is not edited: a correction is the next revision, and every revision stays to be read. A
revision without a figure takes it back and says why.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel

from .areas import Area
from .indicators import FIGURE, Indicator

#: The quarter of a figure that is of a whole financial year.
WHOLE_YEAR = 0


def period_in_words(financial_year: str, quarter: int) -> str:
    """Return the period of a figure as people write it.

    >>> period_in_words("2006/07", 3), period_in_words("2006/07", WHOLE_YEAR)
    ('Quarter 3 2006/07', '2006/07')
    """
    return f"Quarter {quarter} {financial_year}" if quarter else financial_year


class IndicatorValue(TrackedModel):
    """One figure; of those of an indicator, area and period the highest revision holds."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="values")
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="values"
    )
    financial_year = models.CharField("financial year", max_length=7)
    quarter = models.PositiveSmallIntegerField("quarter, 0 for the year", default=WHOLE_YEAR)
    revision = models.PositiveSmallIntegerField(default=1)
    value = models.DecimalField("figure", null=True, blank=True, **FIGURE)
    reason = models.CharField("why it was corrected", max_length=500, blank=True)
    entered_at = models.DateTimeField("entered at")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="entered by",
    )

    name_needs = ("area",)
    technical = ("financial_year",)

    class Meta:
        ordering = ["-financial_year", "-quarter", "-revision"]
        indexes = [
            models.Index(
                fields=["financial_year", "quarter", "indicator"], name="figures_by_period"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "area", "financial_year", "quarter", "revision"],
                name="one_figure_an_area_period_and_revision",
            ),
            models.UniqueConstraint(
                fields=["indicator", "financial_year", "quarter", "revision"],
                condition=Q(area=None),
                name="one_figure_for_the_whole_a_period_and_revision",
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=0, quarter__lte=4), name="a_figure_is_of_a_quarter_or_year"
            ),
            models.CheckConstraint(
                condition=Q(revision=1, value__isnull=False) | (Q(revision__gt=1) & ~Q(reason="")),
                name="a_corrected_figure_says_why",
            ),
        ]

    def __str__(self) -> str:
        where = f", {self.area}" if self.area else ""
        return f"Figure of {self.period}{where}"

    @property
    def period(self) -> str:
        """The period in words."""
        return period_in_words(self.financial_year, self.quarter)

    def history_subject(self) -> TrackedModel:
        """Read on the indicator's history page."""
        return self.indicator


class DataQualityJudgement(TrackedModel):
    """How well the figures of an indicator meet one of six dimensions, by those who compile them.

    The dimensions are the Audit Commission's of 2007: Improving information to support decision
    making. A later judgement stands beside the earlier ones.
    """

    class Dimension(models.TextChoices):
        """What data of good quality are."""

        ACCURACY = "accuracy", "Accuracy"
        VALIDITY = "validity", "Validity"
        RELIABILITY = "reliability", "Reliability"
        TIMELINESS = "timeliness", "Timeliness"
        RELEVANCE = "relevance", "Relevance"
        COMPLETENESS = "completeness", "Completeness"

    class Judgement(models.TextChoices):
        """How far they are."""

        GOOD = "good", "Good"
        DOUBTS = "doubts", "Some doubts"
        POOR = "poor", "Poor"

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="quality_judgements"
    )
    judged_on = models.DateField("judged on")
    dimension = models.CharField(max_length=12, choices=Dimension.choices)
    judgement = models.CharField(max_length=8, choices=Judgement.choices)
    note = models.TextField()
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="judged by",
    )

    class Meta:
        ordering = ["-judged_on", "-pk"]
        indexes = [models.Index(fields=["indicator", "judged_on"], name="quality_by_indicator")]

    def __str__(self) -> str:
        return f"{self.get_dimension_display()}: {self.get_judgement_display()}"

    def history_subject(self) -> TrackedModel:
        """Read on the indicator's history page."""
        return self.indicator
