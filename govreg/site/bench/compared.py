"""How do the areas of a large council stand beside each other after three years of figures?

As in case 19 of the national study of 2009: 42 areas by 33 indicators, here with a figure for each
of 12 quarters at size 1: some 17,000 figures, one in ten of which was corrected once.
"""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from govreg.core.accounts.models import User
from govreg.core.financial_years import FinancialYear
from govreg.core.quarters import NUMBERS
from partnerships.models import Area, Indicator, IndicatorValue, Partnership

from .writing import Past

AREAS, INDICATORS = 42, 33
YEARS = (2023, 2024, 2025)
FIRST, STEP = datetime(2026, 4, 3, 9, tzinfo=UTC), timedelta(milliseconds=10)
UNIT = "per 1,000 people"


def is_compared() -> bool:
    """Say whether this register was filled with figures before."""
    return Area.objects.filter(name="Area 0").exists()


def compared() -> Partnership:
    """Return the partnership whose indicators have figures."""
    found: Partnership = Partnership.objects.select_related("scope").order_by("pk")[0]
    return found


def compare(size: float) -> int:
    """Add areas and indicators with their figures; return how many figures there are."""
    past = Past(at=FIRST, step=STEP, by=list(User.objects.order_by("pk")))
    areas = [Area(name=f"Area {n}", kind="community", position=n) for n in range(AREAS)]
    past.add("Added an area", areas)
    indicators = [
        Indicator(
            partnership=compared(),
            reference=f"I{n}",
            position=n,
            name=f"What indicator {n} measures in each area",
            group=("negotiated", "local", "statutory")[n % 3],
            measures="What it measures",
            unit=UNIT,
            better=("higher", "lower")[n % 2],
            frequency="quarterly",
            good_from=Decimal((60, 40)[n % 2]),
            poor_from=Decimal((40, 60)[n % 2]),
        )
        for n in range(INDICATORS)
    ]
    past.add("Added an indicator", indicators)
    figures = []
    for year in YEARS[-max(1, round(len(YEARS) * size)) :]:
        for number in NUMBERS:
            figures += _figures(past, indicators, areas, FinancialYear(year), number)
    past.add("Entered figures of an indicator", figures, together=AREAS)
    return len(figures)


def _figures(
    past: Past, indicators: list[Indicator], areas: list[Area], year: FinancialYear, number: int
) -> list[IndicatorValue]:
    """Return a figure for each area and indicator; some were corrected, some are missing."""
    made = []
    for i, indicator in enumerate(indicators):
        for a, area in enumerate(areas):
            turn = i * 7 + a * 13 + number
            if turn % 40 == 0:
                continue
            for revision in (1, 2) if turn % 10 == 0 else (1,):
                made.append(
                    IndicatorValue(
                        indicator=indicator,
                        area=area,
                        financial_year=str(year),
                        quarter=number,
                        revision=revision,
                        value=Decimal((turn * 37 + revision) % 1000) / 10,
                        reason="Counted anew." if revision > 1 else "",
                        entered_at=past.at,
                    )
                )
    return made
