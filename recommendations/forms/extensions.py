"""What is typed to ask for an extension, and to answer a request for one?"""

from datetime import date
from typing import Any

from django import forms

from govreg.core import timescales
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, LongTextField, TextField
from recommendations.models import ExtensionRequest
from recommendations.rules.extensions import refusal_of_answer, refusal_of_new_date

ENDORSE, DECLINE = "endorse", "decline"


class AskForm(OnceForm):
    """A later date, in the words that will be printed, and why it is needed."""

    submit_label = "Ask for the extension"

    timescale = TextField(
        label="New timescale",
        max_length=200,
        help_text="As it will be printed. For example: June 2008, 30 June 2008, Summer 2008",
    )
    reason = LongTextField(
        label="Why is more time needed?",
        max_length=4000,
        rows=5,
        help_text="The senior officer and the committee decide on this",
    )

    def __init__(self, *args: Any, due_date: date | None, **options: Any) -> None:
        self.due_date = due_date
        super().__init__(*args, **options)

    def clean_timescale(self) -> str:
        """Refuse words that set no later date, beside them."""
        printed: str = self.cleaned_data["timescale"]
        refusal = refusal_of_new_date(timescales.understand(printed), due_date=self.due_date)
        if refusal:
            raise forms.ValidationError(refusal.sentence)
        return printed


class AnswerForm(VersionedForm):
    """What a senior officer says to a request."""

    needed_where = {
        "said": "Needed when you decline",
    }

    submit_label = "Save the answer"
    layout = ("answer", "said")

    answer = ChoiceField(
        label="Do you endorse it?",
        choices=[(ENDORSE, "Endorse"), (DECLINE, "Decline")],
    )
    said = LongTextField(
        label="Why?",
        max_length=2000,
        rows=4,
        required=False,
        help_text="The person who asked reads it",
    )

    @property
    def is_endorsed(self) -> bool:
        """Whether the senior officer endorses the request."""
        return bool(self.cleaned_data["answer"] == ENDORSE)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of declining, beside its field."""
        cleaned = super().clean()
        if not self.errors:
            refusal = refusal_of_answer(endorsed=self.is_endorsed, said=cleaned["said"])
            if refusal:
                self.add_error("said", refusal.sentence)
        return cleaned


def answer_of(request: ExtensionRequest) -> dict[str, Any]:
    """Return what a senior officer said to a request, under the form's field names."""
    given = {ExtensionRequest.State.REQUESTED: "", ExtensionRequest.State.DECLINED: DECLINE}
    return {
        "answer": given.get(ExtensionRequest.State(request.state), ENDORSE),
        "said": request.answer,
    }
