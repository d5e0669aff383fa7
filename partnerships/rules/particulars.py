"""May these particulars of a partnership be recorded?"""

from datetime import date

from govreg.core.refusals import Refusal


def refusal_of_approval(*, approved_on: date | None, today: date) -> Refusal | None:
    """Refuse an approval that is still to come."""
    if approved_on is not None and approved_on > today:
        return Refusal(
            "approval-to-come", "The day on which its significance was approved is still to come."
        )
    return None
