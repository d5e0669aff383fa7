"""What were the figures of an indicator, period by period, in an area or for the whole?"""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from govreg.core.financial_years import FinancialYear, read_financial_year
from govreg.core.ui.charts import TrendPoint, trend_line
from partnerships.models import Area, Indicator, IndicatorValue
from partnerships.models.indicator_values import period_in_words
from partnerships.rules.indicator_values import (
    FigureStanding,
    direction_of,
    is_off_target,
    standing_of,
)

#: How the whole is called beside the areas.
WHOLE = "The whole area"
#: A trend over more periods is read from the table.
MOST_POINTS = 12
#: How many of the last periods the table of areas has.
LAST_PERIODS = 4
Period = tuple[str, int]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One period of one area: its figure, how good it is, and every revision, the last first."""

    period: str
    value: Decimal | None
    target: Decimal | None
    standing: FigureStanding
    direction: str
    is_off: bool
    revisions: list[IndicatorValue]

    @property
    def earlier(self) -> list[IndicatorValue]:
        """The revisions that were corrected since."""
        return self.revisions[1:]

    @property
    def last(self) -> IndicatorValue:
        """The revision that holds."""
        return self.revisions[0]


@dataclass(frozen=True, slots=True)
class AreaCell:
    """One figure of the table of areas."""

    period: str
    value: Decimal | None
    standing: FigureStanding


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One area and its last figures."""

    key: int
    name: str
    cells: list[AreaCell]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one indicator: those of the area that is read, and the last of each area."""

    area: int
    area_name: str
    lines: list[FigureLine]
    periods: list[str]
    areas: list[AreaLine]
    chart: SafeString | str = field(default="")

    @property
    def last(self) -> FigureLine | None:
        """The latest period that has a figure."""
        return self.lines[0] if self.lines else None


def figures_of(indicator: Indicator, *, asked: str = "") -> Figures:
    """Return the figures of an indicator; `asked` is the key of an area, 0 or nothing the whole.

    Three queries, however many figures there are.
    """
    held: dict[int, dict[Period, list[IndicatorValue]]] = defaultdict(lambda: defaultdict(list))
    rows = indicator.values.select_related("entered_by").order_by("-revision")
    for row in rows:
        held[row.area_id or 0][row.financial_year, row.quarter].append(row)
    names = {0: WHOLE}
    names |= {area.pk: area.name for area in Area.objects.filter(pk__in=[*held])}
    area = int(asked) if asked.isascii() and asked.isdigit() and int(asked) in held else 0
    if area == 0 and 0 not in held and held and asked != "0":
        area = next(key for key in names if key in held)
    targets = {row.financial_year: row.value for row in indicator.targets.all()}
    lines = _lines(indicator, held.get(area, {}), targets)
    periods = sorted({period for own in held.values() for period in own}, reverse=True)
    shown = periods[:LAST_PERIODS][::-1]
    return Figures(
        area=area,
        area_name=names[area],
        lines=lines,
        periods=[period_in_words(*period) for period in shown],
        areas=[
            AreaLine(
                key, name, [_cell(indicator, period, held[key].get(period)) for period in shown]
            )
            for key, name in names.items()
            if key in held
        ],
        chart=_chart(indicator, names[area], lines) if lines else "",
    )


def _lines(
    indicator: Indicator,
    own: dict[Period, list[IndicatorValue]],
    targets: dict[str, Decimal],
) -> list[FigureLine]:
    lines: list[FigureLine] = []
    before: Decimal | None = None
    for period in sorted(own):
        revisions = own[period]
        value, target = revisions[0].value, targets.get(period[0])
        lines.append(
            FigureLine(
                period=period_in_words(*period),
                value=value,
                target=target,
                standing=_standing(indicator, value),
                direction=direction_of(before, value, better=indicator.better),
                is_off=is_off_target(value, target, better=indicator.better),
                revisions=revisions,
            )
        )
        before = value
    return lines[::-1]


def _standing(indicator: Indicator, value: Decimal | None) -> FigureStanding:
    return standing_of(
        value, better=indicator.better, good=indicator.good_from, poor=indicator.poor_from
    )


def _cell(indicator: Indicator, period: Period, revisions: list[IndicatorValue] | None) -> AreaCell:
    value = revisions[0].value if revisions else None
    return AreaCell(period_in_words(*period), value, _standing(indicator, value))


def _chart(indicator: Indicator, area: str, lines: list[FigureLine]) -> SafeString:
    points = [
        TrendPoint(line.period, line.value, line.target) for line in lines[:MOST_POINTS][::-1]
    ]
    return trend_line(
        points,
        baseline=indicator.baseline,
        unit=indicator.unit,
        title=f"{indicator.name}, {area}",
        chart_id=f"indicator-{indicator.pk}",
    )


def held_values(
    indicator: Indicator, *, years: list[FinancialYear]
) -> dict[tuple[int, int, int], IndicatorValue]:
    """Return the figures that hold in some years, by area (0 the whole), first year and quarter."""
    found: Any = indicator.values.filter(financial_year__in=[str(year) for year in years])
    return {
        (row.area_id or 0, int(row.financial_year[:4]), row.quarter): row
        for row in found.order_by("revision")
    }


def years_known(indicator: Indicator) -> list[FinancialYear]:
    """Return the financial years for which an indicator has figures or targets, in order."""
    planned = indicator.targets.order_by().values_list("financial_year", flat=True)
    found = {read_financial_year(text) for text in planned}
    return sorted({year for year in found if year is not None} | set(years_with_figures(indicator)))


def years_with_figures(indicator: Indicator) -> list[FinancialYear]:
    """Return the financial years for which an indicator has figures, in order."""
    told = indicator.values.order_by().values_list("financial_year", flat=True).distinct()
    found = {read_financial_year(text) for text in told}
    return sorted(year for year in found if year is not None)
