"""May this stand as a case study of a partnership?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_period(*, start: date, end: date | None, today: date) -> Refusal | None:
    """Refuse what is still to come, and what ends before it starts."""
    if start > today:
        return Refusal(
            "case-study-to-come",
            f"{long_date(start)} is still to come. A case study tells what was done.",
        )
    if end is not None and end < start:
        return Refusal(
            "case-study-ends-first",
            f"It would end on {long_date(end)}, before it starts on {long_date(start)}. Correct "
            "one of the two days.",
        )
    if end is not None and end > today:
        return Refusal(
            "case-study-goes-on",
            f"{long_date(end)} is still to come. Leave the day empty while it goes on.",
        )
    return None


def refusal_of_plan(*, is_own: bool) -> Refusal | None:
    """Refuse a plan of another partnership."""
    if not is_own:
        return Refusal("plan-of-another", "Choose a plan of this partnership.")
    return None


def refusal_of_action(*, reference: str, has_plan: bool, found: bool) -> Refusal | None:
    """Refuse an action without its plan, and one that the plan does not have."""
    if not reference:
        return None
    if not has_plan:
        return Refusal("action-without-plan", "Choose the plan to which the action belongs.")
    if not found:
        return Refusal(
            "action-not-of-plan",
            f"The plan has no action {reference}. Its list of actions shows the references.",
        )
    return None


def refusal_of_practice(*, is_own: bool) -> Refusal | None:
    """Refuse good practice that another partnership noted."""
    if not is_own:
        return Refusal("practice-of-another", "Choose good practice that this partnership noted.")
    return None
