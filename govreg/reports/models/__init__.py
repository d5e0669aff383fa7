"""Which reports were issued for good, and what did committees decide on them?"""

from .committee_decisions import CommitteeDecision, WorkProgrammeItem
from .follow_up import FollowUpIssue, FollowUpReport
from .issues import ReportIssue
from .scrutiny import ScrutinyIssue, ScrutinyReport, ScrutinySection

__all__ = [
    "CommitteeDecision",
    "FollowUpIssue",
    "FollowUpReport",
    "ReportIssue",
    "ScrutinyIssue",
    "ScrutinyReport",
    "ScrutinySection",
    "WorkProgrammeItem",
]
