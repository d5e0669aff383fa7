"""What does a person say of a filter that they save?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import TextField
from recommendations.models import SavedFilter

SHARED = "Everybody who may open the list finds it there. Each sees of it what they may see"


class FilterFields(forms.Form):
    """What it is called and who finds it."""

    name = TextField(label="Name of the filter", max_length=80)
    is_shared = forms.BooleanField(
        label="Share it with everybody", required=False, help_text=SHARED
    )

    def entry(self) -> dict[str, Any]:
        """Return both."""
        return {name: self.cleaned_data[name] for name in ("name", "is_shared")}


class NewFilterForm(FilterFields, OnceForm):
    """A filter that is saved."""

    submit_label = "Save the filter"


class ChangeFilterForm(FilterFields, VersionedForm):
    """Another name, or other readers."""

    submit_label = "Save"


def values_of(saved: SavedFilter) -> dict[str, Any]:
    """Return a filter's present values under the form's field names."""
    return {"name": saved.name, "is_shared": saved.is_shared}
