"""Which settings are there, what do they mean, and what holds until a council decides?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Definition:
    """One setting: a whole number between two bounds, or yes and no written as 1 and 0."""

    name: str
    label: str
    explanation: str
    default: int
    least: int
    most: int


DUE_SOON_DAYS = "due-soon-days"
SHOW_OFFICER_NAMES = "show-officer-names"

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
    )
}
CHOICES = [(definition.name, definition.label) for definition in DEFINITIONS.values()]
