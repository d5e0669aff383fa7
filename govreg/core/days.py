"""Which day did a person mean?"""

from datetime import date

from govreg.core.timescales import Precision, understand

#: The years of which a council's register can tell; what lies outside was mistyped.
EARLIEST_YEAR, LATEST_YEAR = 1800, 2200
NOT_A_DAY = (
    "“{typed}” is not a day the register understands. Write it as 2008-02-01 or 1 February 2008, "
    f"with a year from {EARLIEST_YEAR} to {LATEST_YEAR}."
)

DAY_TO_COME = "That day is still to come. Choose today or a day that is past."


def is_known_year(year: int) -> bool:
    """Say whether a year is one of which the register can tell."""
    return EARLIEST_YEAR <= year <= LATEST_YEAR


def day_meant(typed: str) -> date | None:
    """Return the day that a text gives exactly, or None; "February 2008" is not a day.

    Neither is one of a year that cannot be meant.
    """
    found = understand(" ".join(typed.split())[:60])
    day = found.date if found.precision is Precision.DAY else None
    return day if day and is_known_year(day.year) else None
