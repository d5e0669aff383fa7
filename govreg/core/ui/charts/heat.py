"""How many risks stand at each likelihood and each impact?

Every cell has its rating with the letter of its band, and how many risks stand in it: colour tells
nobody anything alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import INK, LINE, PAPER, svg, text_lines

CELL_WIDTH = 96
CELL_HEIGHT = 62
LEFT = 118
TOP = 8
SIZE = 14
LARGE = 22


@dataclass(frozen=True, slots=True)
class HeatBand:
    """One band of ratings: its word, its letter and its colours."""

    label: str
    letter: str
    fill: str
    ink: str = PAPER


LOW = HeatBand("Low", "L", "#0f7a52")
MEDIUM = HeatBand("Medium", "M", "#ffdd00", INK)
HIGH = HeatBand("High", "H", "#a8201a")


def heat_map(
    counts: Mapping[tuple[int, int], int],
    *,
    points: int,
    band_of: Callable[[int], HeatBand],
    title: str,
    chart_id: str,
) -> SafeString:
    """Draw a square of `points` by `points`; `counts` goes by likelihood and impact."""
    parts: list[SafeString] = []
    told = []
    for likelihood in range(points, 0, -1):
        row = points - likelihood
        y = TOP + row * CELL_HEIGHT
        parts.append(
            text_lines(
                [f"Likelihood {likelihood}"],
                x=LEFT - 10,
                y=y + CELL_HEIGHT / 2 + 5,
                size=SIZE,
                anchor="end",
            )
        )
        for impact in range(1, points + 1):
            band = band_of(likelihood * impact)
            count = counts.get((likelihood, impact), 0)
            parts.append(_cell(likelihood * impact, count, band, x=_left(impact), y=y))
            if count:
                told.append(
                    f"Likelihood {likelihood}, impact {impact}, {band.label.lower()}: {count}."
                )
    bottom = TOP + points * CELL_HEIGHT
    for impact in range(1, points + 1):
        middle = _left(impact) + CELL_WIDTH / 2
        words = [f"Impact {impact}"]
        parts.append(text_lines(words, x=middle, y=bottom + 22, size=SIZE, anchor="middle"))
    return svg(
        parts,
        chart_id=chart_id,
        title=title,
        description=" ".join(told) or "No risk stands on it.",
        size=(LEFT + points * CELL_WIDTH + 8, bottom + 34),
    )


def _left(impact: int) -> int:
    return LEFT + (impact - 1) * CELL_WIDTH


def _cell(rating: int, count: int, band: HeatBand, *, x: int, y: float) -> SafeString:
    box = format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}" stroke-width="1.5"/>',
        x,
        y,
        CELL_WIDTH,
        CELL_HEIGHT,
        band.fill,
        LINE,
    )
    corner = text_lines([f"{band.letter} {rating}"], x=x + 7, y=y + 18, size=SIZE, fill=band.ink)
    if not count:
        return format_html("{}{}", box, corner)
    number = text_lines(
        [str(count)],
        x=x + CELL_WIDTH / 2,
        y=y + CELL_HEIGHT / 2 + 14,
        size=LARGE,
        fill=band.ink,
        anchor="middle",
        weight="700",
    )
    return format_html("{}{}{}", box, corner, number)
