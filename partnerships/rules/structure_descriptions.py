"""May this be kept as a description of a structure?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_description(*, day: date, today: date, taken: bool) -> Refusal | None:
    """Refuse a description that is still to come, and a second one of one source and day."""
    if day > today:
        return Refusal(
            "description-to-come",
            f"{long_date(day)} is still to come. Give the date of the report or paper.",
        )
    if taken:
        return Refusal(
            "described-already",
            "What this source said on this day is recorded already. Change that description, or "
            "name the place in the source.",
        )
    return None
