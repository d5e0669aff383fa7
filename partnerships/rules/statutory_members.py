"""May this entry stand in a list of statutory members, and may it end on that day?"""

from collections.abc import Iterable
from datetime import date

from govreg.core.refusals import Refusal

from .membership import Period, refusal_of_overlap


def refusal_of_entry(*, start: date, end: date | None, others: Iterable[Period]) -> Refusal | None:
    """Refuse an entry for a time in which the same one holds already, or that ends too early."""
    if end and end < start:
        return Refusal("ends-before-start", "The last day cannot be before the first day.")
    if refusal_of_overlap(start=start, end=end, others=others):
        return Refusal(
            "required-already",
            "The list already has this member for part of that time. End that entry first.",
        )
    return None


def refusal_to_end(*, start: date, already_ended: date | None, end: date) -> Refusal | None:
    """Refuse to end what has ended, or to end it before it began."""
    if already_ended:
        return Refusal("required-ended", f"This entry already ended on {already_ended:%-d %B %Y}.")
    return refusal_of_entry(start=start, end=end, others=())
