"""Which yearly reviews does the access matrix turn on?"""

from typing import Any

from tests.partnerships.yearly import (
    NEXT_YEAR,
    a_second_officer,
    answered,
    opened,
    review_in,
    signed,
)
from tests.people import Cast

WEST, TRUST = "dp-west", "children-leeds"


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Sign West's review off, and answer the trust's; the year after is open to answer."""
    by = cast.partnerships_officer
    thing = opened(by=by)
    world["review round"] = [thing.pk]
    done = signed(review_in(thing, WEST), "Set a budget", by=by)
    given = answered(review_in(thing, TRUST), "Set a budget", by=a_second_officer())
    for key, reference, review in (("west", WEST, done), ("trust", TRUST, given)):
        world[f"{key} review"] = [reference, review.pk]
        action = review.remedial_actions.get()
        world[f"{key} remedial action"] = [reference, review.pk, action.pk]
    world["west review's history"] = ["partnerships.partnershipreview", done.pk]
    later = opened(by=by, year=NEXT_YEAR)
    world["west next review"] = [WEST, review_in(later, WEST).pk]
