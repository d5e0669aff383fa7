"""Which settings are there, what do they mean, and what holds until a council decides?"""

from dataclasses import dataclass

from govreg.core.access.roles import ROLES, Role


@dataclass(frozen=True, slots=True)
class Definition:
    """One setting: a whole number between two bounds, or yes and no written as 1 and 0."""

    name: str
    label: str
    explanation: str
    default: int
    least: int
    most: int
    group: str = ""


DUE_SOON_DAYS = "due-soon-days"
SHOW_OFFICER_NAMES = "show-officer-names"

#: The settings of this group have a page of their own, with a line for each role.
SECOND_FACTOR = "second-factor"


def second_factor_name(role: str) -> str:
    """Return the name of the setting that says whether a role needs a second factor."""
    return f"{SECOND_FACTOR}-{role}"


def _second_factor_of(role: Role) -> Definition:
    return Definition(
        second_factor_name(role.code),
        f"Second factor for the role {role.name} (1 for needed, 0 for not)",
        "With 1, whoever holds the role signs in with a code from their telephone as well.",
        default=0,
        least=0,
        most=1,
        group=SECOND_FACTOR,
    )


DEFINITIONS = {
    definition.name: definition
    for definition in (
        Definition(
            DUE_SOON_DAYS,
            "Days before the due date from which an action is “due soon”",
            "An agreed action shows “due soon” from this many days before its due date.",
            default=30,
            least=0,
            most=365,
        ),
        Definition(
            SHOW_OFFICER_NAMES,
            "Officers’ names in reports (1 for yes, 0 for no)",
            "Reports name posts and bodies. With 1, a user who owns an action is named beside.",
            default=0,
            least=0,
            most=1,
        ),
        *(_second_factor_of(role) for role in ROLES.values()),
    )
}
CHOICES = [(definition.name, definition.label) for definition in DEFINITIONS.values()]
