"""What does the page of a funding arrangement show, year by year and partner by partner?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from govreg.core.financial_years import FinancialYear, financial_year_of, read_financial_year
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists.cells import link
from govreg.core.ui.words import long_date
from partnerships.models import (
    Contribution,
    ContributionVariation,
    Efficiency,
    Expenditure,
    FinancialReport,
    FundingArrangement,
    FundingYear,
)
from partnerships.rules.contributions import NOTHING, Comparison, Sums, comparisons, total
from partnerships.rules.financial_reports import DueReport, reports_expected
from partnerships.rules.funding import is_pooled_by_agreement

from .checklists import Sheet, sheets_of

NOT_LINKED = "No agreement linked"
NOT_STATED_OUTCOME = "No outcome named"
MOST_TO_ENTER = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One partner's contribution to a year."""

    contribution: Contribution
    variations: list[ContributionVariation]

    @property
    def difference(self) -> Decimal | None:
        """What was paid beyond what was planned, in pounds; negative where less was paid."""
        planned, paid = self.contribution.planned, self.contribution.paid
        return None if planned is None or paid is None else paid - planned


@dataclass(frozen=True, slots=True)
class YearSheet:
    """One financial year of an arrangement, its sums and what they leave unexplained."""

    financial_year: str
    lines: list[Line]
    sums: Sums
    in_kind: Decimal | None
    source: str

    @property
    def slug(self) -> str:
        """The year as it stands in an address."""
        return self.financial_year.replace("/", "-")

    @property
    def difference(self) -> Decimal | None:
        """What was paid in all beyond what was planned."""
        planned, paid = self.sums.planned, self.sums.paid
        return None if planned is None or paid is None else paid - planned

    @property
    def balance(self) -> Decimal | None:
        """What was spent beyond what came in; negative for an underspend, None where unknown."""
        spent, income = self.sums.spent, self.sums.paid
        income = self.sums.stated if income is None else income
        return None if spent is None or income is None else spent - income

    @property
    def comparisons(self) -> list[Comparison]:
        """How the sums of the year stand to each other."""
        return comparisons(self.sums)


@dataclass(frozen=True, slots=True)
class FundingPage:
    """Everything that is known of an arrangement's money."""

    entry: list[SummaryRow]
    years: list[YearSheet]
    to_enter: list[FinancialYear]
    spending: list[Expenditure]
    by_outcome: list[tuple[str, Decimal]]
    spent: Decimal | None
    efficiencies: list[Efficiency]
    found: Decimal | None
    reinvested: Decimal | None
    reports: list[tuple[DueReport, FinancialReport | None, str]]
    sheets: list[Sheet]


def funding_page(arrangement: FundingArrangement, *, on: date) -> FundingPage:
    """Return what the page shows on a day, in a constant number of queries."""
    spending = list(Expenditure.objects.filter(arrangement=arrangement))
    efficiencies = list(Efficiency.objects.filter(arrangement=arrangement))
    years = _years(arrangement, spending)
    return FundingPage(
        entry=_entry(arrangement),
        years=years,
        to_enter=_to_enter(arrangement, years, on=on),
        spending=spending,
        by_outcome=_by_outcome(spending),
        spent=total([row.spent for row in spending]),
        efficiencies=efficiencies,
        found=total([row.found for row in efficiencies]),
        reinvested=total([row.reinvested for row in efficiencies]),
        reports=_reports(arrangement, on=on),
        sheets=sheets_of(arrangement.partnership, on=on, funding=arrangement),
    )


def _years(arrangement: FundingArrangement, spending: Iterable[Expenditure]) -> list[YearSheet]:
    kept = {row.financial_year: row for row in FundingYear.objects.filter(arrangement=arrangement)}
    varied: dict[int, list[ContributionVariation]] = defaultdict(list)
    for variation in ContributionVariation.objects.filter(contribution__arrangement=arrangement):
        varied[variation.contribution_id].append(variation)
    lines: dict[str, list[Line]] = defaultdict(list)
    rows: Any = Contribution.objects.filter(arrangement=arrangement)
    for row in rows.select_related("organisation"):
        lines[row.financial_year].append(Line(row, varied[row.pk]))
    spent: dict[str, list[Decimal | None]] = defaultdict(list)
    for expenditure in spending:
        spent[expenditure.financial_year].append(expenditure.spent)
    return [
        _sheet(year, lines[year], kept.get(year), total(spent[year]))
        for year in sorted({*kept, *lines, *spent}, reverse=True)
    ]


def _sheet(
    year: str, lines: list[Line], kept: FundingYear | None, spent: Decimal | None
) -> YearSheet:
    rows = [line.contribution for line in lines]
    sums = Sums(
        stated=kept.stated_total if kept else None,
        planned=total([row.planned for row in rows]),
        paid=total([row.paid for row in rows]),
        spent=spent,
    )
    in_kind = total([row.in_kind_value for row in rows])
    return YearSheet(year, lines, sums, in_kind, kept.source if kept else "")


def _by_outcome(spending: Iterable[Expenditure]) -> list[tuple[str, Decimal]]:
    found: dict[str, Decimal] = defaultdict(lambda: NOTHING)
    for row in spending:
        found[row.outcome or NOT_STATED_OUTCOME] += row.spent
    return sorted(found.items())


def _to_enter(
    arrangement: FundingArrangement, years: list[YearSheet], *, on: date
) -> list[FinancialYear]:
    """Return the years whose contributions may want entering: kept ones, this and the next."""
    today = financial_year_of(on)
    found = {today, today.after(1)}
    if arrangement.start:
        first = financial_year_of(arrangement.start)
        last = financial_year_of(arrangement.end) if arrangement.end else today.after(1)
        found = {
            FinancialYear(y)
            for y in range(max(first.begins, last.begins - MOST_TO_ENTER), last.begins + 1)
        }
    found |= {year for sheet in years if (year := read_financial_year(sheet.financial_year))}
    return sorted(found, reverse=True)


def _reports(
    arrangement: FundingArrangement, *, on: date
) -> list[tuple[DueReport, FinancialReport | None, str]]:
    rows = {
        (r.kind, r.period_end): r for r in FinancialReport.objects.filter(arrangement=arrangement)
    }
    if not arrangement.reports_due:
        return []
    expected = reports_expected(
        start=arrangement.start,
        end=arrangement.end,
        within=arrangement.report_days,
        sent={key: row.sent_on for key, row in rows.items()},
        on=on,
    )
    return [(r, rows.get((r.kind, r.period_end)), _standing(r, on=on)) for r in expected]


def _standing(report: DueReport, *, on: date) -> str:
    if report.sent_on is not None:
        return "late" if report.was_late else "sent"
    return "overdue" if report.is_overdue(on=on) else "due"


def _entry(arrangement: FundingArrangement) -> list[SummaryRow]:
    host, accountable = arrangement.host, arrangement.accountable_body
    vat = arrangement.get_vat_display() if arrangement.vat else ""
    return [
        SummaryRow("Kind", arrangement.get_kind_display()),
        SummaryRow("Host organisation", host and link(host.get_absolute_url(), host)),
        SummaryRow(
            "Accountable body", accountable and link(accountable.get_absolute_url(), accountable)
        ),
        SummaryRow("Legal basis", arrangement.legal_basis),
        SummaryRow("Agreement", arrangement.agreement),
        *_agreement_row(arrangement),
        SummaryRow("From", long_date(arrangement.start)),
        SummaryRow("To", long_date(arrangement.end)),
        SummaryRow("VAT", ": ".join(filter(None, [vat, arrangement.vat_note]))),
        SummaryRow("An overspend", arrangement.overspend),
        SummaryRow("An underspend", arrangement.underspend),
        SummaryRow("Why this arrangement", arrangement.chosen_because),
        SummaryRow(
            "Reports to partners",
            f"Each quarter and each year, within {arrangement.report_days} days"
            if arrangement.reports_due
            else "None are due",
        ),
    ]


def _agreement_row(arrangement: FundingArrangement) -> list[SummaryRow]:
    """Return the document of the agreement, or that none is linked where the Acts want one."""
    document = arrangement.agreement_document
    if document is not None:
        document.partnership = arrangement.partnership
        return [SummaryRow("Its document", link(document.get_absolute_url(), document))]
    pooled = arrangement.kind == FundingArrangement.Kind.POOLED
    wanted = is_pooled_by_agreement(pooled=pooled, legal_basis=arrangement.legal_basis)
    return [SummaryRow("Its document", NOT_LINKED)] if wanted else []
