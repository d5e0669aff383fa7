"""May an edition of a question set come into force on this day?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_start(*, start: date, last: date | None) -> Refusal | None:
    """Refuse an edition that would begin before the latest one does: they follow each other."""
    if last is not None and start < last:
        return Refusal(
            "edition-overtaken",
            f"An edition from {long_date(last)} on is recorded already. A new one cannot begin "
            "before it.",
        )
    return None
