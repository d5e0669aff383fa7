"""What does an officer type of a communications plan, and of what was said by it?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
    WholeNumberField,
)
from partnerships.models import PlannedCommunication, Post
from partnerships.rules.reporting import MOST_MONTHS
from partnerships.services.communications import EDITABLE, MADE


class PlanFields(forms.Form):
    """Who is kept informed of what, how and how often."""

    party = TextField(
        label="Who is to be informed?",
        max_length=200,
        help_text="For example: frontline staff of the partners. Name a group, no individual",
    )
    needs = LongTextField(label="What do they need to know?", max_length=4000, rows=3)
    method = TextField(
        label="How are they informed?",
        max_length=200,
        help_text="For example: newsletter; a page of the council’s site; a seminar",
    )
    frequency_months = WholeNumberField(
        label="Every how many months?",
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
        help_text="3 for every quarter. Leave it empty where nothing is agreed",
    )
    responsible = forms.ModelChoiceField(
        Post.objects.all(), label="Responsible post", required=False, empty_label="Not named yet"
    )
    start = DateField(label="From", required=False)
    end = DateField(label="To", required=False)

    entry_layout = (
        "party",
        "needs",
        "method",
        FormField("frequency_months", width=3),
        "responsible",
        Fieldset("Dates", "start", "end", hint="Leave them empty where the day is not known"),
    )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the line."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class PlanCommunicationForm(PlanFields, OnceForm):
    """A new line of the plan."""

    submit_label = "Add to the plan"
    layout = PlanFields.entry_layout


class ChangeCommunicationForm(PlanFields, VersionedForm):
    """A change of a line, with its reason."""

    layout = (*PlanFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


class CommunicationMadeForm(OnceForm):
    """What was said, and when."""

    submit_label = "Record it"

    day = DateField(label="Date")
    what = TextField(label="What was said?", max_length=500)
    evidence = TextField(
        label="Where is it kept?",
        max_length=300,
        required=False,
        help_text="For example: newsletter 14, page 2",
    )

    def entry(self) -> dict[str, Any]:
        """Return what was said."""
        return {name: self.cleaned_data[name] for name in MADE}


def values_of(planned: PlannedCommunication) -> dict[str, Any]:
    """Return a line's present values under the form's field names."""
    return {name: getattr(planned, name) for name in EDITABLE}
