"""What does an officer type of a framework, its themes, and a contribution to one?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
    WholeNumberField,
)
from partnerships.models import StrategicFramework, StrategicTheme, ThemeContribution
from partnerships.rules.alignment import refusal_of_statement
from partnerships.services.alignment import FRAMEWORK, SAID, THEME

YES, NO = "yes", "no"


class FrameworkFields(forms.Form):
    """What is said of a framework."""

    name = TextField(label="Name", max_length=200)
    kind = ChoiceField(label="Kind", choices=StrategicFramework.Kind.choices)
    period = TextField(
        label="Period",
        max_length=100,
        required=False,
        help_text="In the words it is known in, for example: 2006 to 2009",
    )
    start = DateField(label="In force from", required=False)
    end = DateField(label="In force to", required=False)
    note = LongTextField(label="Note", max_length=2000, rows=3, required=False)

    entry_layout = (
        "name",
        "kind",
        "period",
        Fieldset("Dates", "start", "end", hint="Leave them empty where the day is not known"),
        "note",
    )

    def entry(self) -> dict[str, Any]:
        """Return what is said of the framework."""
        return {name: self.cleaned_data[name] for name in FRAMEWORK}


class NewFrameworkForm(FrameworkFields, OnceForm):
    """A new framework."""

    submit_label = "Add framework"
    layout = FrameworkFields.entry_layout


class ChangeFrameworkForm(FrameworkFields, VersionedForm):
    """A change of a framework, with its reason."""

    layout = (*FrameworkFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


class ThemeFields(forms.Form):
    """What a theme is called."""

    kind = ChoiceField(label="Kind", choices=StrategicTheme.Kind.choices)
    name = TextField(label="Name", max_length=200)
    position = WholeNumberField(label="Place among its kind", max_value=999)

    entry_layout = ("kind", "name", FormField("position", width=3))

    def entry(self) -> dict[str, Any]:
        """Return what the theme is called."""
        return {name: self.cleaned_data[name] for name in THEME}


class NewThemeForm(ThemeFields, OnceForm):
    """A new theme."""

    submit_label = "Add it"
    layout = ThemeFields.entry_layout


class ChangeThemeForm(ThemeFields, VersionedForm):
    """A change of a theme, with its reason."""

    layout = (*ThemeFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


class ContributionForm(OnceForm):
    """What a partnership contributes to a theme, as at a day."""

    submit_label = "Record the statement"

    contributes = ChoiceField(
        label="Does the partnership contribute to it?", choices=[(YES, "Yes"), (NO, "No")]
    )
    vision = LongTextField(label="Vision for the whole", max_length=4000, rows=3, required=False)
    priorities = LongTextField(label="Local priorities", max_length=4000, rows=3, required=False)
    actions = LongTextField(label="Actions", max_length=4000, rows=3, required=False)
    day = DateField(label="Stated on")

    def clean(self) -> dict[str, Any]:
        """Say beside the answer what it lacks."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        said = any(cleaned.get(name) for name in SAID)
        if cleaned.get("contributes"):
            yes = cleaned["contributes"] == YES
            refusal = refusal_of_statement(contributes=yes, said=said)
            if refusal:
                self.add_error("contributes", refusal.sentence)
        return cleaned

    def statement(self) -> dict[str, Any]:
        """Return what is stated."""
        typed = self.cleaned_data
        said = {name: typed[name] for name in SAID}
        return {"day": typed["day"], "contributes": typed["contributes"] == YES, **said}


def values_of_framework(framework: StrategicFramework) -> dict[str, Any]:
    """Return a framework's present values under the form's field names."""
    return {name: getattr(framework, name) for name in FRAMEWORK}


def values_of_theme(theme: StrategicTheme) -> dict[str, Any]:
    """Return a theme's present values under the form's field names."""
    return {name: getattr(theme, name) for name in THEME}


def last_said(statement: ThemeContribution | None) -> dict[str, Any]:
    """Return what the last statement said, to start the next from."""
    if statement is None:
        return {"contributes": YES}
    return {"contributes": YES, **{name: getattr(statement, name) for name in SAID}}
