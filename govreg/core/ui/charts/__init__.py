"""Which charts can a page and a PDF show?"""

from .amounts import AmountBar, amount_bars
from .bars import (
    NARROW,
    PROGRESS_SEGMENTS,
    QUARTERLY_SEGMENTS,
    WIDE,
    Bar,
    Layout,
    Segment,
    stacked_bars,
)
from .heat import HeatBand, heat_map
from .lines import TrendPoint, spark_line, trend_line
from .tree import Node, structure_tree

__all__ = [
    "NARROW",
    "PROGRESS_SEGMENTS",
    "QUARTERLY_SEGMENTS",
    "WIDE",
    "AmountBar",
    "Bar",
    "HeatBand",
    "Layout",
    "Node",
    "Segment",
    "TrendPoint",
    "amount_bars",
    "heat_map",
    "spark_line",
    "stacked_bars",
    "structure_tree",
    "trend_line",
]
