"""How good is a figure by the limits of its indicator, and may it be entered so?"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from govreg.core.financial_years import FinancialYear
from govreg.core.quarters import Quarter
from govreg.core.refusals import Refusal

from .indicators import HIGHER, LOWER


class FigureStanding(StrEnum):
    """How good a figure is: a word beside each colour, and a letter where there is no room."""

    GOOD = "good"
    MIDDLING = "middling"
    POOR = "poor"
    NOT_JUDGED = "not-judged"
    NONE = "none"

    @property
    def label(self) -> str:
        """The word that a reader sees."""
        return LABELS[self]

    @property
    def colour(self) -> str:
        """The colour of its tag; the word is always beside it."""
        return COLOURS[self]


LABELS = {
    FigureStanding.GOOD: "Good",
    FigureStanding.MIDDLING: "Middling",
    FigureStanding.POOR: "Poor",
    FigureStanding.NOT_JUDGED: "No limits",
    FigureStanding.NONE: "No figure",
}
COLOURS = {
    FigureStanding.GOOD: "green",
    FigureStanding.MIDDLING: "yellow",
    FigureStanding.POOR: "red",
    FigureStanding.NOT_JUDGED: "grey",
    FigureStanding.NONE: "white",
}


def standing_of(
    value: Decimal | None, *, better: str, good: Decimal | None, poor: Decimal | None
) -> FigureStanding:
    """Return how good a figure is: the limit of good is good, beyond that of poor is poor.

    >>> limits = {"better": "lower", "good": Decimal(10), "poor": Decimal(20)}
    >>> [standing_of(Decimal(n), **limits).label for n in (10, 20, 21)]
    ['Good', 'Middling', 'Poor']
    """
    if value is None:
        return FigureStanding.NONE
    if good is None or poor is None:
        return FigureStanding.NOT_JUDGED
    if better == HIGHER:
        is_good, is_poor = value >= good, value < poor
    else:
        is_good, is_poor = value <= good, value > poor
    if is_good:
        return FigureStanding.GOOD
    return FigureStanding.POOR if is_poor else FigureStanding.MIDDLING


BETTER, WORSE, SAME = "Better than before", "Worse than before", "As before"


def direction_of(before: Decimal | None, now: Decimal | None, *, better: str) -> str:
    """Say which way a figure went; nothing where one of the two is missing.

    >>> direction_of(Decimal(3), Decimal(2), better="lower")
    'Better than before'
    """
    if before is None or now is None:
        return ""
    if before == now:
        return SAME
    return BETTER if (now > before) == (better == HIGHER) else WORSE


def is_off_target(value: Decimal | None, target: Decimal | None, *, better: str) -> bool:
    """Say whether a figure falls short of its target; without one of the two nothing does."""
    if value is None or target is None:
        return False
    return value > target if better == LOWER else value < target


def refusal_of_period(
    *, year: FinancialYear, quarter: int, is_yearly: bool, on: date
) -> Refusal | None:
    """Refuse a figure of a period that the indicator has none for, or that has not ended."""
    if is_yearly != (quarter == 0):
        wanted = "whole financial years" if is_yearly else "quarters"
        return Refusal("other-periods", f"This indicator has figures for {wanted}.")
    last = Quarter(year, quarter).last_day if quarter else year.last_day
    if last > on:
        return Refusal(
            "period-not-ended",
            "That period has not ended, so there is no figure of it yet. Choose an earlier one.",
        )
    return None


def refusal_of_figure(*, value: Decimal | None, corrects: bool, reason: str) -> Refusal | None:
    """Refuse a correction that does not say why."""
    if corrects and not reason.strip():
        return Refusal(
            "correction-without-reason",
            "A figure that was entered before is changed. Say why it is corrected.",
        )
    return None


def refusal_of_area(*, is_closed: bool, name: str) -> Refusal | None:
    """Refuse a figure for an area that is closed."""
    if is_closed:
        return Refusal("area-closed", f"No figures are entered for {name} any more.")
    return None
