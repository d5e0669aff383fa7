"""What in the governance of partnerships is to be mended, whose is it, and until when?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerships.models import Partnership

from .health import Point, Standing, health_of, points


@dataclass(frozen=True, slots=True)
class GovernanceGap:
    """One point in which a partnership is not as it should be.

    The owner is the lead officer, who answers to the council for the partnership; without one there
    is nobody, which is a gap of its own.
    """

    partnership: Partnership
    point: Point
    standing: Standing

    @property
    def owner(self) -> Any:
        """The lead officer's post, or None."""
        return self.partnership.lead

    @property
    def due(self) -> date | None:
        """The day by which it is, or was, to be mended; what was never done has none."""
        return self.standing.due


def governance_gaps(partnerships: Sequence[Partnership], *, on: date) -> list[GovernanceGap]:
    """Return the gaps of partnerships on a day, by the partnerships' names and the points' places.

    Needs a constant number of queries; the partnerships bring their lead officers' posts.
    """
    judged = health_of(partnerships, on=on)
    return [
        GovernanceGap(partnership, point, standing)
        for partnership in sorted(partnerships, key=lambda one: (one.name.casefold(), one.pk))
        for point in points()
        if (standing := judged[partnership.pk][point.key]).state.is_gap
    ]
