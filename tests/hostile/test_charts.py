"""Does a drawing stay a drawing, whatever the names in it say?"""

from collections.abc import Iterator
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from govreg.core.ui.charts import (
    PROGRESS_SEGMENTS,
    AmountBar,
    Bar,
    Node,
    amount_bars,
    heat_map,
    stacked_bars,
    structure_tree,
)
from govreg.core.ui.charts.drawing import STANDS_IN
from govreg.core.ui.charts.heat import HeatBand
from govreg.reports.documents.parts import Component, Structure
from govreg.reports.rendering.diagram import diagram

from .payloads import TEXTS

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {SVG + name for name in ("svg", "title", "desc", "text", "tspan", "rect", "path", "a")}
ADDRESSES = ("javascript:alert(1)", "//198.51.100.1/", "https://198.51.100.1/", "data:text/html,x")


def tree(text: str, url: str = "/partnerships/a/") -> str:
    child = Node(name=text, kind=text, url=url, children=[Node(name=text)])
    root = Node(name=text, kind=text, url=url, children=[child, child])
    return structure_tree(root, title=text, chart_id=text, layers=[text, text])


def bars(text: str) -> str:
    counted = [Bar(text, {"late": 3}), Bar(text, {}), Bar(text, {"late": 200, "complete": 1})]
    return stacked_bars(counted, segments=PROGRESS_SEGMENTS, title=text, chart_id=text)


def amounts(text: str) -> str:
    drawn = [AmountBar(text, Decimal(n), "late") for n in ("0.01", "999999999999.99", "0")]
    return amount_bars(drawn, kinds=PROGRESS_SEGMENTS[:2], title=text, chart_id=text)


def heat(text: str) -> str:
    band = HeatBand(text, text, "#0f7a52")
    return heat_map({(1, 1): 1}, points=4, band_of=lambda _: band, title=text, chart_id=text)


def report(text: str, *, on_paper: bool) -> str:
    inner = Component(text, text, text, text, text, text, text, text, ())
    outer = Component(text, text, text, text, text, text, text, text, (inner,))
    return diagram(Structure(text, text, (outer,)), on_paper=on_paper)


def every_chart(text: str) -> Iterator[str]:
    yield tree(text)
    yield bars(text)
    yield amounts(text)
    yield heat(text)
    yield report(text, on_paper=False)
    yield report(text, on_paper=True)


def problems(drawing: str) -> list[str]:
    """Return what in a drawing is more than lines and words."""
    root = ElementTree.fromstring(drawing)  # what is no XML is an error here
    found = []
    for element in root.iter():
        if element.tag not in DRAWN:
            found.append(f"an element {element.tag}")
        for name, value in element.attrib.items():
            leads_out = "href" in name and not value.startswith("/partnerships/")
            if name.lower().startswith("on") or name == "style" or leads_out or "url(" in value:
                found.append(f"{name}={value[:60]}")
    return found


def squeezed(text: str) -> str:
    """Return the letters of a text that XML can hold, without what breaks lines."""
    return "".join(c for c in text if c.isprintable() and not c.isspace() and c != STANDS_IN)


@pytest.mark.parametrize("name", TEXTS)
def test_a_drawing_is_lines_and_words_and_nothing_more(name):
    text = TEXTS[name]
    inspected = 0
    for drawing in every_chart(text):
        assert problems(drawing) == []
        words = squeezed("".join(ElementTree.fromstring(drawing).itertext()))
        assert squeezed(text) in words
        inspected += 1
    assert inspected == 6


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_box_leads_to_a_page_of_the_register_or_nowhere(address):
    drawing = tree("A board", url=address)
    assert problems(drawing) == []
    assert "<a " not in drawing
    assert "<a " in tree("A board")
