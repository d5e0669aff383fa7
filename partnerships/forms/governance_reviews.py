"""What does an officer type when the yearly reviews are opened, answered and signed off?"""

from collections.abc import Mapping, Sequence
from typing import Any

from crispy_forms.layout import LayoutObject
from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.questions.models import Question
from govreg.core.questions.scales import choices_of
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
)
from partnerships.models import Partnership, PartnershipReview, Post, RemedialAction
from partnerships.queries.governance_review_page import NOT_JUDGED
from partnerships.queries.governance_reviews import answers_of, asked_in
from partnerships.rules import governance_reviews as rules
from partnerships.services.checklists import Answer
from partnerships.services.governance_reviews import EDITABLE, GivenAction

from .checklists import PARTS as ANSWERED
from .checklists import name_of
from .spending import FinancialYearField

NEW_ROWS = 3
PARTS = ("text", "owner", "due")


class OpenRoundForm(OnceForm):
    """The year that is reviewed, and by when."""

    submit_label = "Open the reviews"
    layout = ("financial_year", "due_by", "note")

    financial_year = FinancialYearField(label="Financial year that is reviewed")
    due_by = DateField(label="To be signed off by")
    note = LongTextField(label="Note to those who answer", max_length=4000, rows=3, required=False)


class Known(LayoutObject):
    """What the register knows of an area, set above what a reviewer writes of it."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sentences
        self.fields: list[Any] = []

    def render(self, form: Any, context: Any, **options: Any) -> SafeString:
        """Render the sentences as a list."""
        return render_to_string(
            "partnerships/governance_reviews/known.html", {"sentences": self.sentences}
        )


class AnswerReviewForm(VersionedForm):
    """The proforma: what the round asks, the rating, the significance and the remedial actions."""

    submit_label = "Save the review"

    reviewer = forms.ModelChoiceField(
        Post.objects.all(), label="Reviewer’s post", required=False, empty_label="Not named yet"
    )
    reviewed_on = DateField(label="Reviewed on", required=False)
    rating = ChoiceField(
        label="Assurance rating",
        choices=[*PartnershipReview.Rating.choices, ("", "Not rated yet")],
        required=False,
        help_text="How far the council can rely on the partnership’s governance",
    )
    rating_reason = LongTextField(
        label="Reason for the rating", max_length=4000, rows=3, required=False
    )
    significance = ChoiceField(
        label="Significance for the council, confirmed",
        choices=[*Partnership.Significance.choices, ("", "Not confirmed yet")],
        required=False,
    )
    reason = LongTextField(label="Reason for the change", max_length=2000, rows=2, required=False)

    def __init__(
        self, *args: Any, record: PartnershipReview, known: Mapping[str, Sequence[str]], **more: Any
    ) -> None:
        super().__init__(*args, record=record, **more)
        self.known = known
        self.asked = asked_in(record)
        self.scale = record.review_round.question_set.scale
        for question in self.asked:
            self.add(_area_fields(question, self.scale))
        judged = [name_of(q.key, part) for q in self.asked for part in ("verdict", "text")]
        self.needed_for = dict.fromkeys((*EDITABLE, *judged), "sign-off")
        self.posts = {post.pk: post for post in Post.objects.all()}
        self.rows = [*(str(row.pk) for row in record.remedial_actions.all())]
        self.rows += [f"new{number + 1}" for number in range(NEW_ROWS)]
        choices = [("", "Choose one"), *((str(pk), str(post)) for pk, post in self.posts.items())]
        for place, row in enumerate(self.rows):
            self.add(_row_fields(row, place + 1, choices))
        # Whoever saw an earlier version is shown what was saved meanwhile before a reason is asked.
        is_current = not self.is_bound or self.data.get("version") == str(record.version)
        self.fields["reason"].required = is_current and record.state == rules.ANSWERED

    def get_layout(self) -> Any:
        """Set what the register knows above each area, and each action under its own legend."""
        areas = [
            Fieldset(
                question.wording,
                *([Known(known)] if (known := self.known[question.key]) else []),
                FormField(name_of(question.key, "verdict"), legend_size="s"),
                name_of(question.key, "text"),
                name_of(question.key, "evidence"),
                hint=question.hint,
            )
            for question in self.asked
        ]
        actions = [
            Fieldset(
                f"Remedial action {place + 1}",
                *(f"action_{row}_{part}" for part in PARTS),
                hint="Leave it empty where there is none" if row.startswith("new") else "",
            )
            for place, row in enumerate(self.rows)
        ]
        return [
            "reviewer",
            "reviewed_on",
            *areas,
            Fieldset("Assurance", "rating", "rating_reason", "significance"),
            *actions,
            "reason",
        ]

    def clean(self) -> dict[str, Any]:
        """Say beside each field what a remedial action lacks; the rest may be answered later."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for place, row in enumerate(self.rows):
            self._clean_row(cleaned, row, place + 1)
        return cleaned

    def _clean_row(self, cleaned: dict[str, Any], row: str, number: int) -> None:
        names = {part: f"action_{row}_{part}" for part in PARTS}
        given = {part for part, name in names.items() if cleaned.get(name)}
        if not given:
            return
        if due := cleaned.get(names["due"]):
            text, reviewed_on = cleaned.get(names["text"]) or "", cleaned.get("reviewed_on")
            refusal = rules.refusal_of_action_due(text=text, due=due, reviewed_on=reviewed_on)
            if refusal:
                self.add_error(names["due"], refusal.sentence)
        asked = {
            "text": f"Say what is to be done in remedial action {number}",
            "owner": f"Choose the post that owns remedial action {number}",
            "due": f"Give the date by which remedial action {number} is to be done",
        }
        for part in PARTS:
            if part not in given and names[part] not in self.errors:
                self.add_error(names[part], asked[part])

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the review itself."""
        return {
            name: value if (value := self.cleaned_data[name]) is not None else _nothing(name)
            for name in EDITABLE
        }

    def answers(self) -> dict[str, Answer]:
        """Return what was answered, by the questions' keys."""
        return {
            question.key: Answer(
                **{part: self.cleaned_data[name_of(question.key, part)] or "" for part in ANSWERED}
            )
            for question in self.asked
        }

    def actions(self) -> list[GivenAction]:
        """Return the remedial actions; one whose row was emptied is left out."""
        found = []
        for row in self.rows:
            text, owner, due = (self.cleaned_data[f"action_{row}_{part}"] for part in PARTS)
            if text:
                pk = None if row.startswith("new") else int(row)
                found.append(GivenAction(pk, text, self.posts[int(owner)], due))
        return found


class SignOffForm(VersionedForm):
    """Nothing to type: the signature holds for the version that was read."""


class ActionDoneForm(VersionedForm):
    """When a remedial action was done."""

    submit_label = "Record it as done"
    layout = ("done_on",)

    done_on = DateField(label="Done on")


def _nothing(name: str) -> Any:
    return None if name in {"reviewer", "reviewed_on"} else ""


def _area_fields(question: Question, scale: str) -> dict[str, forms.Field]:
    title = question.wording.lower()
    return {
        name_of(question.key, "verdict"): ChoiceField(
            label=f"Judgement: {title}",
            choices=[*choices_of(scale), ("", NOT_JUDGED)],
            required=False,
        ),
        name_of(question.key, "text"): LongTextField(
            label=f"What shows it: {title}", max_length=4000, rows=4, required=False
        ),
        name_of(question.key, "evidence"): TextField(
            label=f"Document and place in it: {title}", max_length=300, required=False
        ),
    }


def _row_fields(row: str, number: int, choices: list[tuple[str, str]]) -> dict[str, forms.Field]:
    words = f"remedial action {number}"
    return {
        f"action_{row}_text": TextField(
            label=f"What is to be done, {words}", max_length=500, required=False
        ),
        f"action_{row}_owner": forms.ChoiceField(
            label=f"Owner’s post, {words}", choices=choices, required=False
        ),
        f"action_{row}_due": DateField(label=f"To be done by, {words}", required=False),
    }


def values_of(review: PartnershipReview) -> dict[str, Any]:
    """Return a review's present answers under the form's field names."""
    found = {name: getattr(review, name) for name in EDITABLE}
    for key, answer in answers_of(review).items():
        for part in ANSWERED:
            found[name_of(key, part)] = getattr(answer, part)
    rows: Sequence[RemedialAction] = list(review.remedial_actions.all())
    for row in rows:
        found[f"action_{row.pk}_text"] = row.text
        found[f"action_{row.pk}_owner"] = str(row.owner_id)
        found[f"action_{row.pk}_due"] = row.due
    return found


def done_of(action: RemedialAction) -> dict[str, Any]:
    """Return the day on which it is recorded as done, to set beside what somebody else typed."""
    return {"done_on": action.done_on}
