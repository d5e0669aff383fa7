"""What does an administrator type of a user?"""

from typing import Any

from django import forms

from govreg.core.access import roles
from govreg.core.access.models import Scope
from govreg.core.accounts.models import User
from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    TextField,
)

HINTS = {role.code: role.description for role in roles.ROLES.values()}


class UserFields(forms.Form):
    """The fields of a user."""

    name = TextField(
        label="Name",
        max_length=120,
        help_text="As colleagues know them. It stands beside everything they do",
    )
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="They sign in with it",
        error_messages={
            "invalid": "Enter an e-mail address in the correct format, like name@example.org"
        },
    )


class NewUserForm(UserFields, OnceForm):
    """A new user."""

    submit_label = "Add user"


class ChangeUserForm(UserFields, VersionedForm):
    """A change of a user's name or address, with its reason."""

    reason = LongTextField(label="Reason for the change", max_length=2000, rows=3)


class GiveRoleForm(OnceForm):
    """A role for a scope, or for the whole council, from a day to a day."""

    submit_label = "Give this role"
    layout = (
        FormField("role", hints=HINTS),
        "scope",
        Fieldset("Dates", "start", "end", hint="The first and the last day count"),
        "reason",
    )

    role = ChoiceField(label="Role", choices=roles.CHOICES)
    scope = forms.ModelChoiceField(
        Scope.objects.all(),
        label="Where?",
        required=False,
        empty_label="The whole council",
        help_text="One partnership, or the whole council",
    )
    start = DateField(label="From", required=False)
    end = DateField(label="Until", required=False)
    reason = LongTextField(label="Remark", max_length=2000, rows=3, required=False)


class EndRoleForm(OnceForm):
    """The last day of a role, and why it ends."""

    end = DateField(label="Last day", help_text="The day still counts")
    reason = LongTextField(label="Reason", max_length=2000, rows=3)


def values_of(user: User) -> dict[str, Any]:
    """Return a user's present values under the form's field names."""
    return {"name": user.name, "email": user.email}
