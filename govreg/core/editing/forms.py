"""How does a form remember which version it was opened at, and that it was sent once?"""

from typing import Any

from django import forms

from govreg.core.history import once
from govreg.core.ui.forms import RegisterForm


class OnceForm(RegisterForm):
    """A form that can be submitted once: a double click or a reload saves nothing again."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[once.FIELD] = forms.CharField(
            required=False, max_length=36, initial=once.new_token, widget=forms.HiddenInput
        )

    def values(self) -> dict[str, Any]:
        """Return what the person typed, without the form's own hidden fields."""
        own = {once.FIELD, "version"}
        return {name: value for name, value in self.cleaned_data.items() if name not in own}


class VersionedForm(OnceForm):
    """A form that changes one record and carries the version it was opened at."""

    def __init__(self, *args: Any, record: Any, **options: Any) -> None:
        self.record = record
        super().__init__(*args, **options)
        self.fields["version"] = forms.IntegerField(
            initial=record.version, widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1
        )

    @property
    def version(self) -> int:
        """The version of the record that the writer saw."""
        number: int = self.cleaned_data["version"]
        return number
