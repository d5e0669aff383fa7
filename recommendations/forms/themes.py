"""What does a person type of a theme, and which themes do they choose for a recommendation?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import LongTextField, TextField
from recommendations.models import Theme
from recommendations.services.themes import EDITABLE


class ThemeFields(forms.Form):
    """What a theme is called and what belongs to it."""

    name = TextField(label="Name of the theme", max_length=120)
    meaning = LongTextField(label="What belongs to it?", max_length=2000, rows=3, required=False)

    def entry(self) -> dict[str, Any]:
        """Return the theme."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewThemeForm(ThemeFields, OnceForm):
    """A new theme."""

    submit_label = "Add the theme"
    layout = EDITABLE


class ChangeThemeForm(ThemeFields, VersionedForm):
    """A change of a theme, with its reason."""

    layout = (*EDITABLE, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


class SayThemesForm(OnceForm):
    """What a recommendation is about."""

    submit_label = "Save the themes"
    layout = ("themes",)

    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label="What is it about?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose all that fit. The list is kept by administrators",
    )


def values_of(theme: Theme) -> dict[str, Any]:
    """Return a theme's present values under the form's field names."""
    return {name: getattr(theme, name) for name in EDITABLE}
