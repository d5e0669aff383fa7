"""What does an officer type of how others described a structure?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, LongTextField, TextField
from partnerships.models import StructureDescription
from partnerships.services.structure_descriptions import EDITABLE


class DescriptionFields(forms.Form):
    """When, where and how it was described."""

    day = DateField(label="Date of the report or paper")
    source = TextField(
        label="Report or paper, and the place in it",
        max_length=200,
        help_text="For example: report to the scrutiny committee, paragraph 2.3",
    )
    text = LongTextField(
        label="How it describes the structure",
        max_length=5000,
        rows=5,
        help_text="In your own words, or as a short quotation in quotation marks",
    )

    entry_layout = EDITABLE

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewDescriptionForm(DescriptionFields, OnceForm):
    """A description to add."""

    submit_label = "Add the description"
    layout = DescriptionFields.entry_layout


class CorrectDescriptionForm(DescriptionFields, VersionedForm):
    """A correction, with its reason."""

    submit_label = "Save correction"
    layout = (*DescriptionFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)


def values_of(description: StructureDescription) -> dict[str, Any]:
    """Return a description's present values under the form's field names."""
    return {name: getattr(description, name) for name in EDITABLE}
