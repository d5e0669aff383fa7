"""What does an officer say of a file of an engagement?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.files.forms import ChosenFilesMixin, FilesField
from govreg.core.ui.forms import Fieldset, LongTextField
from partnerships.models import EngagementFile
from partnerships.models.exemptions import ExemptParagraph
from partnerships.rules.exemptions import refusal_of_exemption

from .withdrawals import WithdrawForm

WHERE = {"exempt-without-paragraph": "exempt_paragraph", "paragraph-without-exempt": "exempt"}


class PublicationFields(forms.Form):
    """Whether it is kept from publication, and under which paragraph."""

    needed_where = {"exempt_paragraph": "Needed where it is exempt"}

    exempt = forms.BooleanField(
        label="Exempt from publication",
        required=False,
        help_text="For example, answers that reveal who gave them",
    )
    exempt_paragraph = forms.ChoiceField(
        label="Under which paragraph of Schedule 12A, Local Government Act 1972?",
        choices=[("", "Not exempt"), *ExemptParagraph.choices],
        required=False,
    )

    publication_layout = (Fieldset("Publication", "exempt", "exempt_paragraph"),)

    def check_publication(self) -> None:
        """Say beside the field what an exemption lacks."""
        if {"exempt", "exempt_paragraph"} & set(self.errors):
            return
        refusal = refusal_of_exemption(
            exempt=self.cleaned_data["exempt"],
            paragraph=self.cleaned_data["exempt_paragraph"],
            what="the file",
        )
        if refusal:
            self.add_error(WHERE[refusal.code], refusal.sentence)

    def publication(self) -> dict[str, Any]:
        """Return how the file is published."""
        data = self.cleaned_data
        return {"exempt": data["exempt"], "paragraph": data["exempt_paragraph"]}


class AttachFilesForm(ChosenFilesMixin, PublicationFields, OnceForm):
    """Files, all published or all kept from publication."""

    submit_label = "Attach"
    layout = ("files", *PublicationFields.publication_layout)

    files = FilesField(label="Files")  # type: ignore[assignment]

    def clean(self) -> dict[str, Any]:
        """Hold the paragraph against the exemption; then ask for the files again."""
        cleaned = super().clean()
        self.check_publication()
        self.remind()
        return cleaned


class PublicationForm(PublicationFields, VersionedForm):
    """A change of how a file is published, with its reason."""

    submit_label = "Save"
    layout = (*PublicationFields.publication_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def clean(self) -> dict[str, Any]:
        """Hold the paragraph against the exemption."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.check_publication()
        return cleaned


class WithdrawFileForm(WithdrawForm):
    """Why a file is withdrawn; its name and the reason stay to be read."""

    submit_label = "Withdraw the file"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].help_text = (
            "Its name stays with this reason. The file is kept, and opened only by those who keep "
            "this log or may read what is exempt"
        )


def values_of(file: EngagementFile) -> dict[str, Any]:
    """Return how a file is published under the form's field names."""
    return {"exempt": file.exempt, "exempt_paragraph": file.exempt_paragraph}
