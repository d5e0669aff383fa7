"""How does a reader narrow the register's history down?"""

from django import forms

from govreg.core.accounts.models import User
from govreg.core.ui.forms import DateField, RegisterForm, TextField

from .subjects import kinds


class HistoryFilterForm(RegisterForm):
    """Who, what and when; every field may be left empty."""

    who = forms.ModelChoiceField(
        User.objects.all(), required=False, label="Who", empty_label="Anybody"
    )
    what = forms.ChoiceField(required=False, label="What")
    words = TextField(required=False, label="Words in what was done or why", max_length=100)
    after = DateField(required=False, label="From")
    before = DateField(required=False, label="To")

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["what"].choices = [  # type: ignore[attr-defined]
            ("", "Anything"),
            *((kind.model, kind.label) for kind in kinds()),
        ]
