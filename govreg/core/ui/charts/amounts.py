"""How large are some amounts of money beside each other?

Each bar says its amount in figures and its kind by a letter, so that colour tells nobody anything
alone; a bar too small to see keeps its figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..words import money
from .bars import BAR_HEIGHT, GAP, KEY_WIDTH, LABEL_WIDTH, LINE_STEP, SIZE, WIDTH, Segment
from .drawing import INK, svg, text_lines, wrapped

#: Room for an amount as large as the register keeps.
AMOUNT_WIDTH = 180
LEAST_WITH_LETTER = 20
WIDE_KEY = 2 * KEY_WIDTH


@dataclass(frozen=True, slots=True)
class AmountBar:
    """One amount in pounds, whose it is, and the key of its kind."""

    label: str
    amount: Decimal
    kind: str


def amount_bars(
    bars: Sequence[AmountBar], *, kinds: Sequence[Segment], title: str, chart_id: str
) -> SafeString:
    """Draw one bar for each amount, all to one scale, with a key of the kinds below."""
    by_key = {kind.key: kind for kind in kinds}
    most = max((bar.amount for bar in bars), default=Decimal(0)) or Decimal(1)
    room = WIDTH - LABEL_WIDTH - AMOUNT_WIDTH
    parts: list[SafeString] = []
    top = 4.0
    for bar in bars:
        lines = wrapped(bar.label, LABEL_WIDTH - 14, SIZE)
        height = max(BAR_HEIGHT, len(lines) * LINE_STEP)
        width = max(1.0, float(bar.amount / most) * room)
        parts += _bar(bar, by_key[bar.kind], lines, middle=top + height / 2, width=width)
        top += height + GAP
    for index, kind in enumerate(kinds):
        parts += _key(kind, x=4 + index * WIDE_KEY, y=top + 4)
    said = " ".join(f"{bar.label}, {by_key[bar.kind].label}: {money(bar.amount)}." for bar in bars)
    return svg(parts, chart_id=chart_id, title=title, description=said, size=(WIDTH, top + 32))


def _bar(
    bar: AmountBar, kind: Segment, lines: list[str], *, middle: float, width: float
) -> list[SafeString]:
    first = round(middle - (len(lines) - 1) * LINE_STEP / 2 + 5, 1)
    base = round(middle + 5, 1)
    parts = [text_lines(lines, x=LABEL_WIDTH - 10, y=first, size=SIZE, anchor="end")]
    parts.append(_box(kind, LABEL_WIDTH, middle - BAR_HEIGHT / 2, width, BAR_HEIGHT))
    if width >= LEAST_WITH_LETTER:
        parts.append(_letter(kind, LABEL_WIDTH + 10, base))
    said = money(bar.amount) if width >= LEAST_WITH_LETTER else f"{kind.letter} {money(bar.amount)}"
    parts.append(text_lines([said], x=round(LABEL_WIDTH + width + 8, 1), y=base, size=SIZE))
    return parts


def _key(kind: Segment, *, x: float, y: float) -> list[SafeString]:
    words = text_lines([kind.label], x=x + 28, y=y + 15, size=SIZE)
    return [_box(kind, x, y, 20, 20), _letter(kind, x + 10, y + 15), words]


def _box(kind: Segment, x: float, y: float, width: float, height: float) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"/>',
        round(x, 1),
        round(y, 1),
        round(width, 1),
        height,
        kind.fill,
        INK,
    )


def _letter(kind: Segment, x: float, y: float) -> SafeString:
    look = {"fill": kind.ink, "anchor": "middle", "weight": "700"}
    return text_lines([kind.letter], x=x, y=y, size=SIZE, **look)
