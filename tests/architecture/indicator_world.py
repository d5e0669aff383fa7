"""Which indicators, challenges and areas does the access matrix turn on?"""

from datetime import date
from typing import Any

from govreg.core import clock
from partnerships.models import Area, Partnership
from partnerships.services.indicator_challenges import challenge
from tests.partnerships.indicator import entered, judged, small_indicator
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Enter an indicator of West with figures, a judgement and a challenge by East."""
    indicator = small_indicator(cast.partnerships_officer)
    entered(indicator, {("West", "2006-07-q3"): "12.5"}, by=cast.partnerships_officer)
    judged(indicator, by=cast.partnerships_officer)
    asked = challenge(
        indicator=indicator,
        challenger=Partnership.objects.get(reference="dp-east"),
        day=date(2007, 2, 1),
        asked="Who counts?",
        on=clock.today(),
        by=cast.partnerships_officer,
    )
    world["west indicator"] = [indicator.pk]
    world["west challenge"] = [indicator.pk, asked.pk]
    world["west's executive layer"] = ["dp-west", "executive"]
    world["west's operational layer"] = ["dp-west", "operational"]
    world["no layer"] = ["dp-west", "middle"]
    world["west figure sheet"] = ["dp-west", "figures"]
    world["area"] = [Area.objects.get(name="West").pk]
    world["west indicator's history"] = ["partnerships.indicator", indicator.pk]
