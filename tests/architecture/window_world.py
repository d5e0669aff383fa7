"""Which update windows does the access matrix turn on?"""

from typing import Any

from govreg.core import clock
from recommendations.services.windows import close_window
from tests.people import Cast
from tests.recommendations.rounds import opened, planned


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Plan a window, and open two, of which one is closed early."""
    waiting = planned(cast, "A planned window")
    closed, taking = opened(cast, "A closed window"), opened(cast, "An open window")
    close_window(window=closed, on=clock.today(), by=cast.auditor, reason="Brought forward")
    for key, window in (("planned", waiting), ("closed", closed), ("open", taking)):
        world[f"{key} window"] = [window.pk]
        world[f"{key} window's history"] = ["recommendations.updatewindow", window.pk]
