"""What does an officer type of an area?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, FormField, LongTextField, TextField, WholeNumberField
from partnerships.models import Area
from partnerships.services.areas import EDITABLE


class AreaFields(forms.Form):
    """What an area is called, what sort it is, and where it stands."""

    name = TextField(label="Name", max_length=100)
    kind = ChoiceField(label="What sort of area is it?", choices=Area.Kind.choices)
    position = WholeNumberField(
        label="Place in tables", required=False, max_value=999, help_text="1 stands first"
    )
    is_closed = forms.BooleanField(
        label="No figures are entered for it any more; those there are stay", required=False
    )

    entry_layout = ("name", "kind", FormField("position", width=3), "is_closed")

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        entered = {name: self.cleaned_data[name] for name in EDITABLE}
        return {**entered, "position": entered["position"] or 0}


class NewAreaForm(AreaFields, OnceForm):
    """A new area."""

    submit_label = "Add the area"
    layout = AreaFields.entry_layout


class ChangeAreaForm(AreaFields, VersionedForm):
    """A change of an area, with its reason."""

    layout = (*AreaFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


def values_of(area: Area) -> dict[str, Any]:
    """Return an area's present values under the form's field names."""
    return {name: getattr(area, name) for name in EDITABLE}
