"""How many of each kind are there, for one thing after another?

Every part of a bar has a letter and a number in it, or beside the bar when it is too small, and a
description in words says the same: colour tells nobody anything alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .drawing import INK, PAPER, svg, text_lines, wrapped

WIDTH = 660
LABEL_WIDTH = 210
BAR_HEIGHT = 30
GAP = 14
SIZE = 14
LINE_STEP = 17.5
NO_BREAK = "\N{NO-BREAK SPACE}"
KEY_WIDTH = 130
#: Each is drawn twice, once for a narrow screen.
CHARTS_KEPT = 64
#: A part has room for its letter and number where each of their signs has so much.
SIGN_WIDTH = 9


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide a drawing is, and of that the labels before the bars and the words after them.

    Where there is no room before the bars each label stands above its own.
    """

    width: int
    label: int
    beside: int


WIDE = Layout(WIDTH, LABEL_WIDTH, 110)
#: For the page on a telephone of 360 pixels, in letters of the same size.
NARROW = Layout(326, 0, 96)


@dataclass(frozen=True, slots=True)
class Segment:
    """One kind: its key in the figures, its word, its letter and its colours."""

    key: str
    label: str
    letter: str
    fill: str
    ink: str = PAPER
    outline: str = PAPER


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing and its figures by kind."""

    label: str
    counts: Mapping[str, int]


PROGRESS_SEGMENTS = (
    Segment("late", "Late", "L", "#a8201a"),
    Segment("at-risk", "At risk", "R", "#ffdd00", INK),
    Segment("on-track", "On track", "T", "#0f7a52"),
    Segment("not-started", "Not started", "N", "#6f777b"),
    Segment("complete", "Complete", "C", "#1d5b96"),
)
QUARTERLY_SEGMENTS = (
    Segment("red", "Red", "R", "#a8201a"),
    Segment("amber", "Amber", "A", "#f4a347", INK),
    Segment("green", "Green", "G", "#0f7a52"),
    Segment("white", "White", "W", "#ffffff", INK, INK),
    Segment("blank", "Blank", "B", "#d9d9d9", INK),
)


def stacked_bars(
    bars: Sequence[Bar],
    *,
    segments: Sequence[Segment],
    title: str,
    chart_id: str,
    layout: Layout = WIDE,
) -> SafeString:
    """Draw one bar for each thing, as long as its figures together, with a key below.

    Equal figures are drawn once: a committee opens a page together.
    """
    figures = ((bar.label, tuple(bar.counts.get(one.key, 0) for one in segments)) for bar in bars)
    return _drawn(tuple(figures), tuple(segments), title, chart_id, layout)


@dataclass(frozen=True, slots=True)
class Drawings:
    """One chart, drawn for a wide page and for a telephone."""

    wide: SafeString
    narrow: SafeString


def bars_for_page(
    bars: Sequence[Bar], *, segments: Sequence[Segment], title: str, chart_id: str
) -> Drawings:
    """Draw the same bars for a wide page and for a telephone."""
    return Drawings(
        stacked_bars(bars, segments=segments, title=title, chart_id=chart_id),
        stacked_bars(
            bars, segments=segments, title=title, chart_id=f"{chart_id}-narrow", layout=NARROW
        ),
    )


@lru_cache(maxsize=CHARTS_KEPT)
def _drawn(
    figures: tuple[tuple[str, tuple[int, ...]], ...],
    segments: tuple[Segment, ...],
    title: str,
    chart_id: str,
    layout: Layout,
) -> SafeString:
    keys = [segment.key for segment in segments]
    bars = [Bar(label, dict(zip(keys, counts, strict=True))) for label, counts in figures]
    most = max((_total(bar, segments) for bar in bars), default=0) or 1
    unit = (layout.width - layout.label - layout.beside) / most
    parts: list[SafeString] = []
    top = 4.0
    for bar in bars:
        lines = wrapped(bar.label, (layout.label or layout.width) - 14, SIZE)
        beside = wrapped(_beside(bar, segments, unit), layout.beside - 8, SIZE)
        height = max(BAR_HEIGHT, len(beside) * LINE_STEP)
        if layout.label:
            height = max(height, len(lines) * LINE_STEP)
            first, x, anchor = _first_line(lines, top + height / 2), layout.label - 10, "end"
        else:
            first, x, anchor = round(top + SIZE, 1), 0, "start"
            top += len(lines) * LINE_STEP + 2
        parts.append(text_lines(lines, x=x, y=first, size=SIZE, anchor=anchor))
        parts += _bar(bar, segments, beside, x=layout.label, middle=top + height / 2, unit=unit)
        top += height + GAP
    key, top = _key(segments, top + 4, layout.width)
    return svg(
        [*parts, *key],
        chart_id=chart_id,
        title=title,
        description=_description(bars, segments),
        size=(layout.width, top),
    )


def _bar(
    bar: Bar,
    segments: Sequence[Segment],
    beside: list[str],
    *,
    x: float,
    middle: float,
    unit: float,
) -> list[SafeString]:
    parts = []
    for segment in segments:
        count = bar.counts.get(segment.key, 0)
        if count:
            parts.append(_segment(segment, count, x, middle, count * unit))
            x += count * unit
    parts.append(text_lines(beside, x=round(x + 8, 1), y=_first_line(beside, middle), size=SIZE))
    return parts


def _first_line(lines: list[str], middle: float) -> float:
    """Return where the first of some lines stands, so that all stand about the middle."""
    return round(middle - (len(lines) - 1) * LINE_STEP / 2 + 5, 1)


def _segment(segment: Segment, count: int, x: float, middle: float, width: float) -> SafeString:
    box = mark_safe(  # noqa: S308 - numbers, and colours of the program's own
        f'<rect x="{round(x, 1)}" y="{round(middle - BAR_HEIGHT / 2, 1)}" '
        f'width="{round(width, 1)}" height="{BAR_HEIGHT}" fill="{segment.fill}" '
        f'stroke="{segment.outline}" stroke-width="1.5"/>'
    )
    words = f"{segment.letter} {count}"
    if not _has_room(words, width):
        return box
    label = text_lines(
        [words],
        x=round(x + width / 2, 1),
        y=round(middle + 5, 1),
        size=SIZE,
        fill=segment.ink,
        anchor="middle",
        weight="700",
    )
    return mark_safe(box + label)  # noqa: S308 - both are safe


def _has_room(words: str, width: float) -> bool:
    return width >= SIGN_WIDTH * len(words)


def _beside(bar: Bar, segments: Sequence[Segment], unit: float) -> str:
    """Return what stands after the bar: the parts with no room for their number, and the total."""
    small = [
        f"{segment.letter}{NO_BREAK}{count}"
        for segment in segments
        if (count := bar.counts.get(segment.key, 0))
        and not _has_room(f"{segment.letter} {count}", count * unit)
    ]
    total = _total(bar, segments)
    return ", ".join([*small, f"{total}{NO_BREAK}in{NO_BREAK}all" if total else "none"])


def _key(segments: Sequence[Segment], top: float, width: int) -> tuple[list[SafeString], float]:
    in_a_row = width // KEY_WIDTH
    parts = []
    for index, segment in enumerate(segments):
        x = 4 + (index % in_a_row) * KEY_WIDTH
        y = top + (index // in_a_row) * 26
        box = format_html(
            '<rect x="{}" y="{}" width="20" height="20" fill="{}" stroke="{}"/>',
            x,
            y,
            segment.fill,
            INK,
        )
        letter = text_lines(
            [segment.letter],
            x=x + 10,
            y=y + 15,
            size=13,
            fill=segment.ink,
            anchor="middle",
            weight="700",
        )
        parts += [box, letter, text_lines([segment.label], x=x + 28, y=y + 15, size=SIZE)]
    rows = -(-len(segments) // in_a_row)
    return parts, top + rows * 26 + 2


def _total(bar: Bar, segments: Sequence[Segment]) -> int:
    return sum(bar.counts.get(segment.key, 0) for segment in segments)


def _description(bars: Sequence[Bar], segments: Sequence[Segment]) -> str:
    sentences = []
    for bar in bars:
        counted = [
            f"{bar.counts[segment.key]} {segment.label.lower()}"
            for segment in segments
            if bar.counts.get(segment.key)
        ]
        sentences.append(f"{bar.label}: {', '.join(counted) or 'none'}.")
    return " ".join(sentences)
