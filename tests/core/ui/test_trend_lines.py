"""Does a trend say in words and figures what its line shows, whatever the figures are?"""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from govreg.core.ui.charts import TrendPoint, spark_line, trend_line

SVG = "{http://www.w3.org/2000/svg}"


def drawn(points, **options):
    text = trend_line(points, title="Litter", chart_id="litter", **options)
    return ElementTree.fromstring(text)


def texts(root):
    return [span.text for span in root.iter(f"{SVG}tspan")]


def points(*values, target=None):
    goal = None if target is None else Decimal(target)
    return [
        TrendPoint(f"Q{n}", None if value is None else Decimal(value), goal)
        for n, value in enumerate(values, 1)
    ]


def test_every_figure_and_every_gap_is_told():
    root = drawn(points("19", None, "14.5000", target="15"), unit="per cent", baseline=Decimal(21))
    told = root.find(f"{SVG}desc").text
    assert told == (
        "Q1: 19 per cent, target 15. Q2: no figure, target 15. Q3: 14.5 per cent, target 15. "
        "Baseline: 21."
    )
    assert {"19", "14.5", "Figure", "Target", "Baseline"} <= set(texts(root))


def test_a_better_figure_stands_where_it_belongs_and_a_gap_breaks_the_line():
    root = drawn(points("10", "20", None, "5"))
    dots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in root.iter(f"{SVG}circle")]
    assert dots[1][1] < dots[0][1] < dots[2][1]
    assert dots[0][0] < dots[1][0] < dots[2][0]
    lines = [line for line in root.iter(f"{SVG}polyline") if line.get("stroke-width") == "2.5"]
    assert len(lines) == 2, "the key, and the line between the first two"


@pytest.mark.parametrize("values", [("3",), ("3", "3"), ("-4", "0"), (None, None), ()])
def test_few_same_or_no_figures_are_drawn_too(values):
    root = drawn(points(*values))
    assert len(list(root.iter(f"{SVG}circle"))) == sum(value is not None for value in values)


def test_a_name_cannot_break_out_of_the_drawing():
    text = trend_line(
        [TrendPoint("<b>&", Decimal(1))], title="</svg><script>", chart_id="x", unit='"'
    )
    assert "<script>" not in text
    ElementTree.fromstring(text)


def test_a_small_trend_needs_two_figures_and_tells_them():
    assert spark_line([("Q1", Decimal(1)), ("Q2", None)], title="T", chart_id="t") == ""
    root = ElementTree.fromstring(
        spark_line([("Q1", Decimal(1)), ("Q2", None), ("Q3", Decimal(2))], title="T", chart_id="t")
    )
    assert root.find(f"{SVG}desc").text == "Q1: 1, Q3: 2."
