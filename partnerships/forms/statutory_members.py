"""What does an administrator type of a member that an Act names?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm
from govreg.core.ui.forms import DateField, LongTextField, TextField
from partnerships.models import Organisation, Partnership
from partnerships.services.statutory_members import EDITABLE


class NewRequiredMemberForm(OnceForm):
    """An entry in one of the lists."""

    submit_label = "Add to the list"

    statutory_kind = forms.ChoiceField(
        label="Kind of partnership",
        choices=[("", "Choose one"), *Partnership.StatutoryKind.choices],
    )
    organisation_kind = forms.ChoiceField(
        label="Kind of organisation", choices=[("", "Choose one"), *Organisation.Kind.choices]
    )
    as_post = TextField(
        label="As whom",
        max_length=120,
        required=False,
        help_text="A post, where the Act asks for one, for example: Director of Public Health",
    )
    start = DateField(label="From")
    end = DateField(label="To", required=False, help_text="Leave it empty while it holds")
    basis = TextField(
        label="Act and section",
        max_length=200,
        help_text="For example: Crime and Disorder Act 1998, section 5",
    )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class EndRequiredMemberForm(OnceForm):
    """The last day of an entry, and why it ends."""

    end = DateField(label="Last day", help_text="The day still counts")
    reason = LongTextField(
        label="Reason",
        max_length=2000,
        rows=3,
        help_text="The Act or the order that changes the list",
    )
