"""How is it recorded that a financial report was sent to the partners?"""

from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import FinancialReport, FundingArrangement
from partnerships.queries.financial_reports import expected_of
from partnerships.rules.financial_reports import refusal_of_period_reported, refusal_of_report

from .allowed import enforce_keeping


def record_report(
    *,
    arrangement: FundingArrangement,
    kind: str,
    period_end: date,
    sent_on: date,
    note: str,
    by: Any,
    reason: str = "",
) -> FinancialReport:
    """Record the report on one quarter or year; each is recorded once."""
    partnership = arrangement.partnership
    verb = "Recorded a financial report to partners"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        locked(FundingArrangement, arrangement.pk)
        today = clock.today()
        still_open = {
            (report.kind, report.period_end)
            for report in expected_of(arrangement, on=today)
            if report.sent_on is None
        }
        enforce(refusal_of_period_reported(known=(kind, period_end) in still_open))
        enforce(refusal_of_report(sent_on=sent_on, period_end=period_end, today=today))
        report = FinancialReport(
            arrangement=arrangement, kind=kind, period_end=period_end, sent_on=sent_on
        )
        report.note = note.strip()
        report.save()
    return report


def correct_report(
    *, report: FinancialReport, version: int, sent_on: date, note: str, by: Any, reason: str
) -> FinancialReport:
    """Correct the day on which a report was sent, or what is said of it."""
    arrangement = report.arrangement
    partnership = arrangement.partnership
    verb = "Corrected a financial report to partners"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        report = locked(FinancialReport, report.pk, version=version)
        report.arrangement = arrangement
        today = clock.today()
        enforce(refusal_of_report(sent_on=sent_on, period_end=report.period_end, today=today))
        report.sent_on, report.note = sent_on, note.strip()
        report.save()
    return report
