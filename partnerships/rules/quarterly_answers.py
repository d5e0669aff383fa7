"""May an answer for a plan action and a quarter be given so?"""

from datetime import date

from govreg.core.quarters import Quarter
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from partnerships.models.quarterly_answers import QuarterlyAnswer


def refusal_to_answer(*, answers: bool, lead: str | None) -> Refusal | None:
    """Refuse whoever neither belongs to the lead organisation nor keeps the plan."""
    if answers:
        return None
    whose = f"This action is led by {lead}." if lead else "This action has no lead organisation."
    return Refusal(
        "action-of-another-agency",
        f"{whose} An officer who holds a post there answers for it, or whoever keeps the plan.",
    )


def refusal_of_quarter(*, quarter: Quarter, opened: bool) -> Refusal | None:
    """Refuse an answer for a quarter for which nobody was asked yet."""
    if not opened:
        return Refusal(
            "quarter-not-open",
            f"{quarter} was not opened for this plan, so that it takes no answers yet.",
        )
    return None


def refusal_of_late(*, is_closed: bool, is_late_meant: bool, quarter: Quarter) -> Refusal | None:
    """Refuse an answer for a closed quarter that does not say that it is meant to be late."""
    if is_closed and not is_late_meant:
        return Refusal(
            "quarter-closed",
            f"{quarter} is closed: its figures do not change. What you typed can be saved as a "
            "late answer, which is kept with its quarter and listed as late in the next report.",
        )
    return None


def refusal_of_start(*, start: date, quarter: Quarter) -> Refusal | None:
    """Refuse an answer for an action that starts after the quarter: it is white."""
    if start > quarter.last_day:
        return Refusal(
            "not-yet-started",
            f"The action starts on {long_date(start)}, after {quarter} ends. It counts as white "
            "and takes no answer. If it has begun, have its day of commencement corrected.",
        )
    return None


def refusal_of_withdrawn(*, withdrawn_on: date | None, quarter: Quarter) -> Refusal | None:
    """Refuse an answer for an action that was withdrawn before the quarter's end."""
    if withdrawn_on is not None and withdrawn_on <= quarter.last_day:
        return Refusal(
            "plan-action-withdrawn",
            f"This action was withdrawn on {long_date(withdrawn_on)} and is not reported.",
        )
    return None


def refusal_of_content(*, rating: str, reason: str) -> Refusal | None:
    """Refuse no rating, and amber or red without a reason."""
    if rating not in QuarterlyAnswer.Rating.values:
        return Refusal("rating-missing", "Choose green, amber or red.")
    if rating != QuarterlyAnswer.Rating.GREEN and not reason.strip():
        label = QuarterlyAnswer.Rating(rating).label.lower()
        return Refusal("reason-missing", f"Say why the action is {label}.")
    return None
