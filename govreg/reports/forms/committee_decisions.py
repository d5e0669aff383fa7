"""What does democratic services type of a committee's decision and of what follows from it?"""

import re
from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, Fieldset, LongTextField, TextField
from govreg.reports.models import CommitteeDecision, WorkProgrammeItem
from govreg.reports.services.committee_decisions import EDITABLE, ITEM
from partnerships.models import Post


class DecisionFields(forms.Form):
    """What was decided, when, and where the minutes say so."""

    needed_where = {
        "words": "Needed unless the report was only noted",
    }

    kind = ChoiceField(label="What was decided?", choices=CommitteeDecision.Kind.choices)
    decided_on = DateField(label="Decided on")
    minute_reference = TextField(
        label="Minute reference", max_length=60, help_text="For example: 7.1"
    )
    words = LongTextField(
        label="The decision in the words of the minutes", max_length=4000, rows=3, required=False
    )

    def clean_minute_reference(self) -> str:
        """Leave out the word that the register sets before a reference itself."""
        typed: str = self.cleaned_data["minute_reference"]
        return re.sub(r"^minutes?\s+", "", typed, flags=re.IGNORECASE) or typed

    def entry(self) -> dict[str, Any]:
        """Return the decision."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class ItemFields(forms.Form):
    """What is to come before the committee."""

    what = TextField(
        label="What is to come before the committee?",
        max_length=300,
        help_text="For example: the responsible officer explains the delay of recommendation 4",
    )
    due_on = DateField(label="Date of the meeting that it comes before", required=False)
    post = forms.ModelChoiceField(
        Post.objects.all(), label="Responsible post", required=False, empty_label="Not named yet"
    )

    def item(self) -> dict[str, Any]:
        """Return the item of the work programme."""
        return {name: self.cleaned_data[name] for name in ITEM}


class RecordDecisionForm(DecisionFields, ItemFields, OnceForm):
    """A decision, with what follows from it where something does."""

    submit_label = "Record the decision"
    layout = (*EDITABLE, Fieldset("What follows from it", *ITEM))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["what"].required = False
        self.fields["decided_on"].initial = clock.today()

    @property
    def programme(self) -> dict[str, Any] | None:
        """What is to follow; nothing where nothing was said."""
        return self.item() if self.cleaned_data["what"].strip() else None

    def clean(self) -> dict[str, Any]:
        """Ask what is to come where only its day or post was given."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        named = cleaned.get("due_on") or cleaned.get("post")
        if named and not (cleaned.get("what") or "").strip():
            self.add_error("what", "Say what is to come before the committee.")
        return cleaned


class CorrectDecisionForm(DecisionFields, VersionedForm):
    """A correction of what was recorded, with its reason."""

    layout = (*EDITABLE, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)


class AddItemForm(ItemFields, OnceForm):
    """A further item of the work programme."""

    submit_label = "Add to the work programme"
    layout = ITEM


class CorrectItemForm(ItemFields, VersionedForm):
    """A correction of an item, with its reason."""

    layout = (*ITEM, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)


class FinishItemForm(VersionedForm):
    """When an item came before the committee, and what came of it."""

    submit_label = "Record it"
    layout = ("done_on", "result")

    done_on = DateField(label="When did it come before the committee?")
    result = LongTextField(label="What came of it?", max_length=4000, rows=3)


def values_of(decision: CommitteeDecision) -> dict[str, Any]:
    """Return a decision's present values under the form's field names."""
    return {name: getattr(decision, name) for name in EDITABLE}


def values_of_item(item: WorkProgrammeItem) -> dict[str, Any]:
    """Return an item's present values under the form's field names."""
    return {name: getattr(item, name) for name in ITEM}
