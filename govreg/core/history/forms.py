"""How does a reader narrow the register's history down?"""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from govreg.core.access import Permission
from govreg.core.access.models import RoleHolding
from govreg.core.accounts.models import User
from govreg.core.ui.forms import DateField, RegisterForm, TextField

from .subjects import kinds


def people_offered(user: Any) -> QuerySet[User]:
    """Return whose changes a reader may ask for: of one scope, those who hold a role in it."""
    if user.may_somewhere(Permission.ADMINISTER_PEOPLE) or user.may(Permission.VIEW_HISTORY):
        return User.objects.all()
    nearby = RoleHolding.objects.filter(user.scope_filter(Permission.VIEW_HISTORY))
    return User.objects.filter(Q(pk=user.pk) | Q(pk__in=nearby.order_by().values("user")))


class HistoryFilterForm(RegisterForm):
    """Who, what and when; every field may be left empty."""

    who = forms.ModelChoiceField(
        User.objects.none(), required=False, label="Who", empty_label="Anybody"
    )
    what = forms.ChoiceField(required=False, label="What")
    words = TextField(required=False, label="Words in what was done or why", max_length=100)
    after = DateField(required=False, label="From")
    before = DateField(required=False, label="To")

    def __init__(self, *args: Any, user: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["who"].queryset = people_offered(user)  # type: ignore[attr-defined]
        self.fields["what"].choices = [  # type: ignore[attr-defined]
            ("", "Anything"),
            *((kind.model, kind.label) for kind in kinds()),
        ]
