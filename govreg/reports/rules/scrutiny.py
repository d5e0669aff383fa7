"""May this scrutiny report be prepared, written and issued, by this person, now?"""

from collections.abc import Sequence
from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date
from govreg.reports.documents.scrutiny_text import NAMES


def refusal_to_write(*, may_issue: bool) -> Refusal | None:
    """Refuse whoever may not issue reports on the plan."""
    if may_issue:
        return None
    return Refusal(
        "may-not-write",
        "Scrutiny reports are written by auditors, the partnerships officer and democratic "
        "services.",
    )


def refusal_of_plan(*, is_top: bool, was_opened: bool) -> Refusal | None:
    """Refuse a plan that is reported with another, and a quarter that was never opened."""
    if not is_top:
        return Refusal(
            "plan-under-another",
            "This plan is reported together with the one above it. Choose that one.",
        )
    if not was_opened:
        return Refusal(
            "quarter-not-opened",
            "This quarter of the plan was never opened, so nothing is known of it. Choose another.",
        )
    return None


def refusal_of_names(*, unknown: Sequence[str]) -> Refusal | None:
    """Refuse a text that calls for a table that there is not."""
    if not unknown:
        return None
    known = ", ".join(f"[{name}]" for name in NAMES)
    return Refusal(
        "unknown-table",
        f"Nothing stands for {', '.join(unknown)}. Use {known}, or [case study] or [good "
        "practice] with the number of one of these plans, on a line of its own.",
    )


def refusal_to_issue_provisional(
    *, is_provisional: bool, is_open: bool, on: date
) -> Refusal | None:
    """Refuse to issue figures that answers may still change, or could on the report's day."""
    if not is_provisional:
        return None
    if is_open:
        return Refusal(
            "quarter-open",
            "The quarter is still open, so its figures are provisional. Close the quarter, and "
            "issue the report then.",
        )
    return Refusal(
        "quarter-open-then",
        f"The report speaks of {long_date(on)}, when the quarter was still open. Change when the "
        "committee meets to a day after the quarter was closed, or leave it open.",
    )


def refusal_of_empty(*, sections: int) -> Refusal | None:
    """Refuse to issue a report without a section."""
    if sections:
        return None
    return Refusal("report-empty", "The report has no section. Add one before you issue it.")
