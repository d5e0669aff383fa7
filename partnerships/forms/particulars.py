"""What does an officer type of a partnership beside its entry?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import VersionedForm
from govreg.core.ui.forms import DateField, Fieldset, LongTextField, TextField
from partnerships.models import Partnership, Post
from partnerships.services.particulars import EDITABLE


def _choice(label: str, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", "Not stated"), *choices.choices], required=False
    )


def _text(label: str, hint: str = "") -> LongTextField:
    return LongTextField(label=label, max_length=4000, rows=3, required=False, help_text=hint)


class ParticularsForm(VersionedForm):
    """A change of the particulars, with its reason."""

    directorate = TextField(label="Directorate", max_length=200, required=False)
    deputy = forms.ModelChoiceField(
        Post.objects.all(), label="Deputy lead officer’s post", required=False
    )
    lead_member = forms.ModelChoiceField(
        Post.objects.all(), label="Lead member’s post", required=False
    )
    legal_form = _choice("Legal form", Partnership.LegalForm)
    required_by_law = _choice("Statutory or voluntary", Partnership.Basis)
    stage = _choice("Stage of development", Partnership.Stage)
    entry_decision = TextField(
        label="Decision to enter it",
        max_length=300,
        required=False,
        help_text="Who decided, and when: a board, a meeting and its minute",
    )
    council_resources = _text("The council’s resources that it uses", "Staff, rooms, small grants")
    liabilities = _text("Liabilities", "What the council would answer for if it failed")
    insurance = _text("Insurance")
    assets = _text("Ownership of assets")
    complaints_route = _text("Where a complaint goes")
    significance = _choice("Significance for the council", Partnership.Significance)
    significance_reason = _text("Why it has that significance")
    significance_approved_by = TextField(
        label="Significance approved by",
        max_length=200,
        required=False,
        help_text="A post or a board, not a name",
    )
    significance_on = DateField(label="Significance approved on", required=False)
    is_published = forms.BooleanField(
        label="It stands in the register that the council publishes", required=False
    )
    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    layout = (
        Fieldset("Responsible", "directorate", "deputy", "lead_member"),
        Fieldset("What it is", "legal_form", "required_by_law", "stage", "entry_decision"),
        Fieldset(
            "What the council puts in and answers for",
            "council_resources",
            "liabilities",
            "insurance",
            "assets",
            "complaints_route",
        ),
        Fieldset(
            "Significance",
            "significance",
            "significance_reason",
            "significance_approved_by",
            "significance_on",
        ),
        Fieldset("Publication", "is_published"),
        "reason",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the significance that was approved."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        approved = cleaned.get("significance_on") or cleaned.get("significance_approved_by")
        if approved and not cleaned.get("significance"):
            self.add_error("significance", "Choose the significance that was approved")
        return cleaned

    def particulars(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


def values_of(partnership: Partnership) -> dict[str, Any]:
    """Return the present particulars under the form's field names."""
    return {name: getattr(partnership, name) for name in EDITABLE}
