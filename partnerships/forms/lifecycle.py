"""What does an officer say when a partnership goes on to another stage?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, Fieldset, LongTextField
from partnerships.models import Partnership
from partnerships.rules.lifecycle import NEXT

CLOSED = Partnership.Status.CLOSED


class StageForm(VersionedForm):
    """The next stage, and for a closing why and when it ended."""

    submit_label = "Save the stage"

    to = ChoiceField(label="Next stage")
    ended_because = forms.ChoiceField(
        label="Why it ended", choices=[("", "Choose one"), *Partnership.Ending.choices]
    )
    ended_on = DateField(label="Ended on")
    reason = LongTextField(label="Reason, and who decided it", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        labels = dict(Partnership.Status.choices)
        following = NEXT[self.record.status]
        fields["to"].choices = [(status, labels[status]) for status in following]
        if CLOSED in following:
            fields["ended_because"].required = fields["ended_on"].required = False
        else:
            del fields["ended_because"], fields["ended_on"]

    def get_layout(self) -> Any:
        """Ask how it ended only where it can be closed."""
        if "ended_on" not in self.fields:
            return ["to", "reason"]
        hint = "Only where it is closed"
        return ["to", Fieldset("The end", "ended_because", "ended_on", hint=hint), "reason"]
