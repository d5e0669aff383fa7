"""Which required members and interests does the access matrix turn on?"""

from datetime import date
from typing import Any

from partnerships.services.chairs import record_chair
from partnerships.services.interests import declare_interest
from tests.partnerships.board import board
from tests.people import Cast

INTEREST = {"text": "A contract", "declared_on": date(2007, 9, 5), "handling": "leaves"}
EXEMPT = {"exempt": True, "exempt_paragraph": "3"}


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Name an entry of the lists; record chairs and interests of West and the trust."""
    world["required member"] = ["childrens-trust_connexions_20050401"]
    by = cast.partnerships_officer
    for key, reference in (("west", "dp-west"), ("trust", "children-leeds")):
        body = board(reference)
        for start in (date(2006, 1, 1), date(2007, 1, 1)):
            values = {"kind": "leader", "start": start, "scrutinised": True, "note": "Elected."}
            chair = record_chair(body=body, values=values, by=by)
        world[f"{key} chair"] = [reference, body.pk, chair.pk]
        declared = {"membership": body.memberships.first(), **INTEREST}
        partnership = body.partnership
        interest = declare_interest(partnership=partnership, values=declared, by=by)
        world[f"{key} interest"] = [reference, interest.pk]
    secret = {"membership": board("dp-west").memberships.first(), **INTEREST, **EXEMPT}
    exempt = declare_interest(partnership=board("dp-west").partnership, values=secret, by=by)
    world["exempt interest"] = ["dp-west", exempt.pk]
    world["exempt interest's history"] = ["partnerships.interest", exempt.pk]
