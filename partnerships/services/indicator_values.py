"""How are the figures of an indicator entered and corrected, many areas and periods at once?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion, locked
from govreg.core.financial_years import FinancialYear
from govreg.core.history import bulk
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import Area, Indicator, IndicatorValue
from partnerships.rules import indicator_values as rules
from partnerships.rules.indicators import refusal_to_change_withdrawn

from .allowed import enforce_keeping_indicators


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a figure stands: area (0 for the whole), financial year and quarter (0 for a year)."""

    area: int
    year: FinancialYear
    quarter: int

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.area}-{self.year.begins}-{self.quarter}"


@dataclass(frozen=True, slots=True)
class Figure:
    """What is entered for one place; `seen` is the revision that the writer saw, 0 for none."""

    value: Decimal | None
    seen: int = 0


def enter_values(
    *,
    indicator: Indicator,
    figures: Mapping[Place, Figure],
    reason: str = "",
    on: date,
    by: Any,
) -> list[IndicatorValue]:
    """Enter figures of an indicator: all, or none where one is refused.

    What is the same as before is left alone. Raises StaleVersion when somebody entered another
    figure for one of the places meanwhile.
    """
    partnership = indicator.partnership
    verb = "Entered figures of an indicator"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_indicators(partnership, by=by)
        # Locked, so that two who enter figures for the same place do not both write its next one.
        held = locked(Indicator, indicator.pk)
        enforce(refusal_to_change_withdrawn(withdrawn_on=held.withdrawn_on))
        last = _last(indicator, figures)
        areas = Area.objects.in_bulk({place.area for place in figures} - {0})
        made = []
        for place, figure in sorted(figures.items()):
            before = last.get(place)
            if (before.revision if before else 0) != figure.seen:
                raise StaleVersion(before or held)
            if figure.value == (before.value if before else None):
                continue
            area = areas[place.area] if place.area else None
            _enforce(held, area, place, figure, corrects=before is not None, reason=reason, on=on)
            made.append(_made(indicator, area, place, figure, before=before, reason=reason, by=by))
        bulk.create(made)
    return made


def _enforce(
    indicator: Indicator,
    area: Area | None,
    place: Place,
    figure: Figure,
    *,
    corrects: bool,
    reason: str,
    on: date,
) -> None:
    if area is not None:
        enforce(rules.refusal_of_area(is_closed=area.is_closed, name=area.name))
    enforce(
        rules.refusal_of_period(
            year=place.year, quarter=place.quarter, is_yearly=indicator.is_yearly, on=on
        )
    )
    enforce(rules.refusal_of_figure(value=figure.value, corrects=corrects, reason=reason))


def _last(indicator: Indicator, figures: Mapping[Place, Figure]) -> dict[Place, IndicatorValue]:
    years = {str(place.year) for place in figures}
    found = IndicatorValue.objects.filter(indicator=indicator, financial_year__in=years)
    return {
        Place(row.area_id or 0, FinancialYear(int(row.financial_year[:4])), row.quarter): row
        for row in found.order_by("revision")
    }


def _made(
    indicator: Indicator,
    area: Area | None,
    place: Place,
    figure: Figure,
    *,
    before: IndicatorValue | None,
    reason: str,
    by: Any,
) -> IndicatorValue:
    return IndicatorValue(
        indicator=indicator,
        area=area,
        financial_year=str(place.year),
        quarter=place.quarter,
        revision=before.revision + 1 if before else 1,
        value=figure.value,
        reason=reason.strip() if before else "",
        entered_at=clock.now(),
        entered_by=by,
    )
