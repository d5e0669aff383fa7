"""What does a lead agency type for one action in the grid of a quarter?

A grid has a hundred rows, and a form object for each of them would cost more than the page: a row
is read and checked here by itself, with the same fields and sentences as a form has.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from partnerships.models import QuarterlyAnswer
from partnerships.queries.answering import AnswerLine
from partnerships.rules.quarterly_answers import refusal_of_content
from partnerships.services.quarterly_answers import Given

from .plan_actions import NumberField

FIELDS = ("rating", "reason", "narrative", "value")
LONGEST = 4000
_VALUE = NumberField(words_belong="“What was done?”")
MET = (
    "Somebody answered meanwhile: it is shown beside the action. What you typed is kept and is not "
    "saved yet. To save it instead of their answer, press the button below the table. To keep "
    "their answer, open this page again."
)
RATINGS = [(rating.value, rating.label) for rating in QuarterlyAnswer.Rating]


class AnswerRow:
    """One row: the action, what is typed, and what is wrong with it."""

    def __init__(self, line: AnswerLine, data: Mapping[str, Any] | None = None) -> None:
        self.line = line
        self.key = str(line.action.pk)
        self.kept = _kept(line.answer)
        self.errors: dict[str, str] = {}
        #: What is said beside the row once it was saved.
        self.said = ""
        self.value: Decimal | None = None
        #: What somebody else answered meanwhile.
        self.meanwhile: QuarterlyAnswer | None = None
        if data is None or f"seen_{self.key}" not in data:
            self.typed, self.seen = dict(self.kept), line.seen
            return
        self.typed = {name: str(data.get(f"{name}_{self.key}", "")).strip() for name in FIELDS}
        seen = str(data[f"seen_{self.key}"])
        self.seen = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 6 else 0

    @property
    def is_touched(self) -> bool:
        """Whether what is typed differs from what is kept.

        A row that was sent empty as it was shown is none, even where somebody answered meanwhile.
        """
        is_empty = not self.seen and not any(self.typed.values())
        return self.typed != self.kept and not is_empty

    @property
    def is_unsaved(self) -> bool:
        """Whether something is typed that was sent and not saved."""
        return self.is_touched and not self.said

    def check(self) -> bool:
        """Say whether the row can be saved; each error stands by its field."""
        answer, typed = self.line.answer, self.typed
        if answer is not None and answer.revision != self.seen:
            self.meet(answer)
            return False
        refusal = refusal_of_content(rating=typed["rating"], reason=typed["reason"])
        if refusal is not None:
            field = "reason" if refusal.code == "reason-missing" else "rating"
            self.errors[field] = refusal.sentence
        for name in ("reason", "narrative"):
            if len(typed[name]) > LONGEST:
                self.errors[name] = f"Write at most {LONGEST} characters."
            if "\0" in typed[name]:
                self.errors[name] = "The text holds a character that cannot be kept. Type it anew."
        try:
            self.value = _VALUE.clean(typed["value"])
        except ValidationError as error:
            self.errors["value"] = f"{' '.join(error.messages).rstrip('.')}."
        return not self.errors

    def given(self) -> Given:
        """Return what is answered."""
        typed = self.typed
        return Given(
            rating=typed["rating"],
            reason=typed["reason"],
            narrative=typed["narrative"],
            value=self.value,
            seen=self.seen,
        )

    def meet(self, meanwhile: QuarterlyAnswer) -> None:
        """Keep what was typed beside what somebody else answered, to be sent once more."""
        self.errors["rating"] = MET
        self.meanwhile, self.seen = meanwhile, meanwhile.revision


def _kept(answer: QuarterlyAnswer | None) -> dict[str, str]:
    if answer is None:
        return dict.fromkeys(FIELDS, "")
    value = "" if answer.value is None else f"{answer.value.normalize():f}"
    return {
        "rating": answer.rating,
        "reason": answer.reason,
        "narrative": answer.narrative,
        "value": value,
    }
