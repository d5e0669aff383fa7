"""Which reports are due to the partners, and when?

Who keeps a pooled fund reports to the partners each quarter and each year (NHS Bodies and Local
Authorities Partnership Arrangements Regulations 2000, SI 2000/617, regulation 9). In how many days
after the period is for the agreement to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from govreg.core.financial_years import FinancialYear, financial_year_of
from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date

QUARTERLY, ANNUAL = "quarterly", "annual"
KINDS = {QUARTERLY: "Quarterly", ANNUAL: "Annual"}
#: Where it is not known from when an arrangement runs, this many past years are looked at.
YEARS_BACK = 1
MOST_YEARS = 40
Key = tuple[str, date]


@dataclass(frozen=True, slots=True)
class DueReport:
    """One report: the kind and end of its period, the day it is due, and the day it was sent."""

    kind: str
    period_end: date
    due: date
    sent_on: date | None = None

    @property
    def key(self) -> str:
        """How a form names it: "quarterly:2004-06-30"."""
        return f"{self.kind}:{self.period_end.isoformat()}"

    def __str__(self) -> str:
        return f"{KINDS[self.kind]} report to {long_date(self.period_end)}"

    def is_overdue(self, *, on: date) -> bool:
        """Whether it should have been sent by a day and was not."""
        return self.sent_on is None and self.due < on

    @property
    def was_late(self) -> bool:
        """Whether it was sent after it was due."""
        return self.sent_on is not None and self.sent_on > self.due


def reports_expected(
    *,
    start: date | None,
    end: date | None,
    within: int,
    sent: Mapping[Key, date],
    on: date,
) -> list[DueReport]:
    """Return the reports on every period that has ended by a day, the latest first.

    `start` and `end` are the arrangement's; a quarter counts when any of its days does. `within` is
    a number of days.
    """
    today = financial_year_of(on)
    first = financial_year_of(start) if start else today.after(-YEARS_BACK)
    first = max(first, today.after(1 - MOST_YEARS))
    last = min(today, financial_year_of(end)) if end else today
    keys: list[Key] = []
    for begins in range(first.begins, last.begins + 1):
        year = FinancialYear(begins)
        keys += [(QUARTERLY, day) for day in _quarters(year, start, end)]
        keys.append((ANNUAL, year.last_day))
    found = [
        DueReport(kind, day, day + timedelta(days=within), sent.get((kind, day)))
        for kind, day in keys
        if day < on
    ]
    return sorted(found, key=lambda report: (report.period_end, report.kind), reverse=True)


def _quarters(year: FinancialYear, start: date | None, end: date | None) -> list[date]:
    begins = [year.first_day, *(day + timedelta(days=1) for day in year.quarter_ends[:3])]
    return [
        last
        for first, last in zip(begins, year.quarter_ends, strict=True)
        if (start is None or start <= last) and (end is None or end >= first)
    ]


def refusal_of_report(*, sent_on: date, period_end: date, today: date) -> Refusal | None:
    """Refuse a report that was sent before its period ended, or will be sent."""
    if sent_on > today:
        return Refusal("report-to-come", "Record a report once it was sent: that day is to come.")
    if sent_on <= period_end:
        return Refusal(
            "report-before-its-period",
            f"The period ends on {long_date(period_end)}, so its report was sent after that day.",
        )
    return None


def refusal_of_period_reported(*, known: bool) -> Refusal | None:
    """Refuse a report that is not due from the arrangement, or was recorded already."""
    if not known:
        return Refusal(
            "no-such-report",
            "This report is not open for this arrangement. Open the page again to see which are.",
        )
    return None
