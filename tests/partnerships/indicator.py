"""Which indicators and figures do the stories of indicators begin with?"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from govreg.core import clock
from govreg.core.quarters import read_quarter
from partnerships.models import Area, DataQualityJudgement, Indicator, IndicatorValue, Partnership
from partnerships.services.data_quality import judge_quality
from partnerships.services.indicator_values import Figure, Place, enter_values
from partnerships.services.indicators import add_indicator

VALUES: dict[str, Any] = {
    "reference": "X1",
    "name": "Streets with graffiti",
    "group": "local",
    "measures": "Streets on which some was seen.",
    "unit": "per cent",
    "better": "lower",
    "frequency": "quarterly",
    "good_from": Decimal(10),
    "poor_from": Decimal(20),
}


def west() -> Partnership:
    found: Partnership = Partnership.objects.select_related("scope").get(reference="dp-west")
    return found


def small_indicator(by: Any, partnership: Partnership | None = None, **values: Any) -> Indicator:
    """An indicator of West, unless another partnership is named."""
    whose = partnership or west()
    return add_indicator(partnership=whose, values={**VALUES, **values}, by=by)


def place(area: str, slug: str) -> Place:
    """Where a figure of a quarter stands; no area is the whole."""
    found = read_quarter(slug)
    assert found is not None
    key = Area.objects.get(name=area).pk if area else 0
    return Place(key, found.year, found.number)


def entered(
    indicator: Indicator,
    figures: Mapping[tuple[str, str], str | None],
    *,
    by: Any,
    reason: str = "",
    seen: int = 0,
) -> list[IndicatorValue]:
    """Enter figures by area and quarter."""
    given = {
        place(*where): Figure(None if value is None else Decimal(value), seen)
        for where, value in figures.items()
    }
    return enter_values(indicator=indicator, figures=given, reason=reason, on=clock.today(), by=by)


def judged(
    indicator: Indicator, *, by: Any, day: date = date(2007, 1, 2), note: str = "Seen"
) -> None:
    """Judge the data of an indicator as good in each of the six dimensions."""
    indicator.refresh_from_db()
    judge_quality(
        indicator=indicator,
        version=indicator.version,
        judged=dict.fromkeys(DataQualityJudgement.Dimension.values, ("good", note)),
        day=day,
        on=clock.today(),
        by=by,
    )
