"""What does an officer type of people who were engaged?"""

from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
    WholeNumberField,
)
from partnerships.models import Engagement, Meeting, Partnership, Plan
from partnerships.rules.engagement import refusal_of_time
from partnerships.services.engagement import EDITABLE


class EngagementFields(forms.Form):
    """When, who, how, on what, and what came of it."""

    needed_where = {
        "day": "Needed unless it is said in words",
        "when_in_words": "Needed where the day is not known",
    }

    day = DateField(label="Date", required=False)
    when_in_words = TextField(
        label="When, in words",
        max_length=100,
        required=False,
        help_text="For example: spring 2006",
    )
    audience = TextField(
        label="Who was engaged?",
        max_length=200,
        help_text="Name a group, for example: parents of children under five. Name no individual",
    )
    method = forms.ChoiceField(
        label="How?", choices=[("", "Choose one"), *Engagement.Method.choices]
    )
    subject = TextField(label="On what?", max_length=300)
    took_part = WholeNumberField(
        label="How many took part?", required=False, help_text="Leave it empty where nobody counted"
    )
    learnt = LongTextField(label="What was learnt?", max_length=4000, rows=4, required=False)
    changed = LongTextField(
        label="What changed as a result?",
        max_length=4000,
        rows=4,
        required=False,
        help_text="A decision, a plan or a service that is different because of it",
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="Which meeting did it feed?",
        required=False,
        empty_label="None",
    )
    plan = forms.ModelChoiceField(
        Plan.objects.none(), label="Which plan did it feed?", required=False, empty_label="None"
    )

    entry_layout = (
        Fieldset("When was it?", "day", "when_in_words", hint="Give one of the two"),
        Fieldset("Who, how and on what?", "audience", "method", "subject"),
        FormField("took_part", width=5),
        Fieldset("What came of it?", "learnt", "changed", "meeting", "plan"),
    )

    def offer(self, partnership: Partnership) -> None:
        """Offer the meetings of the partnership's bodies, the last first, and its plans."""
        fields: Any = self.fields
        fields["plan"].queryset = Plan.objects.filter(partnership=partnership)
        meetings = Meeting.objects.filter(body__partnership=partnership)
        fields["meeting"].queryset = meetings.select_related("body").order_by("-day", "-pk")

    def clean(self) -> dict[str, Any]:
        """Say at the day what is wrong with the time."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not {"day", "when_in_words"} & set(self.errors):
            day, words = cleaned.get("day"), cleaned.get("when_in_words", "")
            refusal = refusal_of_time(day=day, words=words, today=clock.today())
            if refusal:
                self.add_error("day", refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewEngagementForm(EngagementFields, OnceForm):
    """A new entry of the log."""

    submit_label = "Add to the log"
    layout = EngagementFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class ChangeEngagementForm(EngagementFields, VersionedForm):
    """A change of an entry, with its reason."""

    layout = (*EngagementFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


def values_of(engagement: Engagement) -> dict[str, Any]:
    """Return an entry's present values under the form's field names."""
    return {name: getattr(engagement, name) for name in EDITABLE}
