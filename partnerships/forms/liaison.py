"""What does an officer type of a standing briefing?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, Fieldset, LongTextField
from partnerships.models import Post, StandingBriefing
from partnerships.services.liaison import EDITABLE


class BriefingFields(forms.Form):
    """Who briefs whom, about what and how often."""

    briefed_by = forms.ModelChoiceField(Post.objects.all(), label="Who briefs?")
    briefed = forms.ModelChoiceField(Post.objects.all(), label="Who is briefed?")
    about = LongTextField(
        label="What about, and who else attends?", max_length=2000, rows=3, required=False
    )
    frequency = forms.ChoiceField(
        label="How often?",
        choices=[("", "Not agreed"), *StandingBriefing.Frequency.choices],
        required=False,
    )
    last_held = DateField(label="Last held on", required=False)
    start = DateField(label="From", required=False)
    end = DateField(label="To", required=False)

    entry_layout = (
        "briefed_by",
        "briefed",
        "about",
        "frequency",
        "last_held",
        Fieldset("Dates", "start", "end", hint="Leave them empty where the day is not known"),
    )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewBriefingForm(BriefingFields, OnceForm):
    """A new standing briefing."""

    submit_label = "Add the briefing"
    layout = BriefingFields.entry_layout


class ChangeBriefingForm(BriefingFields, VersionedForm):
    """A change of a standing briefing, or its last day, with its reason."""

    layout = (*BriefingFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


class BriefingHeldForm(VersionedForm):
    """When a briefing was held."""

    submit_label = "Record it as held"
    layout = ("last_held",)

    last_held = DateField(label="Held on")


def values_of(briefing: StandingBriefing) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(briefing, name) for name in EDITABLE}


def held_of(briefing: StandingBriefing) -> dict[str, Any]:
    """Return the day that is recorded, to set beside what somebody else typed."""
    return {"last_held": briefing.last_held}
