"""What does an area manager type of a body's kind of chair?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, Fieldset, LongTextField
from partnerships.chair_types import CHOICES, FIELDS, MEASURES
from partnerships.models import Chair
from partnerships.services.chairs import EDITABLE


class ChairFields(forms.Form):
    """The kind of chair, the day, and what balances the choice."""

    kind = ChoiceField(label="Who chairs?", choices=CHOICES)
    start = DateField(label="From", help_text="Until the next kind of chair is recorded")
    note = LongTextField(label="Note", max_length=2000, rows=3, required=False)

    entry_layout = (
        "kind",
        "start",
        Fieldset(
            "What balances the choice", *FIELDS, hint="National study of 2009, paragraphs 49 to 51"
        ),
        "note",
    )

    def offer_measures(self) -> None:
        """Add a box for each balancing measure."""
        for measure in MEASURES:
            self.fields[measure.field] = forms.BooleanField(label=measure.words, required=False)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewChairForm(ChairFields, OnceForm):
    """A kind of chair from a day on."""

    submit_label = "Record the chair"
    layout = ChairFields.entry_layout

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer_measures()


class CorrectChairForm(ChairFields, VersionedForm):
    """A correction, with its reason."""

    submit_label = "Save correction"
    layout = (*ChairFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer_measures()


def values_of(chair: Chair) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(chair, name) for name in EDITABLE}
