"""Which roles are there, and what may each of them do?

One page on purpose: whoever asks "who may do that?" reads it here and nowhere else.
"""

from dataclasses import dataclass

from .permissions import Permission as P


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a user holds for one scope, or for the whole council."""

    code: str
    name: str
    description: str
    permissions: frozenset[P]


_READ = {P.VIEW_PARTNERSHIPS, P.VIEW_ISSUED_REVIEWS}
_KEEP = {P.KEEP_PARTNERSHIPS, P.KEEP_MEMBERSHIP, P.KEEP_PLANS, P.RUN_QUARTERS}

ADMINISTRATOR = Role(
    "administrator",
    "Administrator",
    "Keeps users, roles, organisations, posts, scales and settings. Does not write reviews or "
    "answer them.",
    frozenset(
        _READ
        | {
            P.VIEW_DISCUSSED_REVIEWS,
            P.VIEW_HISTORY,
            P.ADMINISTER_PEOPLE,
            P.ADMINISTER_REFERENCE,
            P.REOPEN_QUARTERS,
            P.KEEP_OUTBOX,
            P.VIEW_ACCESS_LOG,
            P.REDACT,
        }
    ),
)
PARTNERSHIPS_OFFICER = Role(
    "partnerships-officer",
    "Partnerships officer",
    "Keeps the register as a whole: every partnership, every response, every action plan.",
    frozenset(
        _READ
        | _KEEP
        | {
            P.VIEW_EXEMPT,
            P.VIEW_DISCUSSED_REVIEWS,
            P.WRITE_RESPONSES,
            P.RECORD_PROGRESS,
            P.RECORD_DECISIONS,
            P.KEEP_WINDOWS,
            P.ISSUE_REPORTS,
            P.VIEW_HISTORY,
        }
    ),
)
LEAD_OFFICER = Role(
    "lead-officer",
    "Partnership lead officer",
    "Answers for one partnership: its entry, its responses to reviews and its actions.",
    frozenset(
        _READ
        | _KEEP
        | {
            P.VIEW_EXEMPT,
            P.VIEW_DISCUSSED_REVIEWS,
            P.WRITE_RESPONSES,
            P.RECORD_PROGRESS,
            P.VIEW_HISTORY,
        }
    ),
)
AREA_MANAGER = Role(
    "area-manager",
    "Area manager",
    "Keeps the bodies, members, meetings, attendance, documents and plans of an area's "
    "partnership.",
    frozenset(_READ | {P.KEEP_MEMBERSHIP, P.KEEP_PLANS, P.VIEW_EXEMPT, P.VIEW_HISTORY}),
)
ACTION_OWNER = Role(
    "action-owner",
    "Action owner",
    "Records progress on the agreed actions that they, their post, team or body own, and answers "
    "each quarter for the plan actions that their organisation leads. An officer of a partner "
    "organisation may be one.",
    frozenset({P.ANSWER_PLANS}),
)
SENIOR_OFFICER = Role(
    "senior-officer",
    "Senior officer",
    "Approves management responses, endorses extensions and may accept a risk.",
    frozenset(
        _READ
        | {
            P.VIEW_EXEMPT,
            P.VIEW_DISCUSSED_REVIEWS,
            P.APPROVE_RESPONSES,
            P.ACCEPT_RISK,
            P.VIEW_HISTORY,
        }
    ),
)
AUDITOR = Role(
    "auditor",
    "Auditor",
    "Writes and issues reviews, verifies what was implemented, closes and reopens.",
    frozenset(
        _READ
        | {
            P.VIEW_EXEMPT,
            P.VIEW_DISCUSSED_REVIEWS,
            P.WRITE_REVIEWS,
            P.KEEP_WINDOWS,
            P.VERIFY,
            P.ISSUE_REPORTS,
            P.VIEW_HISTORY,
        }
    ),
)
DEMOCRATIC_SERVICES = Role(
    "democratic-services",
    "Democratic services",
    "Prepares committee papers from issued reviews and records what committees decided.",
    frozenset(_READ | {P.VIEW_EXEMPT, P.RECORD_DECISIONS, P.ISSUE_REPORTS, P.VIEW_HISTORY}),
)
SCRUTINY_MEMBER = Role(
    "scrutiny-member",
    "Scrutiny or audit committee member",
    "Reads what has been issued, and how each recommendation was followed up. Changes nothing.",
    frozenset(_READ | {P.VIEW_HISTORY}),
)

ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        ADMINISTRATOR,
        PARTNERSHIPS_OFFICER,
        LEAD_OFFICER,
        AREA_MANAGER,
        ACTION_OWNER,
        SENIOR_OFFICER,
        AUDITOR,
        DEMOCRATIC_SERVICES,
        SCRUTINY_MEMBER,
    )
}
CHOICES = [(role.code, role.name) for role in ROLES.values()]
