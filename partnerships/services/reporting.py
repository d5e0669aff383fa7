"""How are reporting lines, and the reports made by them, recorded?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Partnership, ReportingLine, ReportMade
from partnerships.models.reporting import RECIPIENTS
from partnerships.rules import reporting as rules
from partnerships.rules.membership import refusal_of_period
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping

EDITABLE = ("body", *RECIPIENTS, "mechanism", "frequency_months", "start", "end")
REPORT = ("day", "what", "minute_reference")


def add_line(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> ReportingLine:
    """Record to whom a partnership or one of its bodies reports."""
    with change(verb="Added a reporting line", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _put(ReportingLine(partnership=partnership), values)


def describe_line(
    *, line: ReportingLine, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> ReportingLine:
    """Change a reporting line, or end it."""
    partnership = line.partnership
    with change(verb="Changed a reporting line", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        line = locked(ReportingLine, line.pk, version=version)
        line.partnership = partnership
        return _put(line, values)


def record_report(
    *, line: ReportingLine, values: Mapping[str, Any], by: Any, reason: str = ""
) -> ReportMade:
    """Record a report that was made; when the next one is due follows from it."""
    partnership = line.partnership
    with change(verb="Recorded a report made", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        line = locked(ReportingLine, line.pk)
        line.partnership = partnership
        report = ReportMade(line=line)
        put(report, values, allowed=REPORT)
        enforce(rules.refusal_of_report(day=report.day, end=line.end, today=clock.today()))
        report.save()
        before = line.next_due
        if _work_out_due(line) != before:
            line.save()
    return report


def _put(line: ReportingLine, values: Mapping[str, Any]) -> ReportingLine:
    put(line, values, allowed=EDITABLE)
    given = sum(bool(getattr(line, name)) for name in RECIPIENTS)
    enforce(rules.refusal_of_recipients(given=given))
    enforce(rules.refusal_of_reporting_to_itself(is_itself=_is_itself(line)))
    enforce(refusal_of_period(start=line.start, end=line.end))
    enforce(refusal_of_stranger(partnership_id=line.partnership_id, body=line.body))
    _work_out_due(line)
    line.save()
    return line


def _is_itself(line: ReportingLine) -> bool:
    if line.to_body_id is not None:
        return line.to_body_id == line.body_id
    return line.body_id is None and line.to_partnership_id == line.partnership_id


def _work_out_due(line: ReportingLine) -> Any:
    """Set on a line when its next report is due, and return it."""
    made = line.reports.order_by("-day") if line.pk else ReportMade.objects.none()
    line.next_due = rules.next_report_due(
        start=line.start,
        end=line.end,
        last=made.values_list("day", flat=True).first(),
        months=line.frequency_months,
    )
    return line.next_due
