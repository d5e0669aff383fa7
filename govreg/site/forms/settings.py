"""What does an administrator type when the council decides a setting?"""

from typing import Any

from django import forms

from govreg.core.council.definitions import Definition
from govreg.core.editing.forms import OnceForm
from govreg.core.ui.forms import ChoiceField, DateField, FormField, LongTextField, WholeNumberField


class _DecisionForm(OnceForm):
    """What every decision says besides its value: since when, why, and whether it corrects one."""

    submit_label = "Record the decision"

    start = DateField(label="In force from", help_text="Today or a later day")
    reason = LongTextField(
        label="Reason", max_length=2000, rows=3, help_text="For example: who decided it, and when"
    )
    correct = forms.BooleanField(
        label="This corrects a value that was recorded from the same day by mistake",
        required=False,
        help_text="A value that is corrected stays in the history beside the one that corrects it. "
        "Where the day itself is the mistake, correct it with the value that is to stay in force",
    )


class SettingForm(_DecisionForm):
    """A value, the day from which it holds, and why."""

    layout = (FormField("value", width=5), "start", "reason", "correct")

    value = WholeNumberField(label="Value")

    def __init__(self, *args: Any, definition: Definition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[
            "value"
        ].help_text = f"A whole number between {definition.least} and {definition.most}"


#: How the two answers are kept.
KEPT = {True: "1", False: "0"}


class TwoWayForm(_DecisionForm):
    """One of two answers, the day from which it holds, and why."""

    layout = ("value", "start", "reason", "correct")

    value = ChoiceField(label="Value", choices=[(KEPT[True], "Yes"), (KEPT[False], "No")])

    def __init__(self, *args: Any, question: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        if question:
            self.fields["value"].label = question

    def clean_value(self) -> int:
        """Return the number that the setting keeps."""
        return int(self.cleaned_data["value"])


class RoleNeedForm(TwoWayForm):
    """Whether a role needs a second factor, the day from which that holds, and why."""

    value = ChoiceField(
        label="How do its holders sign in?",
        choices=[
            (KEPT[True], "With a password and a second factor"),
            (KEPT[False], "With a password"),
        ],
    )
