"""Which tables hold the history beside the history tables themselves?"""

from .changes import ChangedRow, ChangeSet
from .seals import Seal
from .tracked import HistoryRow, TrackedModel, TrackedQuerySet, TrackedRecords

__all__ = [
    "ChangeSet",
    "ChangedRow",
    "HistoryRow",
    "Seal",
    "TrackedModel",
    "TrackedQuerySet",
    "TrackedRecords",
]
