"""Which records does the partnership register hold?"""

from .arrangements import MeetingArrangement
from .attendance import Attendance
from .bodies import Body, BodyReportsTo
from .calendars import CalendarLink
from .checklists import Checklist, ChecklistAnswer
from .contributions import Contribution, ContributionVariation, FundingYear
from .decisions import Decision
from .document_adoptions import DocumentAdoption
from .document_reviews import DocumentReview
from .document_versions import DocumentFile, DocumentVersion
from .documents import REVIEWED, DocumentState, GovernanceDocument
from .financial_reports import FinancialReport
from .funding import FundingArrangement
from .governance_reviews import Judgement, PartnershipReview, RemedialAction, ReviewRound
from .hosting import HostingAgreement, HostingSupport
from .interventions import AttendanceIntervention
from .key_messages import KeyMessage
from .meetings import Meeting
from .membership_reviews import MembershipReview
from .memberships import Membership
from .minutes import Minutes
from .organisations import Organisation, OrganisationAlias
from .partnerships import Partnership, PartnershipAlias
from .posts import Post, PostHolding
from .resource_maps import ResourceLine, ResourceMap
from .spending import Efficiency, Expenditure
from .teams import Team, TeamMembership

__all__ = [
    "REVIEWED",
    "Attendance",
    "AttendanceIntervention",
    "Body",
    "BodyReportsTo",
    "CalendarLink",
    "Checklist",
    "ChecklistAnswer",
    "Contribution",
    "ContributionVariation",
    "Decision",
    "DocumentAdoption",
    "DocumentFile",
    "DocumentReview",
    "DocumentState",
    "DocumentVersion",
    "Efficiency",
    "Expenditure",
    "FinancialReport",
    "FundingArrangement",
    "FundingYear",
    "GovernanceDocument",
    "HostingAgreement",
    "HostingSupport",
    "Judgement",
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
    "PartnershipReview",
    "Post",
    "PostHolding",
    "RemedialAction",
    "ResourceLine",
    "ResourceMap",
    "ReviewRound",
    "Team",
    "TeamMembership",
]
