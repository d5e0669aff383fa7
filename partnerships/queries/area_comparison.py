"""How do areas compare in a quarter, indicator by indicator?

Case 19 of the national study of 2009 lays 42 communities beside each other by 33 statistics, in
colours. Here every colour has its word, by the limits that are kept with each indicator.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from govreg.core import clock
from govreg.core.financial_years import FinancialYear
from govreg.core.quarters import Quarter, quarter_known_as, quarter_of
from partnerships.models import (
    WHOLE_YEAR,
    Area,
    Indicator,
    IndicatorValue,
    Partnership,
    StrategicTheme,
)
from partnerships.rules.indicator_values import FigureStanding, standing_of

#: How many quarters the chooser offers, back from the last that has figures.
QUARTERS_OFFERED = 16
Figures = Mapping[tuple[int, int], Decimal]


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator of the comparison, with the period that its figures are of."""

    indicator: Indicator
    period: str

    def standing(self, value: Decimal | None) -> FigureStanding:
        """Return how good a figure of it is."""
        one = self.indicator
        return standing_of(value, better=one.better, good=one.good_from, poor=one.poor_from)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Areas by indicators in one quarter; `figures` goes by the keys of area and indicator."""

    quarter: Quarter
    quarters: list[Quarter]
    themes: list[StrategicTheme]
    areas: list[Area]
    indicators: list[Compared]
    figures: Figures

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to compare."""
        return not (self.areas and self.indicators and self.figures)


def year_complete(quarter: Quarter) -> FinancialYear:
    """Return the last financial year that had ended when a quarter did.

    >>> str(year_complete(Quarter(FinancialYear(2006), 3)))
    '2005/06'
    """
    return quarter.year if quarter.number == 4 else quarter.year.after(-1)


def comparison(
    partnership: Partnership, *, asked: Quarter | None = None, theme: str = ""
) -> Comparison:
    """Return the comparison of a quarter; of the last that has figures where none is asked.

    Five queries, one of which reads the figures, however many there are.
    """
    standing = Indicator.objects.filter(partnership=partnership, withdrawn_on=None)
    every = list(standing.select_related("theme").order_by("position", "reference"))
    themes = {one.theme.pk: one.theme for one in every if one.theme}
    shown = [one for one in every if not theme or str(one.theme_id) == theme]
    last = _last_quarter(every)
    quarter = asked or last
    year = year_complete(quarter)
    figures = _figures(shown, quarter, year)
    areas = _areas({area for area, _ in figures})
    quarters = [last]
    while len(quarters) < QUARTERS_OFFERED:
        quarters.append(quarters[-1].previous)
    return Comparison(
        quarter=quarter,
        quarters=quarters if quarter in quarters else sorted([*quarters, quarter], reverse=True),
        themes=sorted(themes.values(), key=lambda one: (one.position, one.name)),
        areas=areas,
        indicators=[Compared(one, str(year) if one.is_yearly else str(quarter)) for one in shown],
        figures=figures,
    )


def _areas(with_figures: set[int]) -> list[Area]:
    """Return the areas that have figures, and those of the same sort that have none."""
    every = list(Area.objects.all())
    kinds = {one.kind for one in every if one.pk in with_figures}
    return [
        one for one in every if one.pk in with_figures or (one.kind in kinds and not one.is_closed)
    ]


def _last_quarter(indicators: list[Indicator]) -> Quarter:
    """Return the last quarter for which an area has a figure; a year counts as its last one."""
    kept = IndicatorValue.objects.filter(
        indicator__in=[one.pk for one in indicators], area__isnull=False
    )
    found = kept.order_by("-financial_year", "-quarter").values_list("financial_year", "quarter")
    for year, number in found[:1]:
        return quarter_known_as(financial_year=year, number=number or 4)
    return quarter_of(clock.today()).previous


def _figures(
    indicators: list[Indicator], quarter: Quarter, year: FinancialYear
) -> dict[tuple[int, int], Decimal]:
    """Return the figures that hold, by area and indicator: one query."""
    periods = Q(financial_year=str(quarter.year), quarter=quarter.number)
    periods |= Q(financial_year=str(year), quarter=WHOLE_YEAR)
    rows = IndicatorValue.objects.filter(
        periods, indicator__in=[one.pk for one in indicators], area__isnull=False
    )
    held = {
        (area, indicator): value
        for area, indicator, value in rows.order_by("revision").values_list(
            "area_id", "indicator_id", "value"
        )
    }
    return {key: value for key, value in held.items() if value is not None}


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One figure of the comparison with all that a list or a file says of it."""

    area: Area
    compared: Compared
    value: Decimal | None
    standing: FigureStanding

    @property
    def address(self) -> str:
        """Where the figures behind it stand, with their trend."""
        return f"{self.compared.indicator.get_absolute_url()}?area={self.area.pk}#figures"

    @property
    def is_known(self) -> bool:
        """Whether there is a figure."""
        return self.value is not None


def lines_of(found: Comparison, *, area: str = "", indicator: str = "") -> list[ComparedLine]:
    """Return the figures of a comparison one by one, of one area or one indicator if asked.

    Those of one indicator stand from the best to the worst; areas without a figure come last.
    """
    lines = [
        ComparedLine(place, compared, value, compared.standing(value))
        for place in found.areas
        if not area or str(place.pk) == area
        for compared in found.indicators
        if not indicator or str(compared.indicator.pk) == indicator
        for value in (found.figures.get((place.pk, compared.indicator.pk)),)
    ]
    if indicator:
        lines.sort(key=_from_the_best)
    return lines


def _from_the_best(line: ComparedLine) -> tuple[bool, Decimal]:
    value = line.value or Decimal(0)
    higher = line.compared.indicator.better == Indicator.Better.HIGHER
    return (line.value is None, -value if higher else value)
