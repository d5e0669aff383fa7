"""What does a judge answer of one action by the SMART test?"""

from typing import Any

from govreg.core.editing.forms import VersionedForm
from govreg.core.ui.forms import ChoiceField, Fieldset, TextField
from partnerships.models import PlanAction, SmartJudgement
from partnerships.queries.smart_tests import facts_of
from partnerships.rules.smart_tests import MEANINGS, hints, refusal_of_judgements

MET, NOT_MET, NOT_JUDGED = "yes", "no", ""
ANSWERS = [(MET, "Met"), (NOT_MET, "Not met"), (NOT_JUDGED, "Not judged")]
MEANT = {MET: True, NOT_MET: False, NOT_JUDGED: None}


class SmartTestForm(VersionedForm):
    """Six questions, each with an answer and a note; the hints stand beside them."""

    submit_label = "Save the judgements"

    def __init__(self, *args: Any, record: PlanAction, **options: Any) -> None:
        super().__init__(*args, record=record, **options)
        said = hints(facts_of(record))
        groups = []
        for criterion in SmartJudgement.Criterion:
            answer = f"is_{criterion.value}"
            note = f"note_{criterion.value}"
            self.add(
                {
                    answer: ChoiceField(label=criterion.label, choices=ANSWERS, required=False),
                    note: TextField(label="Note", max_length=1000, required=False),
                }
            )
            hint = MEANINGS[criterion]
            if said[criterion]:
                hint = f"{hint} Look at: {'; '.join(said[criterion]).lower()}."
            groups.append(Fieldset(criterion.label, answer, note, hint=hint))
        self.layout = tuple(groups)

    def clean(self) -> dict[str, Any]:
        """Say at the note where a “not met” has none."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for criterion, (met, note) in self.answers().items():
            if refusal_of_judgements(answers=[(criterion, met, note)]):
                self.add_error(f"note_{criterion}", "Say why it is not met")
        return cleaned

    def answers(self) -> dict[str, tuple[bool | None, str]]:
        """Return by criterion whether it is met, and the note."""
        data = self.cleaned_data
        return {
            one.value: (
                MEANT[data.get(f"is_{one.value}") or NOT_JUDGED],
                data.get(f"note_{one.value}") or "",
            )
            for one in SmartJudgement.Criterion
        }


def values_of(action: PlanAction) -> dict[str, Any]:
    """Return the present judgements under the form's field names."""
    found: dict[str, Any] = {}
    for row in action.smart_judgements.all():
        found[f"is_{row.criterion}"] = MET if row.is_met else NOT_MET
        found[f"note_{row.criterion}"] = row.note
    return found
