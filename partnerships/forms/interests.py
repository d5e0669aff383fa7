"""What does an area manager type of an interest that a member declared?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, Fieldset, LongTextField
from partnerships.models import ExemptParagraph, Interest, Membership, Partnership
from partnerships.services.interests import EDITABLE


class SeatField(forms.ModelChoiceField):
    """A seat, told with its body and its time, since an organisation may hold several."""

    def label_from_instance(self, obj: Any) -> str:
        """Return "West Yorkshire Police on Executive group, Commander, until 2 May 2007"."""
        ended = f"until {obj.end:%-d %B %Y}" if obj.end else ""
        return ", ".join(part for part in (str(obj), obj.represented_by, ended) if part)


class InterestFields(forms.Form):
    """Who declared what, when, and what follows."""

    needed_where = {
        "exempt_paragraph": "Needed where it is exempt",
    }

    membership = SeatField(Membership.objects.none(), label="Declared by the holder of")
    text = LongTextField(
        label="What is the interest?",
        max_length=4000,
        rows=4,
        help_text="Name posts and bodies, not private individuals",
    )
    declared_on = DateField(label="Declared on")
    start = DateField(label="Holds from", required=False)
    end = DateField(label="Holds until", required=False, help_text="Leave it empty while it holds")
    handling = ChoiceField(label="How is it handled?", choices=Interest.Handling.choices)
    handling_note = LongTextField(label="Note on that", max_length=2000, rows=2, required=False)
    exempt = forms.BooleanField(label="It is exempt from publication", required=False)
    exempt_paragraph = forms.ChoiceField(
        label="Under which paragraph of Schedule 12A, Local Government Act 1972?",
        choices=[("", "Not exempt"), *ExemptParagraph.choices],
        required=False,
    )

    entry_layout = (
        "membership",
        "text",
        "declared_on",
        Fieldset("Its time", "start", "end"),
        Fieldset("What follows", "handling", "handling_note"),
        Fieldset("Publication", "exempt", "exempt_paragraph"),
    )

    def offer(self, partnership: Partnership) -> None:
        """Offer the seats of the partnership, past ones too: a declaration may be entered late."""
        fields: Any = self.fields
        seats = Membership.objects.filter(partnership=partnership)
        needed = ("organisation", "body", "post", "partnership")
        fields["membership"].queryset = seats.select_related(*needed)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewInterestForm(InterestFields, OnceForm):
    """A newly declared interest."""

    submit_label = "Record the interest"
    layout = InterestFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class CorrectInterestForm(InterestFields, VersionedForm):
    """A correction, or the last day, with its reason."""

    submit_label = "Save correction"
    layout = (*InterestFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.membership.partnership)


def values_of(interest: Interest) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(interest, name) for name in EDITABLE}
