"""What does a person scan in the list of priority scales?"""

from govreg.core.ui.lists import Column, RegisterList
from govreg.core.ui.lists.cells import link
from reviews.models import PriorityScale


def _levels(scale: PriorityScale) -> str:
    return "; ".join(str(level) for level in scale.levels.all())


class ScaleList(RegisterList):
    """Every scale, one a line."""

    columns = [
        Column("Scale", "name", sort="name", cell=lambda s: link(s.get_absolute_url(), s.name)),
        Column("Levels, the most serious first", _levels),
    ]
    order = "scale"
    noun = ("scale", "scales")
    caption = "Priority scales"
    empty = (
        "The scales of priorities that a new review can start from stand here. None has been "
        "recorded yet."
    )
