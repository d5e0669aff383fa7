"""Which records does the partnership register hold?"""

from .accountability import AccountabilityTable, Complaint
from .alignment import StrategicFramework, StrategicTheme, ThemeContribution
from .areas import Area
from .arrangements import MeetingArrangement
from .attendance import Attendance
from .bodies import Body, BodyReportsTo
from .calendars import CalendarLink
from .case_studies import CaseStudy, CaseStudyPartner
from .chairs import Chair
from .checklists import Checklist, ChecklistAnswer
from .commissioning import CommissioningAnswer, CommissioningDecision
from .communications import CommunicationMade, PlannedCommunication
from .contributions import Contribution, ContributionVariation, FundingYear
from .decisions import Decision
from .document_adoptions import DocumentAdoption
from .document_reviews import DocumentReview
from .document_versions import DocumentFile, DocumentVersion
from .documents import REVIEWED, DocumentState, GovernanceDocument
from .engagement import Engagement
from .engagement_files import EngagementFile
from .exemptions import ExemptParagraph
from .financial_reports import FinancialReport
from .funding import FundingArrangement
from .good_practice import GoodPractice, GoodPracticeAdoption
from .governance_reviews import PartnershipReview, RemedialAction, ReviewAnswer, ReviewRound
from .hosting import HostingAgreement, HostingSupport
from .indicator_values import WHOLE_YEAR, DataQualityJudgement, IndicatorValue
from .indicators import Indicator, IndicatorChallenge, IndicatorTarget
from .information_sharing import SharingActivity, SharingObstacle
from .interests import Interest
from .interventions import AttendanceIntervention
from .key_messages import KeyMessage
from .liaison import StandingBriefing
from .meetings import Meeting
from .membership_reviews import MembershipReview
from .memberships import Membership
from .minutes import Minutes
from .organisations import Organisation, OrganisationAlias
from .partnerships import Partnership, PartnershipAlias
from .plan_actions import JointOutcome, PlanAction, PlanActionPartner
from .plans import Plan, PlanPriority, PlanTheme
from .posts import Post, PostHolding
from .quarterly_answers import QuarterlyAnswer
from .quarters import FrozenPlan, QuarterVersion, ReportingQuarter
from .reporting import ReportingLine, ReportMade
from .resource_maps import ResourceLine, ResourceMap
from .risks import Risk, RiskAction, RiskAssessment, RiskRegisterState
from .roles import PartnershipRole
from .smart_tests import SmartJudgement
from .spending import Efficiency, Expenditure
from .statutory_members import RequiredMember
from .structure_descriptions import StructureDescription
from .teams import Team, TeamMembership

__all__ = [
    "REVIEWED",
    "WHOLE_YEAR",
    "AccountabilityTable",
    "Area",
    "Attendance",
    "AttendanceIntervention",
    "Body",
    "BodyReportsTo",
    "CalendarLink",
    "CaseStudy",
    "CaseStudyPartner",
    "Chair",
    "Checklist",
    "ChecklistAnswer",
    "CommissioningAnswer",
    "CommissioningDecision",
    "CommunicationMade",
    "Complaint",
    "Contribution",
    "ContributionVariation",
    "DataQualityJudgement",
    "Decision",
    "DocumentAdoption",
    "DocumentFile",
    "DocumentReview",
    "DocumentState",
    "DocumentVersion",
    "Efficiency",
    "Engagement",
    "EngagementFile",
    "ExemptParagraph",
    "Expenditure",
    "FinancialReport",
    "FrozenPlan",
    "FundingArrangement",
    "FundingYear",
    "GoodPractice",
    "GoodPracticeAdoption",
    "GovernanceDocument",
    "HostingAgreement",
    "HostingSupport",
    "Indicator",
    "IndicatorChallenge",
    "IndicatorTarget",
    "IndicatorValue",
    "Interest",
    "JointOutcome",
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
    "PartnershipRole",
    "Plan",
    "PlanAction",
    "PlanActionPartner",
    "PlanPriority",
    "PlanTheme",
    "PlannedCommunication",
    "Post",
    "PostHolding",
    "QuarterVersion",
    "QuarterlyAnswer",
    "RemedialAction",
    "ReportMade",
    "ReportingLine",
    "ReportingQuarter",
    "RequiredMember",
    "ResourceLine",
    "ResourceMap",
    "ReviewAnswer",
    "ReviewRound",
    "Risk",
    "RiskAction",
    "RiskAssessment",
    "RiskRegisterState",
    "SharingActivity",
    "SharingObstacle",
    "SmartJudgement",
    "StandingBriefing",
    "StrategicFramework",
    "StrategicTheme",
    "StructureDescription",
    "Team",
    "TeamMembership",
    "ThemeContribution",
]
