"""What does an administrator type of a team?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import LongTextField, TextField
from partnerships.models import Organisation, Team
from partnerships.services.teams import EDITABLE


class TeamFields(forms.Form):
    """The fields of a team."""

    name = TextField(label="Name", max_length=200)
    organisation = forms.ModelChoiceField(
        Organisation.objects.current(), label="Organisation", required=False
    )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the team."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewTeamForm(TeamFields, OnceForm):
    """A new team."""

    submit_label = "Add team"


class ChangeTeamForm(TeamFields, VersionedForm):
    """A change of a team, with its reason."""

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


def values_of(team: Team) -> dict[str, Any]:
    """Return a team's present values under the form's field names."""
    return {name: getattr(team, name) for name in EDITABLE}
