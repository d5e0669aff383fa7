"""May a plan be made, changed or placed under another?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_to_keep(*, may_keep: bool) -> Refusal | None:
    """Refuse whoever does not keep the plans of this partnership."""
    if not may_keep:
        return Refusal(
            "not-a-plan-keeper",
            "The plans of a partnership are kept by its area manager, its lead officer and the "
            "partnerships officers.",
        )
    return None


def refusal_of_period(*, start: date, end: date) -> Refusal | None:
    """Refuse a plan that ends before it starts."""
    if end < start:
        return Refusal(
            "plan-ends-first",
            f"The plan would end on {long_date(end)}, before it starts on {long_date(start)}. "
            "Correct one of the two days.",
        )
    return None


def refusal_of_parent(
    *, is_itself: bool, parent_has_parent: bool, has_plans: bool
) -> Refusal | None:
    """Refuse a plan under itself, and more than two levels: the table has one line a plan."""
    if is_itself:
        return Refusal("plan-under-itself", "A plan cannot belong to itself.")
    if parent_has_parent:
        return Refusal(
            "plan-too-deep",
            "That plan belongs to another plan already. Choose the plan at the top.",
        )
    if has_plans:
        return Refusal(
            "plan-has-plans",
            "Other plans belong to this one, so that it cannot belong to another itself.",
        )
    return None


def refusal_to_move(*, quarters: int) -> Refusal | None:
    """Refuse to place a plan elsewhere once a quarter of it was asked for."""
    if quarters:
        return Refusal(
            "plan-was-reported",
            "A quarter of this plan was opened already, so that it stays where it is: its answers "
            "belong to that table.",
        )
    return None


def refusal_of_name(*, taken: bool) -> Refusal | None:
    """Refuse a second plan of a name in one partnership."""
    if taken:
        return Refusal(
            "plan-name-taken", "This partnership has a plan of that name. Give it another."
        )
    return None
