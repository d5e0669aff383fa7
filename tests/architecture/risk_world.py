"""Which risks does the access matrix turn on?"""

from datetime import date, timedelta
from typing import Any

from govreg.core import clock
from partnerships.models import Partnership
from partnerships.services.risks import add_action, add_risk, close_risk
from tests.people import Cast

WEST, TRUST = "dp-west", "children-leeds"


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Add risks of West and of the trust, with actions, and one that was closed."""
    by, today = cast.partnerships_officer, clock.today()
    judged = {"day": date(2007, 12, 1), "likelihood": 2, "impact": 3, "note": "Seen before."}
    for key, reference in (("west", WEST), ("trust", TRUST), ("closed", WEST)):
        risk = add_risk(
            partnership=Partnership.objects.get(reference=reference),
            values={"title": "The grant ends", "review_due": today + timedelta(days=90)},
            assessment=judged,
            by=by,
        )
        world[f"{key} risk"] = [reference, risk.pk]
        values = {"text": "Find other money", "due": today}
        action = add_action(risk=risk, values=values, by=by)
        world[f"{key} risk's action"] = [reference, risk.pk, action.pk]
    close_risk(risk=risk, version=risk.version, closed_on=today, because="It was paid.", by=by)
    world["west risk's history"] = ["partnerships.risk", world["west risk"][1]]
