"""Does each partnership show its part in a strategy that is in force?"""

from collections.abc import Sequence
from datetime import date

from govreg.core.access import Permission
from partnerships.models import Partnership

from .alignment import themes_contributed_to
from .health import Point, Standing, State, register


def strategic_alignment(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether a contribution to any theme is stated."""
    counted = themes_contributed_to(list(partnerships), on=on)
    return {p.pk: _standing(counted[p.pk]) for p in partnerships}


def _standing(themes: int) -> Standing:
    if not themes:
        return Standing(State.MISSING, "Not aligned: no contribution to a strategy is stated.")
    told = "one theme" if themes == 1 else f"{themes} themes"
    return Standing(State.MET, f"It states its contribution to {told}.")


register(
    Point(
        "alignment",
        "Strategic alignment",
        strategic_alignment,
        "partnerships:alignment",
        "State its contributions",
        Permission.KEEP_PARTNERSHIPS,
    ),
    position=70,
)
