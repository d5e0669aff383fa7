"""What does an officer type of a challenge to an indicator, and of its answer?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, LongTextField
from partnerships.models import Indicator, Partnership


class ChallengeForm(OnceForm):
    """Which partnership asked what about the indicator, and when."""

    submit_label = "Record the challenge"
    layout = ("challenger", "day", "asked")

    challenger = forms.ModelChoiceField(
        Partnership.objects.none(), label="Which partnership challenged?", empty_label=None
    )
    day = DateField(label="When?")
    asked = LongTextField(label="What was asked?", max_length=4000, rows=4)

    def __init__(self, *args: Any, user: Any, indicator: Indicator, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        seen = Partnership.objects.visible_to(user).exclude(pk=indicator.partnership_id)
        fields["challenger"].queryset = seen


class AnswerChallengeForm(VersionedForm):
    """What was answered, and when."""

    submit_label = "Record the answer"
    layout = ("answered_on", "answer")

    answered_on = DateField(label="Answered on")
    answer = LongTextField(label="What was answered?", max_length=4000, rows=4)
