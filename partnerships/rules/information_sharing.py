"""May this be recorded of a training, a reminder or an obstacle?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

TRAINING = "training"


def refusal_of_activity(
    *, kind: str, day: date | None, trained: int | None, ethics: bool | None, today: date
) -> Refusal | None:
    """Refuse what is still to come, and figures of a training for a reminder."""
    if day is not None and day > today:
        return Refusal(
            "sharing-to-come", f"{long_date(day)} is still to come. Record it once it was done."
        )
    if kind != TRAINING and (trained is not None or ethics is not None):
        return Refusal(
            "reminder-trains-nobody",
            "How many were trained, and whether ethics were covered, is said of a training only.",
        )
    return None


def refusal_of_obstacle(
    *, since: date, resolved_on: date | None, done: str, today: date
) -> Refusal | None:
    """Refuse days to come, and an obstacle that is resolved by nothing or before it was known."""
    for day in (since, resolved_on):
        if day is not None and day > today:
            return Refusal(
                "obstacle-to-come", f"{long_date(day)} is still to come. Give today or earlier."
            )
    if resolved_on is not None and resolved_on < since:
        return Refusal(
            "obstacle-resolved-earlier",
            f"It is known since {long_date(since)}, so it was not resolved before that.",
        )
    if resolved_on is not None and not done:
        return Refusal("obstacle-resolved-by-nothing", "Say what was done about it.")
    return None
