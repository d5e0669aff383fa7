"""Which quarter of a financial year is this, and on which days does it begin and end?

Quarter 3 of 2006/07 is October to December 2006. Days are days in Europe/London, so that no change
of the clocks moves a quarter's end.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from .financial_years import FIRST, LAST, FinancialYear, financial_year_of, read_financial_year

NUMBERS = (1, 2, 3, 4)
WRITTEN = re.compile(r"(?:quarter|q)\s*([1-4])", re.IGNORECASE)
SLUG = re.compile(r"(\d{4}-\d{2})-q([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter, by its financial year and its number from 1 to 4."""

    year: FinancialYear
    number: int

    def __str__(self) -> str:
        return f"Quarter {self.number} {self.year}"

    @property
    def slug(self) -> str:
        """The quarter as it stands in an address: 2006-07-q3."""
        return f"{self.year.slug}-q{self.number}"

    @property
    def last_day(self) -> date:
        """The day on which it ends, which belongs to it."""
        return self.year.quarter_ends[self.number - 1]

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        if self.number == 1:
            return self.year.first_day
        return self.year.quarter_ends[self.number - 2] + timedelta(days=1)

    @property
    def previous(self) -> "Quarter":
        """The quarter before it."""
        if self.number == 1:
            return Quarter(self.year.after(-1), 4)
        return Quarter(self.year, self.number - 1)

    @property
    def following(self) -> "Quarter":
        """The quarter after it."""
        if self.number == 4:
            return Quarter(self.year.after(1), 1)
        return Quarter(self.year, self.number + 1)


def quarter_of(day: date) -> Quarter:
    """Return the quarter in which a day falls.

    >>> str(quarter_of(date(2008, 3, 31))), str(quarter_of(date(2008, 4, 1)))
    ('Quarter 4 2007/08', 'Quarter 1 2008/09')
    """
    return Quarter(financial_year_of(day), (day.month - 4) % 12 // 3 + 1)


def read_quarter(text: str) -> Quarter | None:
    """Return the quarter that a text means, or None.

    "2006/07 Q3", "Quarter 3 2006/07" and the form of an address, "2006-07-q3", are understood.

    >>> str(read_quarter("2006/07 Q3"))
    'Quarter 3 2006/07'
    """
    slug = SLUG.fullmatch(text.strip())
    if slug:
        year = read_financial_year(slug[1])
        return Quarter(year, int(slug[2])) if year else None
    number = WRITTEN.search(text)
    if number is None:
        return None
    year = read_financial_year((text[: number.start()] + text[number.end() :]).strip(" ,"))
    return Quarter(year, int(number[1])) if year else None


def quarter_known_as(*, financial_year: str, number: int) -> Quarter:
    """Return the quarter that two stored columns name."""
    return Quarter(FinancialYear(int(financial_year[:4])), number)


def years_offered(day: date) -> list[FinancialYear]:
    """Return the financial years from two before a day's to one after it."""
    here = financial_year_of(day).begins
    return [
        FinancialYear(begins) for begins in range(max(FIRST, here - 2), min(LAST, here + 1) + 1)
    ]
