"""What does an area manager type when something was done about poor attendance?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, LongTextField
from partnerships.models import AttendanceIntervention, Body, Organisation, Partnership
from partnerships.services.interventions import EDITABLE


class InterventionFields(forms.Form):
    """What was done, when, and with whom."""

    kind = ChoiceField(label="What was done?", choices=AttendanceIntervention.Kind.choices)
    day = DateField(label="Date")
    text = LongTextField(label="What did it say?", max_length=5000, rows=4)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Organisation",
        required=False,
        empty_label="All members",
    )
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Body", required=False, empty_label="All bodies"
    )

    entry_layout = ("kind", "day", "text", "organisation", "body")

    def offer(self, partnership: Partnership) -> None:
        """Offer the partnership's bodies and the organisations that are or were its members."""
        fields: Any = self.fields
        fields["body"].queryset = Body.objects.filter(partnership=partnership)
        members = partnership.memberships.order_by().values("organisation")
        fields["organisation"].queryset = Organisation.objects.filter(pk__in=members)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewInterventionForm(InterventionFields, OnceForm):
    """A new intervention."""

    submit_label = "Record it"
    layout = InterventionFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class CorrectInterventionForm(InterventionFields, VersionedForm):
    """A correction, with its reason."""

    submit_label = "Save correction"
    layout = (*InterventionFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


def values_of(intervention: AttendanceIntervention) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(intervention, name) for name in EDITABLE}
