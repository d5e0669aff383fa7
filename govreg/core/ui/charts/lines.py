"""How did one figure go, period by period, beside its target and its baseline?

Every point has its figure beside it, and a description in words says the same. The target is a
dashed line and the baseline a dotted one, each named: colour tells nobody anything alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..words import figure
from .drawing import BOLD_CHARACTER, INK, LINE, PAPER, svg, text_lines, wrapped

WIDTH, HEIGHT = 660, 280
LEFT, RIGHT, TOP, BOTTOM = 30, 30, 34, 62
SIZE = 14
SMALL = 13
FIGURE, TARGET = "#1d5b96", "#0f7a52"
#: More names of periods would stand on each other.
MOST_NAMES = 6
#: More figures too: of those between only the first, the last, the highest and the lowest.
MOST_FIGURES = 8


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One period with its figure, if there is one, and its target, if there is one."""

    label: str
    value: Decimal | None
    target: Decimal | None = None


def trend_line(
    points: Sequence[TrendPoint],
    *,
    title: str,
    chart_id: str,
    unit: str = "",
    baseline: Decimal | None = None,
) -> SafeString:
    """Draw figures as a line, the first period on the left, with target and baseline."""
    scale = _Scale(points, baseline)
    parts: list[SafeString] = [_axis()]
    if baseline is not None:
        y = scale.y(baseline)
        parts.append(_stroke([(LEFT, y), (WIDTH - RIGHT, y)], LINE, "2 4", 1.5))
    parts += _targets(points, scale)
    parts += _figures(points, scale)
    parts += _names(points, scale)
    parts += _key(
        has_target=any(point.target is not None for point in points),
        has_baseline=baseline is not None,
    )
    return svg(
        parts,
        chart_id=chart_id,
        title=title,
        description=_description(points, unit, baseline),
        size=(WIDTH, HEIGHT),
    )


class _Scale:
    """Where periods and figures stand."""

    def __init__(self, points: Sequence[TrendPoint], baseline: Decimal | None) -> None:
        known = [point.value for point in points] + [point.target for point in points] + [baseline]
        figures = [value for value in known if value is not None] or [Decimal(0)]
        self.least, self.most = min(figures), max(figures)
        self.step = (WIDTH - LEFT - RIGHT) / max(1, len(points))

    def x(self, index: int) -> float:
        """Return the middle of a period."""
        return round(LEFT + (index + 0.5) * self.step, 1)

    def y(self, value: Decimal) -> float:
        """Return the height of a figure; where all are the same, the middle."""
        room = HEIGHT - TOP - BOTTOM - 24
        if self.most == self.least:
            return TOP + 12 + room / 2
        share = float((value - self.least) / (self.most - self.least))
        return round(TOP + 12 + room * (1 - share), 1)


def _stroke(
    places: Sequence[tuple[float, float]], colour: str, dashes: str = "", width: float = 2.5
) -> SafeString:
    return format_html(
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="{}"/>',
        " ".join(f"{x},{y}" for x, y in places),
        colour,
        width,
        dashes or "none",
    )


def _axis() -> SafeString:
    y = HEIGHT - BOTTOM
    return _stroke([(LEFT, y), (WIDTH - RIGHT, y)], LINE, width=1)


def _targets(points: Sequence[TrendPoint], scale: _Scale) -> list[SafeString]:
    """Draw the target of each period as long as the period is."""
    return [
        _stroke(
            [
                (round(LEFT + index * scale.step, 1), scale.y(point.target)),
                (round(LEFT + (index + 1) * scale.step, 1), scale.y(point.target)),
            ],
            TARGET,
            "8 5",
            2,
        )
        for index, point in enumerate(points)
        if point.target is not None
    ]


def _figures(points: Sequence[TrendPoint], scale: _Scale) -> list[SafeString]:
    known = [(index, point.value) for index, point in enumerate(points) if point.value is not None]
    parts: list[SafeString] = []
    run: list[tuple[float, float]] = []
    for index, point in enumerate(points):
        if point.value is None:
            parts += [_stroke(run, FIGURE)] if len(run) > 1 else []
            run = []
        else:
            run.append((scale.x(index), scale.y(point.value)))
    parts += [_stroke(run, FIGURE)] if len(run) > 1 else []
    told = _told(known)
    for index, value in known:
        x, y = scale.x(index), scale.y(value)
        parts.append(
            format_html(
                '<circle cx="{}" cy="{}" r="5" fill="{}" stroke="{}" stroke-width="1.5"/>',
                x,
                y,
                FIGURE,
                PAPER,
            )
        )
        if index in told:
            look = {"anchor": "middle", "weight": "700"}
            parts.append(_behind(figure(value), x, y))
            parts.append(text_lines([figure(value)], x=x, y=round(y - 11, 1), size=SIZE, **look))
    return parts


def _behind(words: str, x: float, y: float) -> SafeString:
    """Keep what a figure is written over from running through it."""
    width = round(len(words) * SIZE * BOLD_CHARACTER + 4, 1)
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>',
        round(x - width / 2, 1),
        round(y - 24, 1),
        width,
        SIZE + 3,
        PAPER,
    )


def _told(known: Sequence[tuple[int, Decimal]]) -> set[int]:
    if len(known) <= MOST_FIGURES:
        return {index for index, _ in known}
    lowest = min(known, key=lambda one: one[1])[0]
    highest = max(known, key=lambda one: one[1])[0]
    return {known[0][0], known[-1][0], lowest, highest}


def _names(points: Sequence[TrendPoint], scale: _Scale) -> list[SafeString]:
    every = -(-len(points) // MOST_NAMES)
    return [
        text_lines(
            wrapped(point.label, scale.step * every - 6, SMALL)[:2],
            x=scale.x(index),
            y=HEIGHT - BOTTOM + 18,
            size=SMALL,
            anchor="middle",
        )
        for index, point in enumerate(points)
        if (len(points) - 1 - index) % every == 0
    ]


def _key(*, has_target: bool, has_baseline: bool) -> list[SafeString]:
    kinds = [("Figure", FIGURE, "", 2.5)]
    kinds += [("Target", TARGET, "8 5", 2)] if has_target else []
    kinds += [("Baseline", LINE, "2 4", 1.5)] if has_baseline else []
    parts = []
    for place, (label, colour, dashes, width) in enumerate(kinds):
        x = LEFT + place * 130
        parts.append(_stroke([(x, 14), (x + 34, 14)], colour, dashes, float(width)))
        parts.append(text_lines([label], x=x + 42, y=19, size=SIZE, fill=INK))
    return parts


def _description(points: Sequence[TrendPoint], unit: str, baseline: Decimal | None) -> str:
    said = []
    for point in points:
        told = "no figure" if point.value is None else f"{figure(point.value)} {unit}".strip()
        target = "" if point.target is None else f", target {figure(point.target)}"
        said.append(f"{point.label}: {told}{target}.")
    if baseline is not None:
        said.append(f"Baseline: {figure(baseline)}.")
    return " ".join(said)


SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 132, 34, 5


def spark_line(
    told: Sequence[tuple[str, Decimal | None]], *, title: str, chart_id: str
) -> SafeString | str:
    """Draw a small trend without scale or names, which stand in its description.

    `told` has the name and the figure of each period, the first on the left. Without two figures
    there is no trend.
    """
    known = [(place, value) for place, (_, value) in enumerate(told) if value is not None]
    if len(known) < 2:
        return ""
    least, most = min(value for _, value in known), max(value for _, value in known)
    across = (SPARK_WIDTH - 2 * SPARK_EDGE) / max(1, len(told) - 1)
    room = SPARK_HEIGHT - 2 * SPARK_EDGE

    def spot(place: int, value: Decimal) -> tuple[float, float]:
        share = float((value - least) / (most - least)) if most > least else 0.5
        return round(SPARK_EDGE + place * across, 1), round(SPARK_EDGE + room * (1 - share), 1)

    spots = [spot(place, value) for place, value in known]
    x, y = spots[-1]
    last = format_html('<circle cx="{}" cy="{}" r="4" fill="{}"/>', x, y, FIGURE)
    said = ", ".join(f"{name}: {figure(value)}" for name, value in told if value is not None)
    return svg(
        [_stroke(spots, FIGURE, width=2), last],
        chart_id=chart_id,
        title=title,
        description=f"{said}.",
        size=(SPARK_WIDTH, SPARK_HEIGHT),
    )
