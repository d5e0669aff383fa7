"""What does an area manager type of a body and its meeting arrangements?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
    WholeNumberField,
)
from partnerships.models import Body, Partnership
from partnerships.services.bodies import EDITABLE

LARGEST_POSITION = 1000
MEETINGS_IN_A_YEAR = 366


class BodyFields(forms.Form):
    """The fields of a body: what it is, where it stands, how it meets."""

    name = TextField(label="Name", max_length=200)
    local_term = TextField(
        label="What it is called locally",
        max_length=120,
        required=False,
        help_text="For example: satellite partnerships",
    )
    kind = forms.ChoiceField(
        label="Common kind",
        choices=[("", "Choose one"), *Body.Kind.choices],
        help_text="So that bodies with different names can be compared",
    )
    layer = forms.ChoiceField(
        label="Layer", choices=[("", "Not stated"), *Body.Layer.choices], required=False
    )
    composition = TextField(
        label="Composition", max_length=300, required=False, help_text="For example: all partners"
    )
    function = LongTextField(label="Function", max_length=5000, rows=4, required=False)
    governing_document = forms.ChoiceField(
        label="Governing document",
        choices=[("", "Not stated"), *Body.GoverningDocument.choices],
        required=False,
    )
    meetings = TextField(
        label="Frequency of meetings",
        max_length=200,
        required=False,
        help_text="In words, for example: every quarter",
    )
    meetings_a_year = WholeNumberField(
        label="Meetings a year", max_value=MEETINGS_IN_A_YEAR, required=False
    )
    chair_selection = TextField(label="How the chair is chosen", max_length=300, required=False)
    parent = forms.ModelChoiceField(Body.objects.none(), label="Part of", required=False)
    reports_to = forms.ModelMultipleChoiceField(
        Body.objects.none(),
        label="Reports to",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose every body that it reports to, or none where none is stated",
    )
    position = WholeNumberField(
        label="Place in lists",
        max_value=LARGEST_POSITION,
        initial=0,
        help_text="The smallest number comes first",
    )
    start = DateField(label="In being from", required=False)
    end = DateField(label="In being until", required=False)

    entry_layout = (
        "name",
        "local_term",
        "kind",
        "layer",
        "composition",
        "function",
        "governing_document",
        Fieldset("Meetings", "meetings", FormField("meetings_a_year", width=3), "chair_selection"),
        Fieldset("Place in the structure", "parent", "reports_to", FormField("position", width=3)),
        Fieldset("Dates", "start", "end", hint="Leave them empty where the day is not known"),
    )

    def offer(self, partnership: Partnership, besides: Any = None) -> None:
        """Offer the partnership's other bodies."""
        others = Body.objects.filter(partnership=partnership).exclude(pk=besides)
        fields: Any = self.fields
        fields["parent"].queryset = others
        fields["reports_to"].queryset = others
        if not others.exists():
            del fields["reports_to"]

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the body itself."""
        return {name: self.cleaned_data[name] for name in EDITABLE}

    def lines(self) -> list[Body]:
        """Return the bodies it reports to."""
        return list(self.cleaned_data.get("reports_to") or ())


class NewBodyForm(BodyFields, OnceForm):
    """A new body."""

    submit_label = "Add body"
    layout = BodyFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)

    def get_layout(self) -> Any:
        """Leave out the question of whom it reports to where there is no other body."""
        return self.layout if "reports_to" in self.fields else list(self.fields)


class ChangeBodyForm(BodyFields, VersionedForm):
    """A change of a body's arrangements, with its reason."""

    layout = (*BodyFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership, besides=self.record.pk)

    def get_layout(self) -> Any:
        """Leave out the question of whom it reports to where there is no other body."""
        return self.layout if "reports_to" in self.fields else list(self.fields)


def values_of(body: Body) -> dict[str, Any]:
    """Return a body's present values under the form's field names."""
    lines = [line.to for line in body.reporting_lines.select_related("to")]
    return {**{name: getattr(body, name) for name in EDITABLE}, "reports_to": lines}
