"""How does each line of a communications plan stand?"""

from datetime import date
from typing import Any

from django.db.models import Max

from . import reporting

NOTHING_RECORDED = "Nothing recorded"


def standing_of(line: Any, *, on: date, soon: date) -> tuple[str, str]:
    """Return how a line stands on a day, in a word and a colour, as reporting lines do."""
    word, colour = reporting.standing_of(line, on=on, soon=soon)
    return (NOTHING_RECORDED if word == reporting.NEVER else word), colour


def lines_listed(lines: Any) -> Any:
    """Return lines with the day of their last communication, and all that a list names."""
    return lines.select_related("partnership", "responsible").annotate(last=Max("made__day"))
