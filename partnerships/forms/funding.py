"""What does an officer type of a funding arrangement?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    LongTextField,
    TextField,
    WholeNumberField,
)
from partnerships.models import (
    FundingArrangement,
    GovernanceDocument,
    Organisation,
    Partnership,
)
from partnerships.services.funding import EDITABLE

MOST_DAYS = 366


class FundingFields(forms.Form):
    """What an arrangement is, who holds the money, and on what terms."""

    name = TextField(label="Name", max_length=200)
    kind = ChoiceField(label="Kind", choices=FundingArrangement.Kind.choices)
    chosen_because = LongTextField(
        label="Why this kind was chosen",
        max_length=4000,
        rows=3,
        required=False,
        help_text="The eight factors can be answered one by one from the arrangement’s page",
    )
    host = forms.ModelChoiceField(
        Organisation.objects.current(),
        label="Host organisation",
        required=False,
        help_text="Whose bank account and ledger the money goes through",
    )
    accountable_body = forms.ModelChoiceField(
        Organisation.objects.current(), label="Accountable body", required=False
    )
    legal_basis = TextField(
        label="Legal basis",
        max_length=300,
        required=False,
        help_text="Such as section 75 of the NHS Act 2006, or section 10 of the Children Act 2004",
    )
    agreement = LongTextField(
        label="Agreement",
        max_length=4000,
        rows=3,
        required=False,
        help_text="Its title and date, and where it is kept",
    )
    agreement_document = forms.ModelChoiceField(
        GovernanceDocument.objects.none(),
        label="Document of the agreement",
        required=False,
        empty_label="None",
        help_text="One of this partnership’s governance documents",
    )
    start = DateField(label="From", required=False)
    end = DateField(label="To", required=False)
    vat = ChoiceField(
        label="VAT position",
        choices=[*FundingArrangement.Vat.choices, ("", "Not stated")],
        required=False,
        help_text="A council as host reclaims VAT fully or in part; an NHS host little or none",
    )
    vat_note = TextField(label="VAT in words", max_length=500, required=False)
    overspend = LongTextField(
        label="What happens to an overspend", max_length=4000, rows=2, required=False
    )
    underspend = LongTextField(
        label="What happens to an underspend", max_length=4000, rows=2, required=False
    )
    reports_due = forms.BooleanField(
        label="The host reports to the partners each quarter and each year",
        required=False,
        help_text="Required of a pooled fund under section 75 (SI 2000/617, regulation 9)",
    )
    report_days = WholeNumberField(
        label="Days after a period’s end in which its report is due",
        min_value=1,
        max_value=MOST_DAYS,
        initial=30,
        help_text="As the agreement says",
    )

    entry_layout = (
        "name",
        "kind",
        "chosen_because",
        Fieldset("Who holds the money", "host", "accountable_body"),
        Fieldset("The agreement", "legal_basis", "agreement", "agreement_document", "start", "end"),
        Fieldset("Terms", "vat", "vat_note", "overspend", "underspend"),
        Fieldset("Financial reports to partners", "reports_due", "report_days"),
    )

    def offer(self, partnership: Partnership, user: Any) -> None:
        """Offer the documents of the partnership that the user may see."""
        fields: Any = self.fields
        seen = GovernanceDocument.objects.visible_to(user)
        fields["agreement_document"].queryset = seen.filter(partnership=partnership)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewFundingForm(FundingFields, OnceForm):
    """A new arrangement."""

    submit_label = "Add the arrangement"
    layout = FundingFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership, user)


class ChangeFundingForm(FundingFields, VersionedForm):
    """A change, with its reason."""

    submit_label = "Save changes"
    layout = (*FundingFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership, user)


def values_of(arrangement: FundingArrangement) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(arrangement, name) for name in EDITABLE}
