"""What does an officer type when a financial report went to the partners?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, LongTextField, TextField
from partnerships.models import FinancialReport
from partnerships.rules.financial_reports import DueReport


class ReportFields(forms.Form):
    """When it was sent, and to whom."""

    sent_on = DateField(label="Sent on")
    note = TextField(label="To whom, and where it is kept", max_length=500, required=False)


class RecordReportForm(ReportFields, OnceForm):
    """One of the reports that are still open."""

    submit_label = "Record it"
    layout = ("report", "sent_on", "note")

    report = forms.ChoiceField(label="Report")

    def __init__(self, *args: Any, still_open: Sequence[DueReport], **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        self._meant = {report.key: report for report in still_open}
        fields["report"].choices = [(report.key, str(report)) for report in still_open]

    def period(self) -> tuple[str, date]:
        """Return the kind and the last day of the period of the report that was chosen."""
        report = self._meant[self.cleaned_data["report"]]
        return report.kind, report.period_end


class CorrectReportForm(ReportFields, VersionedForm):
    """A correction, with its reason."""

    submit_label = "Save correction"
    layout = ("sent_on", "note", "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)


def values_of(report: FinancialReport) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {"sent_on": report.sent_on, "note": report.note}
