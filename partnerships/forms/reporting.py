"""What does an officer type of a reporting line, and of a report made by it?"""

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
from partnerships.models import Body, Organisation, Partnership, ReportingLine
from partnerships.rules.reporting import MOST_MONTHS, refusal_of_recipients
from partnerships.services.reporting import EDITABLE, REPORT

KINDS = ("to_organisation", "to_partnership", "to_body", "to_words")


class NamedWithPartnership(forms.ModelChoiceField):
    """A body, called by its partnership as well: many have a board."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the partnership's and the body's names."""
        return f"{obj.partnership.name}: {obj.name}"


class LineFields(forms.Form):
    """Who reports, to whom, how and how often."""

    #: One of them is needed; the hint above the four says so.
    needed_where = dict.fromkeys(KINDS, "")

    body = forms.ModelChoiceField(
        Body.objects.none(),
        label="Who reports?",
        required=False,
        empty_label="The partnership as a whole",
    )
    to_organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="An organisation", required=False, empty_label="None"
    )
    to_partnership = forms.ModelChoiceField(
        Partnership.objects.none(), label="A partnership", required=False, empty_label="None"
    )
    to_body = NamedWithPartnership(
        Body.objects.none(), label="A body", required=False, empty_label="None"
    )
    to_words = TextField(
        label="Others, in words",
        max_length=200,
        required=False,
        help_text="For example: the Corporate Management Team",
    )
    mechanism = TextField(
        label="How does it report?",
        max_length=300,
        help_text="For example: minutes shared; a standing item; a progress report",
    )
    frequency_months = WholeNumberField(
        label="Every how many months?",
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
        help_text="3 for every quarter. Leave it empty where nothing is agreed",
    )
    start = DateField(label="From", required=False)
    end = DateField(label="To", required=False)

    entry_layout = (
        "body",
        Fieldset("To whom does it report?", *KINDS, hint="Give one of the four"),
        "mechanism",
        FormField("frequency_months", width=3),
        Fieldset("Dates", "start", "end", hint="Leave them empty where the day is not known"),
    )

    def offer(self, partnership: Partnership, user: Any) -> None:
        """Offer the partnership's bodies, and the recipients that the person may see."""
        fields: Any = self.fields
        fields["body"].queryset = Body.objects.filter(partnership=partnership)
        fields["to_organisation"].queryset = Organisation.objects.visible_to(user).current()
        seen = Partnership.objects.visible_to(user)
        record: Any = getattr(self, "record", None)
        kept = Body.objects.filter(pk__in=[record.to_body_id] if record else [])
        bodies = Body.objects.visible_to(user) | kept
        fields["to_body"].queryset = bodies.select_related("partnership").order_by(
            "partnership__name", "position", "name"
        )
        whole = Partnership.objects.filter(pk__in=[record.to_partnership_id] if record else [])
        fields["to_partnership"].queryset = seen | whole

    def clean(self) -> dict[str, Any]:
        """Say at the recipients that one of them is wanted."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(name in self.errors for name in KINDS):
            given = sum(bool(cleaned.get(name)) for name in KINDS)
            refusal = refusal_of_recipients(given=given)
            if refusal:
                self.add_error(KINDS[0], refusal.sentence)
        return cleaned

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the line."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewLineForm(LineFields, OnceForm):
    """A new reporting line."""

    submit_label = "Add the line"
    layout = LineFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership, user)


class ChangeLineForm(LineFields, VersionedForm):
    """A change of a reporting line, with its reason."""

    layout = (*LineFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership, user)


class ReportMadeForm(OnceForm):
    """A report that was made."""

    submit_label = "Record the report"

    day = DateField(label="Date of the report")
    what = TextField(label="What was reported?", max_length=500)
    minute_reference = TextField(
        label="Minute reference",
        max_length=200,
        required=False,
        help_text="Where the recipient’s minutes note it, for example: minute 12/07",
    )

    def entry(self) -> dict[str, Any]:
        """Return the report."""
        return {name: self.cleaned_data[name] for name in REPORT}


def values_of(line: ReportingLine) -> dict[str, Any]:
    """Return a line's present values under the form's field names."""
    return {name: getattr(line, name) for name in EDITABLE}
