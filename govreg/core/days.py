"""Which day did a person mean?"""

from datetime import date

from govreg.core.timescales import Precision, understand

NOT_A_DAY = (
    "“{typed}” is not a day the register understands. Write it as 2008-02-01 or 1 February 2008."
)


def day_meant(typed: str) -> date | None:
    """Return the day that a text gives exactly, or None; "February 2008" is not a day."""
    found = understand(" ".join(typed.split())[:60])
    return found.date if found.precision is Precision.DAY else None
