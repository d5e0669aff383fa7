"""What does a person scan in the lists of indicators?"""

from decimal import Decimal
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef

from govreg.core.search.index import having_words
from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from govreg.core.ui.words import figure
from partnerships.models import DataQualityJudgement, Indicator, IndicatorChallenge
from partnerships.models.indicator_values import period_in_words
from partnerships.rules.indicator_values import FigureStanding, is_off_target, standing_of

NO_PLAN, NOT_JUDGED, UNANSWERED = "plan", "judgement", "answer"
STANDINGS = [("", "Stands"), ("withdrawn", "Withdrawn"), ("all", "All")]


class IndicatorFilter(RegisterFilterSet):
    """Words, part of the set, theme, baseline and standing."""

    words = django_filters.CharFilter(label="Words", method="by_words")
    group = django_filters.ChoiceFilter(label="Set", choices=Indicator.Group.choices)
    theme = django_filters.CharFilter(
        label="Theme", field_name="theme__name", lookup_expr="icontains"
    )
    plan = django_filters.CharFilter(label="Plan", field_name="plan__name", lookup_expr="icontains")
    baseline = django_filters.ChoiceFilter(
        label="Baseline",
        choices=[("stated", "Stated"), ("new", "New, none"), ("missing", "Not entered")],
        method="by_baseline",
    )
    checked = django_filters.ChoiceFilter(
        label="Missing",
        choices=[
            (NO_PLAN, "A delivery plan"),
            (NOT_JUDGED, "A judgement of its data"),
            (UNANSWERED, "An answer to a challenge"),
        ],
        method="by_missing",
    )
    standing = django_filters.ChoiceFilter(
        label="Standing", choices=STANDINGS, empty_label=None, method="as_it_is"
    )

    class Meta:
        model = Indicator
        fields: list[str] = []

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those whose name, reference or meaning has the words."""
        return having_words(rows, value)

    def by_baseline(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with a baseline, with honestly none, or where nothing was entered."""
        if value == "stated":
            return rows.exclude(baseline=None)
        return rows.filter(baseline=None, has_no_baseline=value == "new")

    def by_missing(self, rows: Any, name: str, value: str) -> Any:
        """Keep those that lack something that each indicator is to have."""
        if value == NO_PLAN:
            return rows.filter(delivery_plan=None, delivery_document=None)
        if value == NOT_JUDGED:
            judged = DataQualityJudgement.objects.filter(indicator=OuterRef("pk"))
            return rows.filter(~Exists(judged))
        open_ones = IndicatorChallenge.objects.filter(indicator=OuterRef("pk"), answered_on=None)
        return rows.filter(Exists(open_ones))

    def as_it_is(self, rows: Any, name: str, value: Any) -> Any:
        """Leave it to `filter_queryset`: nothing chosen means those that stand."""
        return rows

    def filter_queryset(self, queryset: Any) -> Any:
        """Keep what is asked for."""
        rows = super().filter_queryset(queryset)
        standing = self.form.cleaned_data.get("standing")
        if standing == "withdrawn":
            return rows.exclude(withdrawn_on=None)
        return rows if standing == "all" else rows.filter(withdrawn_on=None)


def standing_of_last(row: Any) -> FigureStanding:
    """Return how good a listed indicator's last figure is."""
    return standing_of(row.last_value, better=row.better, good=row.good_from, poor=row.poor_from)


def standing_tag(standing: FigureStanding) -> Any:
    """Return the word in its colour; nothing where there is no figure."""
    if standing is FigureStanding.NONE:
        return ""
    return tag(standing.label, standing.colour)


def _exact(value: Decimal | None) -> Decimal | None:
    """Return a figure as it was entered: some databases give more digits."""
    return None if value is None else round(value, 4).normalize() + 0


def _period(row: Any) -> str:
    return period_in_words(row.last_year, row.last_quarter) if row.last_year else ""


def _against_target(row: Any) -> str:
    if row.last_value is None or row.last_target is None:
        return ""
    off = is_off_target(row.last_value, row.last_target, better=row.better)
    return "Off target" if off else "On target"


class IndicatorList(RegisterList):
    """Every indicator that the reader may see, with its last figure for the whole."""

    columns = [
        Column(
            "Reference",
            "reference",
            sort=("position", "reference"),
            cell=lambda row: link(row.get_absolute_url(), row.reference),
        ),
        Column("Indicator", "name", sort="name"),
        Column("Partnership", "partnership.name", sort="partnership__name"),
        Column("Set", lambda row: row.get_group_display(), sort="group"),
        Column("Theme", "theme.name", sort="theme__position", missing="No theme"),
        Column(
            "Last figure",
            lambda row: _exact(row.last_value),
            sort="last_value",
            cell=lambda row: figure(row.last_value),
            numeric=True,
            missing="None",
        ),
        Column("Unit", "unit"),
        Column("Period", _period, sort=("last_year", "last_quarter")),
        Column(
            "Standing",
            lambda row: standing_of_last(row).label,
            cell=lambda row: standing_tag(standing_of_last(row)),
        ),
        Column(
            "Target",
            _against_target,
            cell=lambda row: (
                tag("Off target", "red")
                if _against_target(row) == "Off target"
                else _against_target(row)
            ),
            missing="No target",
        ),
    ]
    filterset = IndicatorFilter
    order = "reference"
    dense = True
    noun = ("indicator", "indicators")
    caption = "Indicators"
    empty = (
        "The indicators of partnerships stand here with their last figures. Whoever keeps "
        "the plans of a partnership adds them from its page."
    )


class PartnershipIndicatorList(IndicatorList):
    """The same for one partnership, whose name stands above."""

    columns = [column for column in IndicatorList.columns if column.header != "Partnership"]
