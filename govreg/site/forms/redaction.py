"""What does an administrator type to have a person's data removed, step by step?

What was typed at one step goes on to the next in hidden fields, because it must not stand in an
address or in a session.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from govreg.core.editing.forms import OnceForm
from govreg.core.history.held_texts import HeldText
from govreg.core.history.models import Redaction
from govreg.core.ui.forms import (
    ChoiceField,
    LongTextField,
    MultipleChoiceField,
    RegisterForm,
    TextField,
)

LEAST_LETTERS = 3
LOOK, CHOOSE, CONFIRM = "look", "choose", "confirm"
BETWEEN = ","


def _hidden(**options: Any) -> TextField:
    return TextField(widget=forms.HiddenInput, **options)


class _WordsForm(RegisterForm):
    """What is looked for, and which of the steps the form is."""

    own_step: ClassVar[str]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["step"] = forms.CharField(
            required=False, initial=self.own_step, max_length=10, widget=forms.HiddenInput
        )


class LookForm(_WordsForm):
    """What to look for."""

    own_step = LOOK
    submit_label = "Look for it"

    words = TextField(
        label="Name, address or other words",
        max_length=100,
        help_text="As it is written in the register, for example a full name or an e-mail address. "
        "Look for each way of writing it in turn",
    )

    def clean_words(self) -> str:
        """Refuse what would be found everywhere."""
        words: str = self.cleaned_data["words"]
        if sum(letter.isalnum() for letter in words) < LEAST_LETTERS:
            raise forms.ValidationError(f"Enter at least {LEAST_LETTERS} letters or digits")
        return words


class ChooseForm(_WordsForm):
    """Which of the texts to remove, on which legal basis and why."""

    own_step = CHOOSE
    submit_label = "Continue"

    chosen = MultipleChoiceField(
        label="Texts that hold the words",
        widget=forms.CheckboxSelectMultiple,
        help_text="The whole text is removed, not the words alone, in the record and in every row "
        "of its history that holds them",
    )
    basis = ChoiceField(label="Legal basis", choices=[("", "---------"), *Redaction.Basis.choices])
    reason = LongTextField(
        label="Reason",
        max_length=2000,
        rows=4,
        help_text="It is kept for good. Leave the words themselves out of it",
    )

    def __init__(self, *args: Any, held: Sequence[HeldText], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["chosen"]
        field.choices = [(text.key, _in_words(text)) for text in held]
        field.initial = [text.key for text in held]
        self.fields["words"] = _hidden(max_length=100)


class ConfirmForm(_WordsForm, OnceForm):
    """Nothing to type: everything was, and is meant."""

    own_step = CONFIRM

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = _hidden(max_length=100)
        self.fields["chosen"] = _hidden(max_length=100_000)
        self.fields["basis"] = _hidden(max_length=20)
        self.fields["reason"] = LongTextField(max_length=2000, widget=forms.HiddenInput)

    def clean_basis(self) -> str:
        """Take only a basis that was offered."""
        basis: str = self.cleaned_data["basis"]
        if basis not in Redaction.Basis.values:
            raise forms.ValidationError("Choose a legal basis")
        return basis


def _in_words(text: HeldText) -> str:
    now = "now and in" if text.now else "in"
    rows = "row" if len(text.rows) == 1 else "rows"
    what = f"{text.what[:1].upper()}{text.what[1:]} “{text.name}”"
    return f"{what}, {text.label}: {now} {len(text.rows)} {rows} of history"
