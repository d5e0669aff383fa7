"""What does an auditor choose when a review is brought in from a text?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm
from govreg.core.ui.forms import RegisterForm
from recommendations.review_texts.files import LARGEST_BYTES


class ReviewTextForm(RegisterForm):
    """The text, and whether its answers come in with it."""

    submit_label = "Check the text"

    file = forms.FileField(
        label="Text of the review",
        help_text=f"A plain text (.txt or .md), up to {LARGEST_BYTES // (1024 * 1024)} MB",
        error_messages={"required": "Choose a file", "empty": "The file is empty. Choose another"},
    )
    without_responses = forms.BooleanField(
        label="Leave out the management responses and agreed actions",
        required=False,
        help_text="They are written by officers, once the draft was discussed with them",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"].widget.attrs["accept"] = ".txt,.md,text/plain"


class ImportReviewForm(OnceForm):
    """Nothing to type: the review that was shown is meant."""

    submit_label = "Bring in this review"
