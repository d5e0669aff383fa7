"""What do the pages of risks show: the heat map, the register's state, one risk with its past?"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.safestring import SafeString

from govreg.core.council import definitions, settings
from govreg.core.ui.charts import HeatBand, heat_map
from govreg.core.ui.charts.heat import HIGH, LOW, MEDIUM
from partnerships.models import Body, Partnership, Risk, RiskAction, RiskRegisterState
from partnerships.rules.risks import Band, band_of

DRAWN: dict[Band, HeatBand] = {Band.LOW: LOW, Band.MEDIUM: MEDIUM, Band.HIGH: HIGH}
State = RiskRegisterState.State
STATE_COLOURS = {
    State.KEPT: "green",
    State.PREPARING: "yellow",
    State.NONE: "orange",
    State.NOT_STATED: "grey",
}


def bands(*, on: date) -> Callable[[int], Band]:
    """Return what says in which band a rating lies by the council's settings of a day."""
    medium = settings.whole_number(definitions.RISK_MEDIUM_FROM, on=on)
    high = settings.whole_number(definitions.RISK_HIGH_FROM, on=on)
    return lambda rating: band_of(rating, medium_from=medium, high_from=high)


@dataclass(frozen=True, slots=True)
class Cell:
    """One place on the heat map, as the table says it."""

    rating: int
    band: Band
    count: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The open risks by likelihood and impact: drawn, and as the rows of a table."""

    points: int
    drawing: SafeString
    rows: list[tuple[int, list[Cell]]]
    other_scale: int

    @property
    def impacts(self) -> range:
        """The points of the scale of impact."""
        return range(1, self.points + 1)


def heat_map_of(partnership: Partnership, user: Any, *, on: date) -> HeatMap:
    """Return where the open risks that a user may read stand on the scale of a day.

    Risks last judged on another scale cannot stand on it; they are counted beside.
    """
    points = settings.whole_number(definitions.RISK_SCALE, on=on)
    judged = list(
        Risk.objects.visible_to(user)
        .filter(partnership=partnership)
        .open()
        .with_rating()
        .values_list("likelihood", "impact", "points")
    )
    counts = Counter((one, two) for one, two, scale in judged if scale == points)
    band = bands(on=on)
    drawing = heat_map(
        counts,
        points=points,
        band_of=lambda rating: DRAWN[band(rating)],
        title=f"Open risks of {partnership.name} by likelihood and impact",
        chart_id="risks",
    )
    rows = [
        (one, [Cell(one * two, band(one * two), counts[one, two]) for two in range(1, points + 1)])
        for one in range(points, 0, -1)
    ]
    return HeatMap(points, drawing, rows, len(judged) - counts.total())


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """Whether one body, or the partnership as a whole, keeps a risk register."""

    name: str
    state: RiskRegisterState | None

    @property
    def words(self) -> str:
        """What is known, in words."""
        return self.state.get_state_display() if self.state else State.NOT_STATED.label

    @property
    def colour(self) -> str:
        """The tag's colour; the words are always there."""
        return STATE_COLOURS[State(self.state.state) if self.state else State.NOT_STATED]


def register_lines(partnership: Partnership, *, on: date) -> list[RegisterLine]:
    """Return what was last known by a day of each register, the partnership's own first."""
    rows = RiskRegisterState.objects.filter(partnership=partnership, day__lte=on)
    last = last_states(rows.order_by("day", "pk"))
    bodies = Body.objects.filter(partnership=partnership).in_force(on=on)
    own = RegisterLine("The partnership as a whole", last.get((partnership.pk, None)))
    return [own, *(RegisterLine(b.name, last.get((partnership.pk, b.pk))) for b in bodies)]


def last_states(rows: Iterable[Any]) -> dict[tuple[int, int | None], Any]:
    """Return the last of some states, in order of their days, by partnership and body."""
    return {(row.partnership_id, row.body_id): row for row in rows}


def risks_listed(risks: Any) -> Any:
    """Return risks with their rating, how many actions are open, and all that a list names."""
    todo = RiskAction.objects.filter(risk=OuterRef("pk"), done_on=None).order_by()
    counted = todo.values("risk").annotate(n=Count("pk")).values("n")
    return (
        risks.select_related("partnership", "body", "organisation", "owner")
        .with_rating()
        .annotate(actions_open=Coalesce(Subquery(counted), 0))
    )
