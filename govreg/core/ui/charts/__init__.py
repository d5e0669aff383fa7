"""Which charts can a page and a PDF show?"""

from .amounts import AmountBar, amount_bars
from .bars import PROGRESS_SEGMENTS, QUARTERLY_SEGMENTS, Bar, Segment, stacked_bars
from .tree import Node, structure_tree

__all__ = [
    "PROGRESS_SEGMENTS",
    "QUARTERLY_SEGMENTS",
    "AmountBar",
    "Bar",
    "Node",
    "Segment",
    "amount_bars",
    "stacked_bars",
    "structure_tree",
]
