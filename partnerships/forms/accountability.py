"""What does an officer type of how account is given, and of a complaint?"""

from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, Fieldset, LongTextField, TextField
from partnerships.models import AccountabilityTable, Complaint
from partnerships.models.accountability import ELEMENTS, LAYERS
from partnerships.rules.accountability import refusal_of_complaint
from partnerships.services.accountability import CELLS, COMPLAINT

PLACES = {
    "complaint-to-come": "received_on",
    "complaint-closed-earlier": "closed_on",
    "complaint-closed-without-outcome": "outcome",
}


class AccountabilityForm(VersionedForm):
    """All nine cells on one page."""

    submit_label = "Save what is arranged"

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=2, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        made: dict[str, Any] = {}
        for element, title in ELEMENTS.items():
            for layer, name in LAYERS.items():
                field: Any = LongTextField(
                    label=f"{name} layer", max_length=4000, rows=2, required=False
                )
                field.full_label = f"{title}, {name.lower()} layer"
                made[f"{element}_{layer}"] = field
        self.add(made)

    def get_layout(self) -> Any:
        """Set the three layers under each element."""
        groups = [
            Fieldset(title, *(f"{element}_{layer}" for layer in LAYERS))
            for element, title in ELEMENTS.items()
        ]
        return [*groups, *(["reason"] if self.record.pk else [])]

    def entry(self) -> dict[str, Any]:
        """Return what is arranged."""
        return {name: self.cleaned_data[name] or "" for name in CELLS}


class ComplaintFields(forms.Form):
    """A complaint and what came of it."""

    needed_where = {
        "outcome": "Needed once it is closed",
    }

    received_on = DateField(label="Received on")
    subject = TextField(
        label="What was it about?",
        max_length=300,
        help_text="Write nothing by which the person who complained could be known",
    )
    partners = TextField(label="Which partners did it concern?", max_length=300, required=False)
    outcome = LongTextField(label="What was the outcome?", max_length=4000, rows=3, required=False)
    learnt = LongTextField(label="What was learnt?", max_length=4000, rows=3, required=False)
    closed_on = DateField(label="Closed on", required=False)

    entry_layout = COMPLAINT

    def clean(self) -> dict[str, Any]:
        """Say beside the field what is wrong."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("received_on"):
            refusal = refusal_of_complaint(
                received_on=cleaned["received_on"],
                closed_on=cleaned.get("closed_on"),
                outcome=cleaned.get("outcome") or "",
                today=clock.today(),
            )
            if refusal:
                self.add_error(PLACES[refusal.code], refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in COMPLAINT}


class LogComplaintForm(ComplaintFields, OnceForm):
    """A complaint to log."""

    submit_label = "Log the complaint"
    layout = ComplaintFields.entry_layout


class ChangeComplaintForm(ComplaintFields, VersionedForm):
    """What came of a complaint, or a correction, with its reason."""

    layout = (*ComplaintFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


def cells_of(table: AccountabilityTable) -> dict[str, Any]:
    """Return the nine cells under the form's field names."""
    return {name: getattr(table, name) for name in CELLS}


def values_of(complaint: Complaint) -> dict[str, Any]:
    """Return a complaint's present values under the form's field names."""
    return {name: getattr(complaint, name) for name in COMPLAINT}
