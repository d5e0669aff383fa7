"""What does a person type of a theme, and which themes do they choose for a recommendation?"""

from collections.abc import Iterable
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
    layout = ("themes", "seen")

    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label="What is it about?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose all that fit. The list is kept by administrators",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    def seen_themes(self) -> frozenset[int] | None:
        """Return the keys of the themes that the page showed; None where it told none."""
        keys = self.cleaned_data["seen"].split(",") if self.cleaned_data["seen"] else []
        known = [key for key in keys if key.isascii() and key.isdigit() and len(key) < 19]
        return frozenset(map(int, known)) if "seen" in self.data else None

    def show(self, themes: Iterable[Theme]) -> None:
        """Let the page, sent again, say which themes its reader saw."""
        data = self.data.copy()  # type: ignore[attr-defined]
        data["seen"] = seen_in_words(themes)
        self.data = data


def seen_in_words(themes: Iterable[Theme]) -> str:
    """Return the keys of themes as a page carries them."""
    return ",".join(str(theme.pk) for theme in themes)


def values_of(theme: Theme) -> dict[str, Any]:
    """Return a theme's present values under the form's field names."""
    return {name: getattr(theme, name) for name in EDITABLE}
