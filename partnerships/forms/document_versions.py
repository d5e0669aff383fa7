"""What does a person type of a version of a document, and attach to it?"""

from typing import Any

from django import forms

from govreg.core import clock
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.files.forms import ChosenFilesMixin, FilesField
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    MultipleChoiceField,
    TextField,
)
from partnerships.models import Body, DocumentVersion, Organisation, Partnership
from partnerships.rules.document_versions import AGREED, DRAFT, IN_FORCE, refusal_of_agreement
from partnerships.services.document_versions import EDITABLE

STATES = [
    (DRAFT, "Draft"),
    (AGREED, "Agreed, and not in force yet"),
    (IN_FORCE, "In force"),
]
NOBODY = "None of them, or not stated"
AGREEMENT = ("agreed_by", "agreed_in_words", "agreed_on")


class AgreementFields(forms.Form):
    """Who agreed a version, and when."""

    needed_where = {
        "agreed_by": "Needed once it is agreed, unless who agreed it is said in words",
        "agreed_in_words": "Needed where no body agreed it, or the date is not known",
        "agreed_on": "Needed once it is agreed, unless what is known of it is said in words",
    }

    agreed_by = forms.ModelChoiceField(
        Body.objects.none(), label="Body that agreed it", required=False, empty_label=NOBODY
    )
    agreed_in_words = TextField(
        label="Or in words",
        max_length=300,
        required=False,
    )
    agreed_on = DateField(label="Agreed on", required=False)

    def offer_bodies(self, partnership: Partnership) -> None:
        """Offer the partnership's bodies."""
        fields: Any = self.fields
        fields["agreed_by"].queryset = Body.objects.filter(partnership=partnership)

    def check_agreement(self) -> None:
        """Say beside the field what an agreement lacks."""
        data = self.cleaned_data
        refusal = refusal_of_agreement(
            by_a_body=bool(data.get("agreed_by")),
            in_words=data.get("agreed_in_words") or "",
            on=data.get("agreed_on"),
            today=clock.today(),
        )
        if refusal and not set(AGREEMENT) & set(self.errors):
            field = "agreed_by" if refusal.code == "agreed-by-nobody" else "agreed_on"
            self.add_error(field, refusal.sentence)


class VersionFields(ChosenFilesMixin, AgreementFields):
    """The fields of one version."""

    needed_where = {
        "start": "Needed where an earlier version is in force",
    }

    label = TextField(
        label="Version", max_length=60, help_text="For example 2.1, or 2007/08 for a yearly one"
    )
    dated = DateField(label="Date on it", required=False)
    start = DateField(
        label="In force from",
        required=False,
        help_text="Otherwise leave it empty if it is not known",
    )
    exempt = forms.BooleanField(
        label="The files of this version are exempt from publication", required=False
    )
    files = FilesField(label="Files", required=False)  # type: ignore[assignment]

    version_layout = (
        FormField("label", width=10),
        "dated",
    )
    agreement_layout = (
        Fieldset("Who agreed it", *AGREEMENT, hint="Leave these empty for a draft"),
        "start",
    )
    files_layout = ("files", "exempt")

    def version_values(self) -> dict[str, Any]:
        """Return what is recorded of the version."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class StateField(forms.Form):
    """How a new version stands."""

    state = ChoiceField(label="How does it stand?", choices=STATES, initial=DRAFT)

    def check_state(self) -> None:
        """Hold what was typed of the agreement against how the version is said to stand."""
        data: dict[str, Any] = self.cleaned_data
        said = [name for name in (*AGREEMENT, "start") if data.get(name)]
        state = data.get("state")
        if state == DRAFT and said:
            self.add_error(
                "state",
                "You say who agreed it, or from when it is in force, so it is no draft. Choose how "
                "it stands, or leave those fields empty.",
            )
        elif state == AGREED and data.get("start"):
            self.add_error(
                "state",
                "You say from when it is in force. Choose “In force”, or leave that date empty.",
            )
        elif state in (AGREED, IN_FORCE):
            self.check_agreement()  # type: ignore[attr-defined]


class NewVersionForm(StateField, VersionFields, OnceForm):
    """A new version, with the next review of the document."""

    submit_label = "Add the version"
    layout = (
        *VersionFields.version_layout,
        *VersionFields.files_layout,
        "state",
        *VersionFields.agreement_layout,
        "review_due",
    )

    review_due = DateField(
        label="Next review due",
        required=False,
        help_text="Leave it empty to keep the date as it is",
    )

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer_bodies(partnership)

    def clean(self) -> dict[str, Any]:
        """Check the agreement, then ask for the files again where anything is wrong."""
        cleaned = super().clean()
        self.check_state()
        self.remind()
        return cleaned


class CorrectVersionForm(VersionFields, VersionedForm):
    """A correction of a version; files are added, none is taken away."""

    submit_label = "Save correction"
    layout = (
        *VersionFields.version_layout,
        *VersionFields.files_layout,
        *VersionFields.agreement_layout,
        "reason",
    )

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=2)

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer_bodies(partnership)
        self.fields["files"].label = "Further files"
        if self.record.state in (DRAFT, AGREED):
            del self.fields["start"]
        if self.record.state == DRAFT:
            for name in AGREEMENT:
                del self.fields[name]

    def get_layout(self) -> Any:
        """Leave out what a draft has not."""
        if self.record.state == DRAFT:
            return [*self.version_layout, *self.files_layout, "reason"]
        if self.record.state == AGREED:
            return [*self.version_layout, *self.files_layout, self.agreement_layout[0], "reason"]
        return self.layout

    def clean(self) -> dict[str, Any]:
        """Check the agreement of what was agreed."""
        cleaned = super().clean()
        if self.record.state != DRAFT:
            self.check_agreement()
        self.remind()
        return cleaned

    def version_values(self) -> dict[str, Any]:
        """Return what is recorded of the version, as far as it was asked for."""
        return {name: self.cleaned_data[name] for name in EDITABLE if name in self.fields}


class AgreeForm(AgreementFields, OnceForm):
    """Who agreed a draft, and when."""

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer_bodies(partnership)

    def clean(self) -> dict[str, Any]:
        """Say beside the field what the agreement lacks."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.check_agreement()
        return cleaned


class InForceForm(OnceForm):
    """From which day a version is in force."""

    start = DateField(label="In force from")


class WithdrawForm(OnceForm):
    """Why a version is withdrawn."""

    reason = TextField(label="Why is it withdrawn?", max_length=500)


class AdoptionsForm(OnceForm):
    """Which partners adopted the version, on one day."""

    submit_label = "Record the adoption"

    organisations = MultipleChoiceField(label="Who adopted it?", choices=())
    adopted_on = DateField(
        label="Adopted on",
        required=False,
        help_text="Leave it empty where it is not known. For another day, come back to this page",
    )
    signed_by = TextField(
        label="Signed by (post)",
        max_length=200,
        required=False,
        help_text="Name the post, not the person. For another post, come back to this page",
    )

    def __init__(self, *args: Any, offered: list[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {str(one.pk): one for one in offered}
        fields: Any = self.fields
        fields["organisations"].choices = [(pk, one.name) for pk, one in self.offered.items()]

    def chosen(self) -> list[Organisation]:
        """Return the organisations that were chosen."""
        return [self.offered[pk] for pk in self.cleaned_data["organisations"]]


class RemoveAdoptionForm(OnceForm):
    """Why an adoption is taken out of the record."""

    reason = TextField(label="Reason", max_length=500)


def values_of(version: DocumentVersion) -> dict[str, Any]:
    """Return a version's present values under the form's field names."""
    return {name: getattr(version, name) for name in EDITABLE}
