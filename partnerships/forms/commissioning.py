"""What does an officer type of a decision to commission or decommission?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, LongTextField, TextField
from partnerships.models import Body, CommissioningDecision, Meeting, Partnership
from partnerships.models.meetings import may_read
from partnerships.services.commissioning import EDITABLE


class CommissioningFields(forms.Form):
    """What was decided about which service, by whom and when."""

    kind = ChoiceField(
        label="What was it about?",
        choices=[
            ("commission", "Commissioning a service or activity"),
            ("decommission", "Decommissioning one"),
        ],
    )
    subject = TextField(label="Service or activity", max_length=300)
    body = forms.ModelChoiceField(Body.objects.none(), label="Decided by")
    day = DateField(label="Decided on")
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="At which meeting?",
        required=False,
        empty_label="None recorded here",
        help_text="A meeting of the same body on the same day",
    )
    outcome = LongTextField(
        label="What was decided?",
        max_length=4000,
        rows=4,
        help_text="With its conditions, and from when it holds",
    )

    entry_layout = ("kind", "subject", "body", "day", "meeting", "outcome")

    def offer(self, partnership: Partnership, user: Any) -> None:
        """Offer the partnership's bodies, and their meetings that the person may read."""
        fields: Any = self.fields
        fields["body"].queryset = Body.objects.filter(partnership=partnership)
        held = Meeting.objects.filter(may_read(user), body__partnership=partnership)
        held = held.exclude(state=Meeting.State.CANCELLED)
        fields["meeting"].queryset = held.select_related("body").order_by("-day", "-pk")

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewCommissioningForm(CommissioningFields, OnceForm):
    """A new decision."""

    submit_label = "Record the decision"
    layout = CommissioningFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership, user)


class CorrectCommissioningForm(CommissioningFields, VersionedForm):
    """A correction, with its reason."""

    submit_label = "Save correction"
    layout = (*CommissioningFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.body.partnership, user)


class WithdrawCommissioningForm(VersionedForm):
    """From when a decision no longer stands, and why."""

    submit_label = "Withdraw the decision"
    layout = ("withdrawn_on", "withdrawn_because")

    withdrawn_on = DateField(label="Withdrawn on")
    withdrawn_because = TextField(
        label="Why?", max_length=500, help_text="For example: recorded by mistake; decided anew"
    )


def values_of(decision: CommissioningDecision) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(decision, name) for name in EDITABLE}


def withdrawal_of(decision: CommissioningDecision) -> dict[str, Any]:
    """Return what is recorded of a withdrawal."""
    return {
        "withdrawn_on": decision.withdrawn_on,
        "withdrawn_because": decision.withdrawn_because,
    }
