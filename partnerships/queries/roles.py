"""Which roles and standing briefings does a partnership have, and how do they stand?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerships.models import Partnership, PartnershipRole, StandingBriefing

from .reporting import soon, standing_of

NEVER_HELD = "Never held"


@dataclass(frozen=True, slots=True)
class BriefingShown:
    """One standing briefing and how it stands."""

    briefing: Any
    standing: str
    colour: str


@dataclass(frozen=True, slots=True)
class RolesSummary:
    """How many roles and briefings are in force, and what they lack."""

    roles: int
    unexplained: int
    briefings: int
    overdue: int


def roles_of(partnership: Partnership) -> list[PartnershipRole]:
    """Return the roles of a partnership, by title, with those that ended."""
    found = PartnershipRole.objects.filter(partnership=partnership)
    return list(found.select_related("holder", "document"))


def is_explained(role: PartnershipRole) -> bool:
    """Say whether partners can read anywhere what a role is."""
    return bool(role.document_id or role.explained_in)


def briefings_of(partnership: Partnership, *, on: date) -> list[BriefingShown]:
    """Return the standing briefings of a partnership, each with how it stands on a day."""
    until = soon(on=on)
    found = StandingBriefing.objects.filter(partnership=partnership)
    return [
        BriefingShown(one, *standing_of(one, on=on, soon=until, never=NEVER_HELD))
        for one in found.select_related("briefed_by", "briefed")
    ]


def summary_of(partnership: Partnership, *, on: date) -> RolesSummary:
    """Return how the roles and briefings in force on a day stand."""
    roles = list(PartnershipRole.objects.filter(partnership=partnership).in_force(on=on))
    held = StandingBriefing.objects.filter(partnership=partnership).in_force(on=on)
    due = list(held.values_list("next_due", flat=True))
    return RolesSummary(
        roles=len(roles),
        unexplained=sum(not is_explained(role) for role in roles),
        briefings=len(due),
        overdue=sum(day is not None and day < on for day in due),
    )
