"""Which charts can a page and a PDF show?"""

from .amounts import AmountBar, amount_bars
from .bars import (
    PROGRESS_SEGMENTS,
    QUARTERLY_SEGMENTS,
    Bar,
    Drawings,
    Segment,
    bars_for_page,
    stacked_bars,
)
from .heat import HeatBand, heat_map
from .lines import TrendPoint, spark_line, trend_line
from .tree import Node, structure_tree

__all__ = [
    "PROGRESS_SEGMENTS",
    "QUARTERLY_SEGMENTS",
    "AmountBar",
    "Bar",
    "Drawings",
    "HeatBand",
    "Node",
    "Segment",
    "TrendPoint",
    "amount_bars",
    "bars_for_page",
    "heat_map",
    "spark_line",
    "stacked_bars",
    "structure_tree",
    "trend_line",
]
