"""Which required members and interests does the access matrix turn on?"""

from datetime import date
from typing import Any

from partnerships.services.chairs import record_chair
from tests.partnerships.board import board
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Name an entry of the lists; record chairs of West and of the trust."""
    world["required member"] = ["childrens-trust_connexions_20050401"]
    by = cast.partnerships_officer
    for key, reference in (("west", "dp-west"), ("trust", "children-leeds")):
        body = board(reference)
        for start in (date(2006, 1, 1), date(2007, 1, 1)):
            values = {"kind": "leader", "start": start, "scrutinised": True, "note": "Elected."}
            chair = record_chair(body=body, values=values, by=by)
        world[f"{key} chair"] = [reference, body.pk, chair.pk]
