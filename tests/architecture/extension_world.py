"""Which requests for extensions does the access matrix turn on?"""

from typing import Any

from recommendations.services.actions import agree_action, understood
from tests.people import Cast
from tests.recommendations.asking import asked, endorsed, granted
from tests.recommendations.lines import iscb_plan


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Let an owner of the trust ask three times: one is endorsed, one granted as well."""
    for key, verb in (("asked", asked), ("endorsed", endorsed), ("granted", granted)):
        action = agree_action(
            response=iscb_plan().response,
            text=f"A line to be {key}",
            timescale=understood("December 2007"),
            owners=[cast.owner],
            by=cast.partnerships_officer,
        )
        world[f"{key} extension"] = [verb(cast, action, by=cast.owner).pk]
