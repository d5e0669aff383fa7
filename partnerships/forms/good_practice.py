"""What does an officer type of good practice, and of what was decided about it?"""

from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, LongTextField, TextField
from partnerships.models import GoodPractice, GoodPracticeAdoption, Partnership, Plan
from partnerships.rules.good_practice import refusal_of_decision
from partnerships.services.good_practice import DECISION, EDITABLE


class NoteFields(forms.Form):
    """What worked, and who may find it."""

    title = TextField(label="What is it called?", max_length=200)
    theme = forms.ChoiceField(
        label="What is it about?", choices=[("", "Choose one"), *GoodPractice.Theme.choices]
    )
    plan = forms.ModelChoiceField(
        Plan.objects.none(),
        label="Which plan does it come from?",
        required=False,
        empty_label="None",
        help_text="It stands on the plan’s page then, and reports to scrutiny can tell it",
    )
    difficulty = LongTextField(
        label="What was the difficulty?", max_length=4000, rows=3, required=False
    )
    done = LongTextField(label="What was done?", max_length=4000, rows=4)
    achieved = LongTextField(label="What did it achieve?", max_length=4000, rows=3, required=False)
    source = TextField(
        label="Where was it found?",
        max_length=200,
        required=False,
        help_text="For example: the auditor’s review of 2007, section 7.5",
    )
    is_shared = forms.BooleanField(
        label="Share it with all partnerships",
        required=False,
        help_text="Everybody who sees some partnership finds it then. Name no individual in it",
    )

    entry_layout = EDITABLE

    def offer(self, partnership: Partnership) -> None:
        """Offer the plans of the partnership; where it has none, do not ask."""
        fields: Any = self.fields
        fields["plan"].queryset = Plan.objects.filter(partnership=partnership)
        if not fields["plan"].queryset.exists():
            fields["plan"].widget = forms.HiddenInput()

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewNoteForm(NoteFields, OnceForm):
    """A new note."""

    submit_label = "Note it"
    layout = NoteFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class ChangeNoteForm(NoteFields, VersionedForm):
    """A change of a note, with its reason."""

    layout = (*NoteFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


class DecisionForm(OnceForm):
    """What another partnership decided about it."""

    needed_where = {
        "words": "Needed where it is declined",
    }

    submit_label = "Record the decision"
    layout = ("partnership", *DECISION)

    partnership = forms.ModelChoiceField(
        Partnership.objects.none(), label="Which partnership decided?"
    )
    state = ChoiceField(label="What was decided?", choices=GoodPracticeAdoption.State.choices)
    day = DateField(label="Decided on")
    decided_by = TextField(
        label="Decided by", max_length=200, help_text="The body or the post, not a name"
    )
    words = LongTextField(
        label="What is adapted, or why is it declined?", max_length=4000, rows=3, required=False
    )

    def __init__(self, *args: Any, offered: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["partnership"].queryset = offered

    def clean(self) -> dict[str, Any]:
        """Say at the reason that it is wanted."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("day"):
            refusal = refusal_of_decision(
                state=cleaned.get("state") or "",
                words=cleaned.get("words") or "",
                day=cleaned["day"],
                today=clock.today(),
            )
            if refusal:
                at = "day" if refusal.code == "adoption-to-come" else "words"
                self.add_error(at, refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return the decision."""
        return {name: self.cleaned_data[name] for name in DECISION}


def values_of(note: GoodPractice) -> dict[str, Any]:
    """Return a note's present values under the form's field names."""
    return {name: getattr(note, name) for name in EDITABLE}
