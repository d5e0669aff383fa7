"""Which financial reports do the partners of an arrangement have, and which do they miss?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from govreg.core.access import Permission
from govreg.core.council import definitions, settings
from govreg.core.prepared import prepared
from govreg.core.ui.words import long_date
from partnerships.models import FinancialReport, FundingArrangement, Partnership
from partnerships.rules.financial_reports import DueReport, reports_expected

from .health import Point, Standing, State, register


def expected_of(arrangement: FundingArrangement, *, on: date) -> list[DueReport]:
    """Return the reports due from one arrangement, the latest first; none where none are due."""
    if not arrangement.reports_due:
        return []
    rows = FinancialReport.objects.filter(arrangement=arrangement)
    sent = {
        (kind, end): day for kind, end, day in rows.values_list("kind", "period_end", "sent_on")
    }
    return reports_expected(
        start=arrangement.start,
        end=arrangement.end,
        within=arrangement.report_days,
        sent=sent,
        on=on,
    )


def reports_to_partners(partnerships: Sequence[Partnership], on: date) -> dict[int, Standing]:
    """Judge whether the partners have every report that was due by a day, in one query."""
    sent: dict[int, dict[Any, date]] = defaultdict(dict)
    terms: dict[int, tuple[int, date | None, date | None, int]] = {}
    rows = _terms_and_reports(keys=[p.pk for p in partnerships])
    for partnership, pk, start, end, days, kind, period, day in rows:
        terms[pk] = (partnership, start, end, days)
        if kind is not None:
            sent[pk][kind, period] = day
    expected: dict[int, list[DueReport]] = defaultdict(list)
    for pk, (partnership, start, end, days) in terms.items():
        expected[partnership] += reports_expected(
            start=start, end=end, within=days, sent=sent[pk], on=on
        )
    soon = on + timedelta(days=settings.whole_number(definitions.DUE_SOON_DAYS, on=on))
    owing = {partnership for partnership, *_terms in terms.values()}
    return {
        p.pk: _standing(expected.get(p.pk, []), on=on, soon=soon)
        if p.pk in owing
        else Standing(State.NOT_APPLICABLE, "No arrangement owes its partners reports.")
        for p in partnerships
    }


@prepared
def _terms_and_reports(keys: Sequence[int]) -> Any:
    """Return the arrangements that owe reports, each with every report that was sent."""
    rows = FundingArrangement.objects.filter(partnership__in=keys, reports_due=True)
    columns = ("partnership_id", "pk", "start", "end", "report_days")
    reports = ("reports__kind", "reports__period_end", "reports__sent_on")
    return rows.order_by().values_list(*columns, *reports)


def _standing(reports: list[DueReport], *, on: date, soon: date) -> Standing:
    overdue = [report for report in reports if report.is_overdue(on=on)]
    still_open = [report for report in reports if report.sent_on is None]
    if overdue:
        first = min(overdue, key=lambda report: report.due)
        return Standing(
            State.OVERDUE,
            f"{len(overdue)} of {len(reports)} not recorded as sent, the first due on "
            f"{long_date(first.due)}.",
            first.due,
        )
    if not reports:
        return Standing(State.MET, "No period on which a report is due has ended yet.")
    if still_open:
        due = min(report.due for report in still_open)
        told = f"The next is due on {long_date(due)}."
        return Standing(State.DUE if due <= soon else State.MET, told, due)
    return Standing(State.MET, f"All {len(reports)} that were due were sent.")


register(
    Point(
        "financial-reports",
        "Financial reports to partners",
        reports_to_partners,
        "partnerships:money",
        "See the money",
        Permission.KEEP_PARTNERSHIPS,
    ),
    position=60,
)
