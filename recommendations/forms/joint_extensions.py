"""Until when are several actions to be extended, and why?"""

from django import forms

from govreg.core import timescales
from govreg.core.editing.forms import OnceForm
from govreg.core.ui.forms import LongTextField, TextField
from recommendations.rules.extensions import refusal_of_new_date


class JointExtensionForm(OnceForm):
    """One later date, in the words that will be printed, and one reason for all."""

    submit_label = "Show what will be asked for"
    layout = ("timescale", "reason")

    timescale = TextField(
        label="New timescale",
        max_length=200,
        help_text="As it will be printed. For example: June 2008, 30 June 2008, Summer 2008",
    )
    reason = LongTextField(
        label="Why is more time needed?",
        max_length=4000,
        rows=5,
        help_text="The senior officer and the committee decide on this, for each action",
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def clean_timescale(self) -> str:
        """Refuse words that set no date, beside them."""
        printed: str = self.cleaned_data["timescale"]
        refusal = refusal_of_new_date(timescales.understand(printed), due_date=None)
        if refusal:
            raise forms.ValidationError(refusal.sentence)
        return printed

    def shown(self, digest: str, count: int) -> None:
        """Ask to go on with what was shown."""
        self.data = {**self.data.dict(), "seen": digest}  # type: ignore[attr-defined]
        self.submit_label = f"Ask for {count} extension{'' if count == 1 else 's'}"
