"""What does an area manager type when a body meets otherwise from a day on?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    DateField,
    FormField,
    LongTextField,
    TextField,
    TimeField,
    WholeNumberField,
)
from partnerships.models import MeetingArrangement, Post
from partnerships.services.arrangements import EDITABLE


class ArrangementFields(forms.Form):
    """How a body meets."""

    start = DateField(label="Holds from")
    meetings_a_year = WholeNumberField(label="Meetings a year", max_value=366, required=False)
    usual_day = TextField(
        label="Usual day",
        max_length=120,
        required=False,
        help_text="For example: first Wednesday of every second month",
    )
    usual_time = TimeField(label="Usual time", required=False)
    usual_place = TextField(label="Usual place", max_length=200, required=False)
    chair_selection = TextField(
        label="How the chair is chosen",
        max_length=300,
        required=False,
        help_text="Leave it empty where it stays as on the body’s page",
    )
    quorum = WholeNumberField(
        label="Quorum",
        max_value=1000,
        required=False,
        help_text="How many members must be there; observers do not count",
    )
    clerk = forms.ModelChoiceField(Post.objects.all(), label="Clerk’s post", required=False)

    entry_layout = (
        "start",
        FormField("meetings_a_year", width=3),
        "usual_day",
        FormField("usual_time", width=5),
        "usual_place",
        "chair_selection",
        FormField("quorum", width=3),
        "clerk",
    )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewArrangementForm(ArrangementFields, OnceForm):
    """New arrangements, from a day on."""

    submit_label = "Record arrangements"
    layout = ArrangementFields.entry_layout


class CorrectArrangementForm(ArrangementFields, VersionedForm):
    """A correction of arrangements, with its reason."""

    submit_label = "Save correction"
    layout = (*ArrangementFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)


def values_of(arrangement: MeetingArrangement) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(arrangement, name) for name in EDITABLE}
