"""What does an officer judge of the data of an indicator?"""

from typing import Any

from govreg.core.editing.forms import VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, Fieldset, LongTextField
from partnerships.models import DataQualityJudgement, Indicator

MEANINGS = {
    "accuracy": "Are the data right enough for their use, and captured once?",
    "validity": "Are they recorded and used by the rules and definitions that apply?",
    "reliability": "Are they collected in the same way over time and by everybody?",
    "timeliness": "Are they there soon enough after the period, and often enough?",
    "relevance": "Do they measure what they are used for?",
    "completeness": "Is anything missing, incomplete or entered twice?",
}


class DataQualityForm(VersionedForm):
    """Six dimensions, each with a judgement and a note, and the day."""

    submit_label = "Save the assessment"

    def __init__(self, *args: Any, record: Indicator, **options: Any) -> None:
        super().__init__(*args, record=record, **options)
        groups = []
        for one in DataQualityJudgement.Dimension:
            judgement, note = f"judgement_{one.value}", f"note_{one.value}"
            self.add(
                {
                    judgement: ChoiceField(
                        label="Judgement", choices=DataQualityJudgement.Judgement.choices
                    ),
                    note: LongTextField(label="What is it judged on?", max_length=2000, rows=2),
                }
            )
            groups.append(Fieldset(one.label, judgement, note, hint=MEANINGS[one.value]))
        self.add({"day": DateField(label="Judged on")})
        self.layout = (*groups, "day")

    def judged(self) -> dict[str, tuple[str, str]]:
        """Return judgement and note by dimension."""
        data = self.cleaned_data
        return {
            one.value: (data[f"judgement_{one.value}"], data[f"note_{one.value}"])
            for one in DataQualityJudgement.Dimension
        }
