"""How does a plan action stand in a quarter, and what do the statuses of many add up to?

White: its day of commencement was not yet reached at the quarter's end. Blank: it had started, and
the lead agency gave no answer for the quarter. White wins over blank and over any answer. The
denominator counts both, as the source does (scrutiny report of 2007, section 5.2).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class QuarterlyStatus(StrEnum):
    """The five statuses, in the order of the printed table."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    WHITE = "white"
    BLANK = "blank"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return self.value.capitalize()

    @property
    def letter(self) -> str:
        """The letter that stands beside the colour."""
        return self.label[0]

    @property
    def meaning(self) -> str:
        """What the legend says of it; green, amber and red are the lead agency's own words."""
        return MEANINGS[self]

    @property
    def is_answer(self) -> bool:
        """Whether a lead agency reports it; the others are derived."""
        return self in ANSWERS


_REPORTED = "As reported by the lead agency"
MEANINGS = {
    QuarterlyStatus.GREEN: _REPORTED,
    QuarterlyStatus.AMBER: _REPORTED,
    QuarterlyStatus.RED: _REPORTED,
    QuarterlyStatus.WHITE: "Commencement date not yet reached",
    QuarterlyStatus.BLANK: "No response from the lead agency for the action at the end of the "
    "quarter",
}
ANSWERS = frozenset({QuarterlyStatus.GREEN, QuarterlyStatus.AMBER, QuarterlyStatus.RED})


def status_of(*, start: date, rating: str | None, quarter_end: date) -> QuarterlyStatus:
    """Return how an action stands at the end of a quarter, given its answer for it, if any.

    >>> status_of(start=date(2007, 1, 1), rating="green", quarter_end=date(2006, 12, 31))
    <QuarterlyStatus.WHITE: 'white'>
    """
    if start > quarter_end:
        return QuarterlyStatus.WHITE
    return QuarterlyStatus(rating) if rating else QuarterlyStatus.BLANK


def whole_percent(part: int, whole: int) -> int | None:
    """Return a share as a whole number of per cent, halves up; None where there is nothing.

    >>> whole_percent(1, 8), whole_percent(0, 0)
    (13, None)
    """
    return int(Fraction(100 * part, whole) + Fraction(1, 2)) if whole else None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many actions stand how."""

    green: int = 0
    amber: int = 0
    red: int = 0
    white: int = 0
    blank: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.green + other.green,
            self.amber + other.amber,
            self.red + other.red,
            self.white + other.white,
            self.blank + other.blank,
        )

    def of(self, status: QuarterlyStatus) -> int:
        """Return how many stand so."""
        number: int = getattr(self, status.value)
        return number

    @property
    def total(self) -> int:
        """How many there are."""
        return self.green + self.amber + self.red + self.white + self.blank

    @property
    def started(self) -> int:
        """How many had started: all but white."""
        return self.total - self.white

    @property
    def answered(self) -> int:
        """How many were answered for."""
        return self.green + self.amber + self.red

    @property
    def response_rate(self) -> float | None:
        """Answers over the actions that had started, in per cent to one decimal, halves up."""
        if not self.started:
            return None
        return int(Fraction(1000 * self.answered, self.started) + Fraction(1, 2)) / 10

    def percent(self, status: QuarterlyStatus, *, rated_only: bool = False) -> int | None:
        """Return the share that stands so, of all or of those that were answered for.

        The shares of a row need not sum to 100: they are not forced to.
        """
        if rated_only and not status.is_answer:
            return None
        return whole_percent(self.of(status), self.answered if rated_only else self.total)


def counted(statuses: Iterable[str]) -> Counts:
    """Return how many of some statuses there are of each."""
    found = Counter(statuses)
    return Counts(*(found[one.value] for one in QuarterlyStatus))


def summed(counts: Iterable[Counts]) -> Counts:
    """Return the sum of some counts: its percentages are total over total, never a mean."""
    return sum(counts, Counts())
