"""Which financial year is this, when does it begin, and when do its quarters end?

A public body's financial year runs from 1 April to 31 March and is written 2004/05.
"""

import re
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"(\d{4})\s*[/\-\N{EN DASH}]\s*(\d{2}|\d{4})")
FIRST, LAST = 1900, 2199


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """One financial year, by the calendar year in which it begins."""

    begins: int

    def __str__(self) -> str:
        return f"{self.begins}/{(self.begins + 1) % 100:02d}"

    @property
    def slug(self) -> str:
        """The year as it stands in an address: 2004-05."""
        return str(self).replace("/", "-")

    @property
    def first_day(self) -> date:
        """1 April of the year in which it begins."""
        return date(self.begins, 4, 1)

    @property
    def last_day(self) -> date:
        """31 March of the year after."""
        return date(self.begins + 1, 3, 31)

    @property
    def quarter_ends(self) -> tuple[date, date, date, date]:
        """The last days of its four quarters."""
        year = self.begins
        return date(year, 6, 30), date(year, 9, 30), date(year, 12, 31), self.last_day

    def after(self, years: int = 1) -> "FinancialYear":
        """Return the financial year that is so many years later."""
        return FinancialYear(self.begins + years)


def financial_year_of(day: date) -> FinancialYear:
    """Return the financial year in which a day falls.

    >>> str(financial_year_of(date(2005, 3, 31)))
    '2004/05'
    """
    return FinancialYear(day.year if (day.month, day.day) >= (4, 1) else day.year - 1)


def read_financial_year(text: str) -> FinancialYear | None:
    """Return the year that a text means, or None: 2004/05, 2004-05 and 2004/2005 are understood.

    >>> read_financial_year("2004/06") is None
    True
    """
    found = WRITTEN.fullmatch(text.strip()) if text.isascii() or "\N{EN DASH}" in text else None
    if found is None:
        return None
    begins, ends = int(found[1]), found[2]
    if not FIRST <= begins <= LAST:
        return None
    right = str(begins + 1) if len(ends) == 4 else f"{(begins + 1) % 100:02d}"
    return FinancialYear(begins) if ends == right else None
