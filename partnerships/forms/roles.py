"""What does an officer type of a role in a partnership?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import DateField, Fieldset, LongTextField, TextField
from partnerships.models import GovernanceDocument, Partnership, PartnershipRole, Post
from partnerships.services.roles import EDITABLE


class RoleFields(forms.Form):
    """Which role it is, who holds it, what is delegated and where that is explained."""

    title = TextField(label="Role", max_length=200)
    holder = forms.ModelChoiceField(
        Post.objects.all(),
        label="Post that holds it",
        required=False,
        empty_label="No post yet",
    )
    statutory_basis = TextField(
        label="Statutory basis",
        max_length=300,
        required=False,
        help_text="For example: Children Act 2004, section 18. Leave it empty where there is none",
    )
    delegated = LongTextField(label="What is delegated?", max_length=4000, rows=3, required=False)
    limits = LongTextField(label="Within which limits?", max_length=4000, rows=3, required=False)
    document = forms.ModelChoiceField(
        GovernanceDocument.objects.none(),
        label="In a governance document",
        required=False,
        empty_label="None",
    )
    explained_in = TextField(label="Elsewhere, in words", max_length=300, required=False)
    start = DateField(label="From", required=False)
    end = DateField(label="To", required=False)

    entry_layout = (
        "title",
        "holder",
        "statutory_basis",
        Fieldset("Delegation", "delegated", "limits"),
        Fieldset("Where is the role explained to partners?", "document", "explained_in"),
        Fieldset("Dates", "start", "end", hint="Leave them empty where the day is not known"),
    )

    def offer(self, partnership: Partnership) -> None:
        """Offer the partnership's own documents."""
        fields: Any = self.fields
        fields["document"].queryset = GovernanceDocument.objects.filter(partnership=partnership)

    def entry(self) -> dict[str, Any]:
        """Return what is recorded."""
        return {name: self.cleaned_data[name] for name in EDITABLE}


class NewRoleForm(RoleFields, OnceForm):
    """A new role."""

    submit_label = "Add the role"
    layout = RoleFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class ChangeRoleForm(RoleFields, VersionedForm):
    """A change of a role, or its last day, with its reason."""

    layout = (*RoleFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership)


def values_of(role: PartnershipRole) -> dict[str, Any]:
    """Return present values under the form's field names."""
    return {name: getattr(role, name) for name in EDITABLE}
