"""Which tables hold the history beside the history tables themselves?"""

from .changes import ChangedRow, ChangeSet
from .disposals import Disposal
from .redactions import RedactedValue, Redaction
from .seals import Seal, SealRenewal
from .tracked import HistoryRow, TrackedModel, TrackedQuerySet, TrackedRecords

__all__ = [
    "ChangeSet",
    "ChangedRow",
    "Disposal",
    "HistoryRow",
    "RedactedValue",
    "Redaction",
    "Seal",
    "SealRenewal",
    "TrackedModel",
    "TrackedQuerySet",
    "TrackedRecords",
]
