"""Which records does the partnership register hold?"""

from .alignment import StrategicFramework, StrategicTheme, ThemeContribution
from .arrangements import MeetingArrangement
from .attendance import Attendance
from .bodies import Body, BodyReportsTo
from .calendars import CalendarLink
from .checklists import Checklist, ChecklistAnswer
from .decisions import Decision
from .interventions import AttendanceIntervention
from .key_messages import KeyMessage
from .meetings import Meeting
from .membership_reviews import MembershipReview
from .memberships import Membership
from .minutes import Minutes
from .organisations import Organisation, OrganisationAlias
from .partnerships import Partnership, PartnershipAlias
from .posts import Post, PostHolding
from .reporting import ReportingLine, ReportMade
from .risks import Risk, RiskAction, RiskAssessment, RiskRegisterState
from .teams import Team, TeamMembership

__all__ = [
    "Attendance",
    "AttendanceIntervention",
    "Body",
    "BodyReportsTo",
    "CalendarLink",
    "Checklist",
    "ChecklistAnswer",
    "Decision",
    "KeyMessage",
    "Meeting",
    "MeetingArrangement",
    "Membership",
    "MembershipReview",
    "Minutes",
    "Organisation",
    "OrganisationAlias",
    "Partnership",
    "PartnershipAlias",
    "Post",
    "PostHolding",
    "ReportMade",
    "ReportingLine",
    "Risk",
    "RiskAction",
    "RiskAssessment",
    "RiskRegisterState",
    "StrategicFramework",
    "StrategicTheme",
    "Team",
    "TeamMembership",
    "ThemeContribution",
]
