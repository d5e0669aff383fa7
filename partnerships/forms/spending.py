"""What does an officer type of money spent, of money saved and of a report to the partners?"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.financial_years import read_financial_year
from govreg.core.ui.forms import LongTextField, MoneyField, TextField
from partnerships.models import Efficiency, Expenditure
from partnerships.rules.amounts import refusal_of_year
from partnerships.rules.spending import refusal_of_reinvestment
from partnerships.services.spending import SAVED, SPENT


class FinancialYearField(TextField):
    """A financial year, written as 2004/05."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "For example, 2004/05")
        super().__init__(max_length=12, **options)

    def clean(self, value: Any) -> str:
        """Return it in the one form in which it is kept."""
        typed = super().clean(value)
        year = read_financial_year(typed or "")
        if typed and year is None:
            refusal = refusal_of_year(typed)
            raise ValidationError(refusal.sentence if refusal else "", code="invalid")
        return str(year) if year else ""


class SpendingFields(forms.Form):
    """What was spent, on what, and to which outcome."""

    financial_year = FinancialYearField(label="Financial year")
    spent = MoneyField(label="Amount spent", min_value=0)
    purpose = TextField(label="What was it spent on?", max_length=300)
    outcome = TextField(
        label="Outcome",
        max_length=300,
        required=False,
        help_text="The outcome of the partners’ plan that it is for, if it is for one",
    )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in SPENT}


class NewSpendingForm(SpendingFields, OnceForm):
    """Money spent."""

    submit_label = "Record it"


class CorrectSpendingForm(SpendingFields, VersionedForm):
    """A correction, with its reason."""

    submit_label = "Save correction"

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)


class SavingFields(forms.Form):
    """What was saved, how, and what became of it."""

    needed_where: dict[str, str] = {
        "reinvested_in": "Needed where something was reinvested",
    }

    financial_year = FinancialYearField(label="Financial year")
    found = MoneyField(label="Amount saved", min_value=0)
    how = TextField(label="How was it found?", max_length=500)
    reinvested = MoneyField(label="Amount reinvested", min_value=0, required=False)
    reinvested_in = TextField(label="Reinvested in", max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        """Say beside the field where the money went."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("found") is not None:
            refusal = refusal_of_reinvestment(
                found=cleaned["found"],
                reinvested=cleaned.get("reinvested"),
                reinvested_in=cleaned.get("reinvested_in") or "",
            )
            if refusal:
                where = "reinvested_in" if refusal.code == "reinvested-nowhere" else "reinvested"
                self.add_error(where, refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in SAVED}


class NewSavingForm(SavingFields, OnceForm):
    """A saving."""

    submit_label = "Record it"


class CorrectSavingForm(SavingFields, VersionedForm):
    """A correction, with its reason."""

    submit_label = "Save correction"

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)


def spending_values(row: Expenditure) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(row, name) for name in SPENT}


def saving_values(row: Efficiency) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(row, name) for name in SAVED}
