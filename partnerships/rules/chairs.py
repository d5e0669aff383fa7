"""May a body have this kind of chair from that day?"""

from collections.abc import Collection
from datetime import date

from govreg.core.refusals import Refusal


def refusal_of_second_chair(*, start: date, known: Collection[date]) -> Refusal | None:
    """Refuse a second kind of chair from the same day."""
    if start in known:
        return Refusal(
            "chair-known",
            f"The kind of chair from {start:%-d %B %Y} is already recorded. Correct that instead.",
        )
    return None
