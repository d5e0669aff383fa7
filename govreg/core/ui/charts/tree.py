"""Who reports to whom, layer by layer?

The layers run from left to right, because the names are long: side by side they would need a sheet
as wide as the lowest layer, below one another they need only its height.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import INK, LINE, PAPER, svg, text_lines, wrapped

BOX_WIDTH = 190
BETWEEN_LAYERS = 40
BETWEEN_BOXES = 12
PADDING = 10
SIZE = 14
SMALL = 12
LINE_STEP = 17.5
SMALL_STEP = 15.0
EDGE = 4
HEADING = 30
TOP_FILL = "#1d4f6e"
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Node:
    """One body: its name, what kind it is, its page and those below it.

    `layer` puts it further to the right than its depth does, where a layer is left out.
    """

    name: str
    kind: str = ""
    url: str = ""
    children: Sequence["Node"] = ()
    layer: int | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    node: Node
    layer: int
    top: float
    height: float
    children: tuple["_Placed", ...]

    @property
    def left(self) -> float:
        return EDGE + self.layer * (BOX_WIDTH + BETWEEN_LAYERS)

    @property
    def middle(self) -> float:
        return round(self.top + self.height / 2, 1)


def structure_tree(
    root: Node, *, title: str, chart_id: str, layers: Sequence[str] = ()
) -> SafeString:
    """Draw the tree; `layers` names the columns, from the first."""
    start = EDGE + (HEADING if layers else 0)
    placed, bottom = _place(root, layer=0, top=start)
    everything = _all(placed)
    deepest = max(one.layer for one in everything)
    parts = [_heading(index, name) for index, name in enumerate(layers[: deepest + 1])]
    parts += [_edge(parent, child) for parent in everything for child in parent.children]
    parts += [_box(one) for one in everything]
    return svg(
        parts,
        chart_id=chart_id,
        title=title,
        description=_description(everything),
        size=(
            2 * EDGE + (deepest + 1) * BOX_WIDTH + deepest * BETWEEN_LAYERS,
            bottom - BETWEEN_BOXES + EDGE,
        ),
        has_links=any(_is_ours(one.node.url) for one in everything),
    )


def _place(node: Node, *, layer: int, top: float) -> tuple[_Placed, float]:
    """Place a node beside the middle of those below it; return also where the next may start."""
    layer = max(layer, node.layer or 0)
    height = _height(node)
    children: list[_Placed] = []
    bottom = top
    for child in node.children if layer < DEEPEST else ():
        placed, bottom = _place(child, layer=layer + 1, top=bottom)
        children.append(placed)
    if not children:
        return _Placed(node, layer, top, height, ()), top + height + BETWEEN_BOXES
    middle = (children[0].middle + children[-1].middle) / 2
    own_top = max(top, middle - height / 2)
    end = max(bottom, own_top + height + BETWEEN_BOXES)
    return _Placed(node, layer, own_top, height, tuple(children)), end


def _lines(node: Node) -> tuple[list[str], list[str]]:
    room = BOX_WIDTH - 2 * PADDING
    return wrapped(node.name, room, SIZE, bold=True), wrapped(
        node.kind, room, SMALL
    ) if node.kind else []


def _height(node: Node) -> float:
    names, kinds = _lines(node)
    return 2 * PADDING + len(names) * LINE_STEP + len(kinds) * SMALL_STEP


def _all(placed: _Placed) -> list[_Placed]:
    return [placed, *(found for child in placed.children for found in _all(child))]


def _heading(index: int, name: str) -> SafeString:
    x = EDGE + index * (BOX_WIDTH + BETWEEN_LAYERS)
    return text_lines([name], x=x, y=EDGE + 14, size=SIZE, weight="700")


def _edge(parent: _Placed, child: _Placed) -> SafeString:
    start = parent.left + BOX_WIDTH
    turn = start + BETWEEN_LAYERS / 2
    return format_html(
        '<path d="M{} {}H{}V{}H{}" fill="none" stroke="{}" stroke-width="2"/>',
        start,
        parent.middle,
        turn,
        child.middle,
        child.left,
        LINE,
    )


def _box(placed: _Placed) -> SafeString:
    node = placed.node
    is_top = placed.layer == 0
    fill, ink = (TOP_FILL, PAPER) if is_top else (PAPER, INK)
    names, kinds = _lines(node)
    x = placed.left + PADDING
    first = placed.top + PADDING + 13
    box = format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}" stroke-width="2"/>',
        placed.left,
        round(placed.top, 1),
        BOX_WIDTH,
        round(placed.height, 1),
        fill,
        TOP_FILL,
    )
    name = text_lines(names, x=x, y=round(first, 1), size=SIZE, fill=ink, weight="700")
    below = round(first + len(names) * LINE_STEP - 1, 1)
    kind = text_lines(kinds, x=x, y=below, size=SMALL, fill=ink) if kinds else ""
    drawn = format_html("{}{}{}", box, name, kind)
    return format_html('<a href="{}">{}</a>', node.url, drawn) if _is_ours(node.url) else drawn


def _is_ours(url: str) -> bool:
    """Say whether an address is one of the register's own pages."""
    return url.startswith("/") and not url.startswith(("//", "/\\"))


def _description(everything: Sequence[_Placed]) -> str:
    sentences = [
        f"{one.node.name} oversees {', '.join(child.node.name for child in one.children)}."
        for one in everything
        if one.children
    ]
    return " ".join(sentences) or f"{everything[0].node.name} stands alone."
