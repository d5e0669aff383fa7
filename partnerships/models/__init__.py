"""Which records does the partnership register hold?"""

from .bodies import Body, BodyReportsTo
from .checklists import Checklist, ChecklistAnswer
from .membership_reviews import MembershipReview
from .memberships import Membership
from .organisations import Organisation, OrganisationAlias
from .partnerships import Partnership, PartnershipAlias
from .posts import Post, PostHolding
from .teams import Team, TeamMembership

__all__ = [
    "Body",
    "BodyReportsTo",
    "Checklist",
    "ChecklistAnswer",
    "Membership",
    "MembershipReview",
    "Organisation",
    "OrganisationAlias",
    "Partnership",
    "PartnershipAlias",
    "Post",
    "PostHolding",
    "Team",
    "TeamMembership",
]
