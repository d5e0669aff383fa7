"""What does an administrator type of a question set and its questions?"""

import re
from typing import Any

from django import forms
from django.utils.text import slugify

from govreg.core.editing.forms import OnceForm
from govreg.core.questions.editions import Edition
from govreg.core.questions.scales import Scale
from govreg.core.questions.shipped import AskedQuestion, QuestionSetText
from govreg.core.ui.forms import ChoiceField, DateField, LongTextField, TextField

MOST_QUESTIONS, LONGEST, LONGEST_HINT, LONGEST_KEY = 60, 300, 500, 40
BETWEEN = "|"
RESERVED = frozenset({"add"})


class EditionForm(OnceForm):
    """A new edition: what it asks and from which day on."""

    submit_label = "Put it into force"

    title = TextField(label="Title", max_length=120)
    basis = LongTextField(
        label="What it rests on", max_length=2000, rows=3, help_text="The law, guidance or policy"
    )
    questions = LongTextField(
        label="Questions",
        max_length=20_000,
        rows=14,
        help_text="One on each line. A hint may follow after a vertical bar: |",
    )
    start = DateField(label="In force from")
    reason = LongTextField(label="Reason for the new edition", max_length=2000, rows=3)

    def __init__(self, *args: Any, earlier: Edition | None = None, **options: Any) -> None:
        self.earlier = earlier
        super().__init__(*args, **options)

    def clean_questions(self) -> tuple[AskedQuestion, ...]:
        """Read the lines; a question that stays the same keeps its key, and so its answers."""
        known = (
            {asked.wording: asked.key for asked in self.earlier.questions} if self.earlier else {}
        )
        found: list[AskedQuestion] = []
        taken = set(known.values())
        for line in self.cleaned_data["questions"].splitlines():
            wording, _bar, hint = (part.strip() for part in line.partition(BETWEEN))
            if not wording:
                continue
            if len(wording) > LONGEST or len(hint) > LONGEST_HINT:
                raise forms.ValidationError(
                    f"Shorten the line that begins “{wording[:40]}”: a question has at most "
                    f"{LONGEST} characters and a hint {LONGEST_HINT}"
                )
            if any(asked.wording == wording for asked in found):
                raise forms.ValidationError(f"“{wording}” stands there twice. Take one away")
            key = known.get(wording) or _free_key(wording, taken)
            taken.add(key)
            found.append(AskedQuestion(key, wording, hint))
        if not found:
            raise forms.ValidationError("Enter at least one question")
        if len(found) > MOST_QUESTIONS:
            raise forms.ValidationError(f"Enter at most {MOST_QUESTIONS} questions")
        return tuple(found)

    def asked(self, *, code: str, scale: str) -> QuestionSetText:
        """Return the set as it should be asked."""
        typed = self.cleaned_data
        return QuestionSetText(
            code, typed["title"], typed["basis"], typed["questions"], Scale(scale)
        )


class NewSetForm(EditionForm):
    """A set that the council asks of its own."""

    submit_label = "Add the question set"

    scale = ChoiceField(label="What it asks for", choices=Scale.choices, initial=Scale.COVERAGE)
    layout = ("title", "basis", "scale", "questions", "start", "reason")

    def code(self) -> str:
        """Return the code that stands in its address, made of its title."""
        return _slug(self.cleaned_data["title"])

    def clean_title(self) -> str:
        """Refuse a title that leaves nothing for the address."""
        title: str = self.cleaned_data["title"]
        if _slug(title) in RESERVED or not slugify(title):
            raise forms.ValidationError("Choose a title with more letters in it")
        return title


def lines_of(edition: Edition) -> str:
    """Return an edition's questions as the lines of the form."""
    return "\n".join(
        f"{asked.wording} {BETWEEN} {asked.hint}" if asked.hint else asked.wording
        for asked in edition.questions
    )


def _slug(text: str) -> str:
    return re.sub(r"-+$", "", slugify(text)[:LONGEST_KEY])


def _free_key(wording: str, taken: set[str]) -> str:
    stem = _slug(wording)[: LONGEST_KEY - 3] or "question"
    numbered = (stem if n == 1 else f"{stem}-{n}" for n in range(1, MOST_QUESTIONS + 2))
    return next(key for key in numbered if key not in taken)
