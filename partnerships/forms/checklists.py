"""What does an officer answer to a question set?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import VersionedForm
from govreg.core.questions.editions import Edition
from govreg.core.questions.scales import NOT_ANSWERED, choices_of
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
)
from partnerships.models import Checklist
from partnerships.rules.checklists import refusal_of_answer
from partnerships.services.checklists import Answer

MOST_EDITIONS = 32_767
PARTS = ("verdict", "text", "evidence")
#: What stands above each part; the question itself is the legend around the three.
LABELS = {"verdict": "Answer", "text": "In words", "evidence": "Document and place in it"}


class AnswersForm(VersionedForm):
    """Every question of an edition on one page, whatever the answers hang on."""

    submit_label = "Save the answers"

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        self.edition = edition
        super().__init__(*args, **options)
        choices = [*choices_of(edition.scale), ("", NOT_ANSWERED)]
        for asked in edition.questions:
            parts: dict[str, Any] = {
                "verdict": ChoiceField(choices=choices, required=False),
                "text": LongTextField(max_length=4000, rows=2, required=False),
                "evidence": TextField(max_length=300, required=False),
            }
            for part, field in parts.items():
                field.label = LABELS[part]
                field.full_label = f"{asked.wording} {LABELS[part]}"
            self.add({name_of(asked.key, part): field for part, field in parts.items()})

    def get_layout(self) -> Any:
        """Set the three parts of each answer under their question."""
        return [
            Fieldset(
                asked.wording,
                FormField(name_of(asked.key, "verdict"), inline=True),
                name_of(asked.key, "text"),
                name_of(asked.key, "evidence"),
                hint=asked.hint,
            )
            for asked in self.edition.questions
        ]

    def clean(self) -> dict[str, Any]:
        """Say beside the answer what it lacks."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for asked in self.edition.questions:
            given = {part: cleaned.get(name_of(asked.key, part)) or "" for part in PARTS}
            refusal = refusal_of_answer(wording=asked.wording, **given)
            if refusal:
                self.add_error(name_of(asked.key, "verdict"), refusal.sentence)
        return cleaned

    def answers(self) -> dict[str, Answer]:
        """Return what was answered, by the questions' keys."""
        return {
            asked.key: Answer(
                **{part: self.cleaned_data[name_of(asked.key, part)] or "" for part in PARTS}
            )
            for asked in self.edition.questions
        }


class ChecklistForm(AnswersForm):
    """The answers of a checklist, with their day and the edition that was seen."""

    answered_on = DateField(label="Date of these answers")
    note = LongTextField(label="Note on the whole", max_length=4000, rows=3, required=False)

    def __init__(self, *args: Any, edition: Edition, **options: Any) -> None:
        super().__init__(*args, edition=edition, **options)
        self.fields["edition"] = forms.IntegerField(
            initial=edition.number, widget=forms.HiddenInput, min_value=0, max_value=MOST_EDITIONS
        )

    def get_layout(self) -> Any:
        """Set the day above the questions and the note below them."""
        return ["answered_on", *super().get_layout(), "note"]


def name_of(key: str, part: str) -> str:
    """Return the name of one part of an answer among the form's fields."""
    return f"{part}-{key}"


def values_of(checklist: Checklist) -> dict[str, Any]:
    """Return a checklist's answers under the form's field names."""
    whole = {"answered_on": checklist.answered_on, "note": checklist.note}
    return {**whole, **answers_in(checklist)}


def answers_in(record: Any) -> dict[str, Any]:
    """Return the answers that hang on a record under the form's field names."""
    return {
        name_of(answer.question.key, part): getattr(answer, part)
        for answer in record.answers.select_related("question")
        for part in PARTS
    }
