"""What does an area manager type of one meeting: when, where, of which type, about what?"""

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
    TimeField,
)
from partnerships.models import Meeting
from partnerships.services.meetings import EDITABLE

PLANNED, HELD = "planned", "held"


class MeetingFields(forms.Form):
    """The fields of one meeting."""

    day = DateField(label="Date")
    starts_at = TimeField(label="Starts at", required=False)
    ends_at = TimeField(label="Ends at", required=False)
    place = TextField(label="Place", max_length=200, required=False)
    kind = ChoiceField(label="Type", choices=Meeting.Kind.choices, initial=Meeting.Kind.BOARD)
    agenda = LongTextField(
        label="Agenda", max_length=20_000, rows=5, required=False, help_text="One item a line"
    )
    exempt = forms.BooleanField(
        label="The agenda, decisions, key messages and minutes are exempt from publication",
        required=False,
    )

    entry_layout = (
        "day",
        Fieldset("Time", FormField("starts_at", width=5), FormField("ends_at", width=5)),
        "place",
        "kind",
        "agenda",
        "exempt",
    )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the meeting."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewMeetingForm(MeetingFields, OnceForm):
    """A meeting that was held, or that is to be."""

    submit_label = "Save and go on"
    layout = ("state", *MeetingFields.entry_layout)

    state = ChoiceField(
        label="Was the meeting held?",
        choices=[(HELD, "Yes, record who came and what was decided next"), (PLANNED, "Not yet")],
        initial=HELD,
    )


class ChangeMeetingForm(MeetingFields, VersionedForm):
    """A change of a meeting."""

    layout = (*MeetingFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=2, required=False)


class CancelMeetingForm(OnceForm):
    """Why a meeting does not take place."""

    reason = TextField(label="Why is it cancelled?", max_length=500)


class WithdrawMeetingForm(OnceForm):
    """Why a meeting was logged by mistake."""

    reason = TextField(label="Why was it logged by mistake?", max_length=500)


class RelayedForm(OnceForm):
    """When a key message was relayed."""

    relayed_on = DateField(label="Relayed on")


def values_of(meeting: Meeting) -> dict[str, Any]:
    """Return a meeting's present values under the form's field names."""
    return {name: getattr(meeting, name) for name in EDITABLE}
