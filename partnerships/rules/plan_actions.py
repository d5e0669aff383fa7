"""May an action of a plan be entered, changed or withdrawn?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_days(
    *, start: date, end: date | None, plan_start: date, plan_end: date
) -> Refusal | None:
    """Refuse an action that ends before it starts, or starts when its plan has ended."""
    if end is not None and end < start:
        return Refusal(
            "plan-action-ends-first",
            f"The action would end on {long_date(end)}, before it starts on {long_date(start)}. "
            "Correct one of the two days.",
        )
    if start > plan_end:
        return Refusal(
            "plan-action-after-plan",
            f"The action would start on {long_date(start)}, after its plan ends on "
            f"{long_date(plan_end)}.",
        )
    if end is not None and end < plan_start:
        return Refusal(
            "plan-action-before-plan",
            f"The action would end on {long_date(end)}, before its plan starts on "
            f"{long_date(plan_start)}.",
        )
    return None


def refusal_of_reference(*, reference: str, taken: bool) -> Refusal | None:
    """Refuse a reference that another action of the plan has."""
    if taken:
        return Refusal(
            "reference-taken",
            f"Another action of this plan has the reference {reference}. Give it another.",
        )
    return None


def refusal_of_priority(*, is_own: bool) -> Refusal | None:
    """Refuse a priority of another plan."""
    if not is_own:
        return Refusal("priority-of-another", "Choose a priority of this plan.")
    return None


def refusal_to_withdraw(
    *, withdrawn_on: date | None, day: date, start: date, on: date, reason: str
) -> Refusal | None:
    """Refuse to withdraw twice, on a day to come, or without saying why."""
    if withdrawn_on is not None:
        return Refusal(
            "plan-action-withdrawn", f"This action was withdrawn on {long_date(withdrawn_on)}."
        )
    if day > on:
        return Refusal(
            "withdrawn-in-future",
            f"{long_date(day)} is still to come. Withdraw the action on the day, or before it.",
        )
    if not reason.strip():
        return Refusal("reason-missing", "Say why the action is withdrawn.")
    return None


def refusal_to_change_withdrawn(*, withdrawn_on: date | None) -> Refusal | None:
    """Refuse to change what was withdrawn: it stays as it was."""
    if withdrawn_on is not None:
        return Refusal(
            "plan-action-withdrawn",
            f"This action was withdrawn on {long_date(withdrawn_on)}, and stays as it was then.",
        )
    return None


def refusal_of_outcome_day(*, day: date, on: date) -> Refusal | None:
    """Refuse an outcome that was seen on a day to come."""
    if day > on:
        return Refusal(
            "outcome-to-come", f"{long_date(day)} is still to come. Record what was seen already."
        )
    return None
