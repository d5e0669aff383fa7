"""What does an officer type to record progress or to claim completion?"""

from typing import Any

from govreg.core import ratings
from govreg.core.editing.forms import OnceForm
from govreg.core.files.forms import ChosenFilesMixin, FilesField
from govreg.core.ui.forms import Button, ChoiceField, FormField, LongTextField, WholeNumberField
from recommendations.rules.progress import MOST_PERCENT, refusal_of_reason


def percent_field() -> WholeNumberField:
    """Return the field for how much of an action is done."""
    return WholeNumberField(
        label="Per cent complete",
        min_value=0,
        max_value=MOST_PERCENT,
        required=False,
        help_text="A whole number from 0 to 100, if you can state one",
    )


def ask_for_reason(form: Any, cleaned: dict[str, Any]) -> None:
    """Say beside its field that a rating needs a reason, where both were understood."""
    if not cleaned.get("rating") or "reason" not in cleaned:
        return
    refusal = refusal_of_reason(rating=cleaned["rating"], reason=cleaned["reason"])
    if refusal:
        form.add_error("reason", refusal.sentence)


class ProgressForm(ChosenFilesMixin, OnceForm):
    """A progress update: how it stands, what has been done, and what shows it."""

    needed_where = {
        "reason": "Needed when the action is not started, at risk or late",
    }

    submit_label = "Submit update"
    secondary_buttons = (Button("Save as draft", name="action", value="draft"),)
    layout = (
        FormField(
            "rating", hints={"complete": "Claim completion afterwards, on the action’s page"}
        ),
        "reason",
        FormField("percent_complete", width=3, suffix="%"),
        "narrative",
        "files",
    )

    rating = ChoiceField(label="How does the action stand?", choices=ratings.CHOICES)
    reason = LongTextField(label="Why?", max_length=2000, rows=3, required=False)
    percent_complete = percent_field()
    narrative = LongTextField(
        label="What has been done since the last update?", max_length=10000, rows=8
    )
    files = FilesField(label="Evidence", required=False)  # type: ignore[assignment]

    @property
    def is_draft(self) -> bool:
        """Whether the officer wants to keep the text and go on later."""
        return bool(self.data.get("action") == "draft")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.is_draft:  # half a thought may be kept
            self.fields["rating"].required = self.fields["narrative"].required = False

    def clean(self) -> dict[str, Any]:
        """Ask the rule whether the content is enough to be submitted, whatever else is wrong."""
        cleaned = super().clean()
        if not self.is_draft:
            ask_for_reason(self, cleaned)
            self.remind()
        return cleaned


class ClaimForm(ChosenFilesMixin, OnceForm):
    """A claim that the action is implemented."""

    submit_label = "Claim completion"

    statement = LongTextField(
        label="What was implemented?",
        max_length=10000,
        rows=6,
        help_text="The auditor tests this statement",
    )
    files = FilesField(  # type: ignore[assignment]
        label="Evidence",
        required=False,
        help_text="A claim needs a file, here or with an earlier update",
    )
