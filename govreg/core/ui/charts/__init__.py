"""Which charts can a page and a PDF show?"""

from .bars import PROGRESS_SEGMENTS, QUARTERLY_SEGMENTS, Bar, Segment, stacked_bars
from .tree import Node, structure_tree

__all__ = [
    "PROGRESS_SEGMENTS",
    "QUARTERLY_SEGMENTS",
    "Bar",
    "Node",
    "Segment",
    "stacked_bars",
    "structure_tree",
]
