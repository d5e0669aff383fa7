"""How does each partnership stand in each point of its governance, and what would mend it?

There is no overall score: one would hide a gap behind what is well kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govreg.core.access import Permission
from govreg.core.history.moments import Moment
from partnerships.models import Partnership


class State(StrEnum):
    """How a partnership stands in one point."""

    MET = "met"
    DUE = "due"
    OVERDUE = "overdue"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"

    @property
    def label(self) -> str:
        """The word that a reader sees."""
        return {
            State.MET: "Met",
            State.DUE: "Due",
            State.OVERDUE: "Overdue",
            State.MISSING: "Missing",
            State.NOT_APPLICABLE: "Does not apply",
        }[self]

    @property
    def colour(self) -> str:
        """The tag's colour; the word is always there."""
        return {
            State.MET: "green",
            State.DUE: "yellow",
            State.OVERDUE: "red",
            State.MISSING: "orange",
            State.NOT_APPLICABLE: "grey",
        }[self]

    @property
    def is_gap(self) -> bool:
        """Whether somebody has something to do."""
        return self in {State.DUE, State.OVERDUE, State.MISSING}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a partnership stands in one point, why, and until when it is to be mended."""

    state: State
    reason: str
    due: date | None = None


Judge = Callable[[Sequence[Partnership], date], dict[int, Standing]]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of governance, and where a gap in it is mended by those who may.

    `mended_at` names the page, of a partnership, `action` is its link and `needs` what one must be
    allowed to do there.
    """

    key: str
    title: str
    judge: Judge
    mended_at: str
    action: str
    needs: Permission


_points: dict[str, tuple[int, Point]] = {}


def register(point: Point, *, position: int) -> None:
    """Add a point; each is judged for many partnerships in a constant number of queries."""
    _points[point.key] = (position, point)


def points() -> list[Point]:
    """Return every point, in its place."""
    return [point for _position, point in sorted(_points.values(), key=lambda pair: pair[0])]


def health_of(partnerships: Sequence[Partnership], *, on: date) -> dict[int, dict[str, Standing]]:
    """Return how each partnership stands in each point on a day, by its key and the point's.

    What is closed, or only proposed, has nothing to keep up.
    """
    at_work = [p for p in partnerships if p.status not in NOT_AT_WORK]
    found: dict[int, dict[str, Standing]] = {p.pk: {} for p in partnerships}
    for point in points():
        judged = point.judge(at_work, on) if at_work else {}
        for partnership in partnerships:
            found[partnership.pk][point.key] = judged.get(partnership.pk) or Standing(
                State.NOT_APPLICABLE, NOT_AT_WORK.get(partnership.status, "It does not apply.")
            )
    return found


def health_on(rows: Sequence[Partnership], day: date) -> dict[int, dict[str, Standing]]:
    """Return the health of partnerships as they were on a day, by their key and the point's."""
    moment = Moment(day)
    then = moment.rows(Partnership, id__in=[row.pk for row in rows]) if moment.is_past else rows
    return health_of(then, on=day)


NOT_AT_WORK: dict[str, str] = {
    Partnership.Status.CLOSED: "The partnership is closed.",
    Partnership.Status.PROPOSED: "The partnership is only proposed.",
}
