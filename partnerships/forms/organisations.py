"""What does an administrator type of an organisation?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, Fieldset, LongTextField, TextField
from partnerships.models import Organisation
from partnerships.rules.membership import refusal_of_period
from partnerships.services.organisations import EDITABLE


class OrganisationFields(forms.Form):
    """The fields of an organisation."""

    name = TextField(label="Name", max_length=200)
    kind = forms.ChoiceField(label="Kind", choices=[("", "Choose one"), *Organisation.Kind.choices])
    sector = ChoiceField(label="Sector", choices=Organisation.Sector.choices)
    active_from = DateField(label="In being from", required=False)
    active_to = DateField(label="In being until", required=False)
    successor = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Successor",
        required=False,
        empty_label="None",
        help_text="The organisation that took over its work, where it came to an end",
    )

    entry_layout = (
        "name",
        "kind",
        "sector",
        Fieldset("Its time", "active_from", "active_to", "successor"),
    )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the organisation."""
        return {name: self.cleaned_data[name] for name in EDITABLE}

    def clean(self) -> dict[str, Any]:
        """Ask the rule whether the time is a time."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        refusal = refusal_of_period(start=cleaned.get("active_from"), end=cleaned.get("active_to"))
        if refusal:
            self.add_error("active_to", refusal.sentence)
        return cleaned


class NewOrganisationForm(OrganisationFields, OnceForm):
    """A new organisation."""

    submit_label = "Add organisation"
    layout = OrganisationFields.entry_layout

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["successor"].queryset = Organisation.objects.current()


class ChangeOrganisationForm(OrganisationFields, VersionedForm):
    """A change of an organisation, with its reason."""

    layout = (*OrganisationFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["successor"].queryset = Organisation.objects.current().exclude(pk=self.record.pk)


class ChooseOrganisationForm(OnceForm):
    """The record that is to stand for two."""

    submit_label = "Go on"

    into = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Which record stays?",
        help_text="Everything that names the other one will name this one",
    )

    def __init__(self, *args: Any, duplicate: Organisation, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["into"].queryset = Organisation.objects.current().exclude(pk=duplicate.pk)


def values_of(organisation: Organisation) -> dict[str, Any]:
    """Return an organisation's present values under the form's field names."""
    return {name: getattr(organisation, name) for name in EDITABLE}
