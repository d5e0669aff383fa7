"""What does an officer type of a partnership?"""

from typing import Any

from django import forms
from django.core.validators import validate_slug
from django.db.models import Q

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import ChoiceField, DateField, Fieldset, LongTextField, TextField
from partnerships.models import Organisation, Partnership, Post
from partnerships.services.partnerships import EDITABLE, RESERVED_REFERENCES


class PartnershipFields(forms.Form):
    """The fields of a partnership's entry."""

    name = TextField(label="Name", max_length=200)
    kind = forms.ChoiceField(label="Kind", choices=[("", "Choose one"), *Partnership.Kind.choices])
    parent = forms.ModelChoiceField(
        Partnership.objects.none(), label="Umbrella partnership", required=False
    )
    area = TextField(label="Area covered", max_length=200, required=False)
    purpose = LongTextField(label="Purpose", max_length=5000, rows=4, required=False)
    legal_basis = TextField(
        label="Legal basis",
        max_length=300,
        required=False,
        help_text="The Act, agreement or decision under which it works",
    )
    statutory_kind = forms.ChoiceField(
        label="Statutory kind",
        choices=[("", "None"), *Partnership.StatutoryKind.choices],
        required=False,
        help_text="Where an Act names who must be a member; the register says who is missing",
    )
    accountable_body = forms.ModelChoiceField(
        Organisation.objects.none(), label="Accountable body", required=False
    )
    lead = forms.ModelChoiceField(Post.objects.all(), label="Lead officer’s post", required=False)
    established = TextField(
        label="Established",
        max_length=200,
        required=False,
        help_text="In the words it is known in, for example: Autumn 2004",
    )
    established_on = DateField(
        label="Established on", required=False, help_text="Only where the day is known"
    )
    approved_by = TextField(
        label="Approved by",
        max_length=300,
        required=False,
        help_text="The bodies that agreed it, and when",
    )

    entry_layout = (
        "name",
        "kind",
        "parent",
        "area",
        "purpose",
        Fieldset(
            "Basis and responsibility",
            "legal_basis",
            "statutory_kind",
            "accountable_body",
            "lead",
            "established",
            "established_on",
            "approved_by",
        ),
    )

    def offer(self, user: Any, record: Partnership | None = None) -> None:
        """Offer what the person may see, and what the entry says already."""
        fields: Any = self.fields
        mine = Partnership.objects.visible_to(user).order_by().values("pk")
        present = [record.parent_id] if record else []
        others = Partnership.objects.filter(Q(pk__in=mine) | Q(pk__in=present))
        fields["parent"].queryset = others.exclude(pk__in=[record.pk] if record else [])
        kept = [record.accountable_body_id] if record else []
        fields["accountable_body"].queryset = Organisation.objects.filter(
            Q(merged_into=None) | Q(pk__in=kept)
        )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the partnership."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewPartnershipForm(PartnershipFields, OnceForm):
    """A new partnership."""

    submit_label = "Add partnership"
    layout = ("reference", "status", *PartnershipFields.entry_layout)

    # A partnership is closed by its next stages: that asks how it ended.
    status = ChoiceField(
        label="Status",
        choices=[c for c in Partnership.Status.choices if c[0] != Partnership.Status.CLOSED],
        initial=Partnership.Status.ACTIVE,
    )

    reference = TextField(
        label="Reference",
        max_length=40,
        help_text="Short, for its address: small letters, numbers and hyphens. It does not change",
    )

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded, with the stage that it stands at."""
        return {**super().entry(), "status": self.cleaned_data["status"]}

    def clean_reference(self) -> str:
        """Refuse what cannot stand in an address."""
        reference: str = self.cleaned_data["reference"].lower()
        try:
            validate_slug(reference)
        except forms.ValidationError:
            raise forms.ValidationError(
                "Reference must have only letters, numbers and hyphens"
            ) from None
        if reference in RESERVED_REFERENCES:
            raise forms.ValidationError("Choose another reference: this one is in use")
        return reference


class ChangePartnershipForm(PartnershipFields, VersionedForm):
    """A change of a partnership's entry, with its reason."""

    layout = (*PartnershipFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(user, self.record)


class NameForm(OnceForm):
    """Another name by which something is known."""

    submit_label = "Add name"

    name = TextField(label="Other name", max_length=200)


def values_of(partnership: Partnership) -> dict[str, Any]:
    """Return a partnership's present values under the form's field names."""
    return {name: getattr(partnership, name) for name in EDITABLE}
