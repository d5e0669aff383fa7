"""What does a person type of a governance document, and of its review?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, Fieldset, LongTextField, RegisterForm, TextField
from partnerships.models import Body, GovernanceDocument, Partnership, Post
from partnerships.services.documents import EDITABLE

from .document_versions import StateField, VersionFields

WHOLE = "The partnership as a whole"


class DocumentFields(forms.Form):
    """The fields of one document."""

    kind = forms.ChoiceField(
        label="Kind", choices=[("", "Choose one"), *GovernanceDocument.Kind.choices]
    )
    title = TextField(label="Title", max_length=200)
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Body it governs", required=False, empty_label=WHOLE
    )
    owner = forms.ModelChoiceField(
        Post.objects.all(),
        label="Owner’s post",
        required=False,
        help_text="Who sees to it that the document is reviewed",
    )
    review_due = DateField(label="Next review due", required=False)
    notes = LongTextField(label="Notes", max_length=4000, rows=3, required=False)

    document_layout = ("kind", "title", "body", "owner", "review_due", "notes")

    def offer(self, partnership: Partnership) -> None:
        """Offer the partnership's bodies."""
        fields: Any = self.fields
        fields["body"].queryset = Body.objects.filter(partnership=partnership)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the document."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewDocumentForm(StateField, VersionFields, DocumentFields, OnceForm):
    """A document with its first version."""

    submit_label = "Record the document"
    layout = (
        *DocumentFields.document_layout,
        Fieldset("The present version", *VersionFields.version_layout),
        *VersionFields.files_layout,
        "state",
        *VersionFields.agreement_layout,
    )

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)
        self.offer_bodies(partnership)

    def clean(self) -> dict[str, Any]:
        """Check the agreement, then ask for the files again where anything is wrong."""
        cleaned = super().clean()
        self.check_state()
        self.remind()
        return cleaned


class ChangeDocumentForm(DocumentFields, VersionedForm):
    """A change of what is recorded of a document."""

    layout = (*DocumentFields.document_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=2, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


class DocumentReviewForm(OnceForm):
    """A review that was done, and when the next is due."""

    submit_label = "Record the review"

    reviewed_on = DateField(label="Reviewed on")
    by_whom = TextField(
        label="Reviewed by",
        max_length=200,
        help_text="The meeting or the post, for example: annual general meeting",
    )
    outcome = LongTextField(
        label="What came of it",
        max_length=4000,
        rows=4,
        help_text="For example: no change, or: a new version to be written by March",
    )
    next_due = DateField(
        label="Next review due",
        required=False,
        help_text="Leave it empty to keep the date as it is",
    )
    no_date = forms.BooleanField(label="No date is fixed", required=False)


def values_of(document: GovernanceDocument) -> dict[str, Any]:
    """Return a document's present values under the form's field names."""
    return {name: getattr(document, name) for name in EDITABLE}


class MatrixForm(RegisterForm):
    """The day on which the documents are looked at."""

    on = DateField(label="As things stood on", required=False)
