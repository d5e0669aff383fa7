"""May a quarter of a plan be opened, chased, closed, published or reopened?"""

from datetime import date

from govreg.core.quarters import Quarter
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from partnerships.models.quarters import ReportingQuarter

State = ReportingQuarter.State


def refusal_to_run(*, may_run: bool) -> Refusal | None:
    """Refuse whoever does not run the quarters of this plan."""
    if not may_run:
        return Refusal(
            "runs-no-quarters",
            "The quarters of a plan are opened, closed and published by the lead officer of its "
            "partnership and the partnerships officers.",
        )
    return None


def refusal_to_reopen_by(*, may_reopen: bool) -> Refusal | None:
    """Refuse whoever is no administrator: a closed quarter was reported."""
    if not may_reopen:
        return Refusal("reopens-no-quarters", "Only an administrator reopens a closed quarter.")
    return None


def refusal_of_part(*, has_parent: bool) -> Refusal | None:
    """Refuse to run a quarter of a plan that is reported with another."""
    if has_parent:
        return Refusal(
            "plan-is-a-part",
            "This plan is reported with the plan above it: open the quarter there.",
        )
    return None


def refusal_to_open(
    *,
    quarter: Quarter,
    already: bool,
    actions: int,
    plan_start: date,
    plan_end: date,
    answers_by: date,
    on: date,
) -> Refusal | None:
    """Refuse a second opening, a quarter to come or outside the plan, and one without actions."""
    if already:
        return Refusal("quarter-opened", f"{quarter} was opened already.")
    if quarter.first_day > on:
        return Refusal(
            "quarter-to-come",
            f"{quarter} begins on {long_date(quarter.first_day)}. Open it once it has begun.",
        )
    if quarter.first_day > plan_end or quarter.last_day < plan_start:
        return Refusal(
            "quarter-outside-plan",
            f"{quarter} lies outside the plan, which runs from {long_date(plan_start)} to "
            f"{long_date(plan_end)}.",
        )
    if not actions:
        return Refusal(
            "plan-without-actions", "The plan has no action to ask for. Add its actions first."
        )
    if answers_by < on or answers_by < quarter.first_day:
        return Refusal(
            "asked-by-past",
            "The day by which answers are asked for must be in the quarter or after it, and not "
            "past.",
        )
    return None


def refusal_unless_open(*, state: str, what: str) -> Refusal | None:
    """Refuse a step that only an open quarter takes."""
    if state != State.OPEN:
        word = State(state).label.lower()
        return Refusal("quarter-not-open", f"The quarter is {word}, so that it cannot be {what}.")
    return None


def refusal_to_close(*, state: str, quarter: Quarter, on: date) -> Refusal | None:
    """Refuse to close twice, or before the quarter has ended: what is white would be guessed."""
    refusal = refusal_unless_open(state=state, what="closed")
    if refusal is None and on <= quarter.last_day:
        return Refusal(
            "quarter-not-ended",
            f"{quarter} ends on {long_date(quarter.last_day)}. Close it on a later day.",
        )
    return refusal


def refusal_to_publish(*, state: str) -> Refusal | None:
    """Refuse to publish what is not closed, and twice."""
    if state == State.OPEN:
        return Refusal("quarter-not-closed", "Close the quarter first: its figures still change.")
    if state == State.PUBLISHED:
        return Refusal("quarter-published", "The quarter was published already.")
    return None


def refusal_to_reopen(*, state: str, reason: str) -> Refusal | None:
    """Refuse to reopen an open quarter, or without saying why."""
    if state == State.OPEN:
        return Refusal("quarter-is-open", "The quarter is open.")
    if not reason.strip():
        return Refusal("reason-missing", "Say why the quarter is reopened.")
    return None


def refusal_to_remind(*, waiting: int, people: int) -> Refusal | None:
    """Refuse to remind where everybody answered, or where nobody can be written to."""
    if not waiting:
        return Refusal("nobody-to-remind", "Every action that has started was answered for.")
    if not people:
        return Refusal(
            "nobody-answers",
            "Nobody in the register answers for the organisations that lead these actions. Give an "
            "officer a post there and the role of action owner, or have the plan’s keeper answer.",
        )
    return None
