"""What in the governance of partnerships is to be mended, whose is it, and until when?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerships.models import Partnership

from .gaps_at_work import Subject, gaps_at_work
from .health import Point, Standing, health_of, points


@dataclass(frozen=True, slots=True)
class GovernanceGap:
    """One point in which a partnership is not as it should be, and the page that mends it.

    The owner is the post that the record names, else the lead officer, who answers to the council
    for the partnership; without one there is nobody, which is a gap of its own.
    """

    partnership: Partnership
    point: Point | Subject
    standing: Standing
    mended_at: tuple[Any, ...]
    own_owner: Any = None

    @property
    def owner(self) -> Any:
        """The post that is to mend it, or None."""
        return self.own_owner or self.partnership.lead

    @property
    def due(self) -> date | None:
        """The day by which it is, or was, to be mended; what was never done has none."""
        return self.standing.due


def governance_gaps(partnerships: Sequence[Partnership], *, on: date) -> list[GovernanceGap]:
    """Return the gaps of partnerships on a day, by the partnerships' names and the points' places.

    Needs a constant number of queries; the partnerships bring their lead officers' posts.
    """
    judged = health_of(partnerships, on=on)
    others = gaps_at_work(partnerships, on=on)
    found: list[GovernanceGap] = []
    for one in sorted(partnerships, key=lambda one: (one.name.casefold(), one.pk)):
        found += [
            GovernanceGap(one, point, standing, (point.mended_at, one.reference))
            for point in points()
            if (standing := judged[one.pk][point.key]).state.is_gap
        ]
        found += [
            GovernanceGap(one, gap.subject, gap.standing, gap.mended_at, gap.owner)
            for gap in others.get(one.pk, [])
        ]
    return found
