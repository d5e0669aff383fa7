"""How does a list ask which rows the reader wants?"""

from collections.abc import Mapping
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet

from ..forms.fields import register_field
from ..forms.sentences import speak_plainly

ANY = "Any"
#: Longer words would find nothing, and SQLite refuses to look for a text without end.
LONGEST_WORDS = 200


class FilterForm(forms.Form):
    """The fields above a list; none has to be filled in."""

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in list(self.fields.items()):
            if type(field) is forms.CharField and field.max_length is None:
                field.max_length = LONGEST_WORDS
            ready = self.fields[name] = register_field(field)
            speak_plainly(str(ready.label or name), ready)


class RegisterFilterSet(django_filters.FilterSet):
    """Filters that are shown above a list and stand in its address.

    What cannot be understood is left out and said beside its field; the list is shown all the same.
    """

    def get_form_class(self) -> type[forms.Form]:
        """Make the form of our fields."""
        fields = {name: filter_.field for name, filter_ in self.filters.items()}
        for field in fields.values():
            if isinstance(field, forms.ModelChoiceField | django_filters.fields.ChoiceField):
                field.empty_label = ANY if field.empty_label is not None else None
        return type(f"{type(self).__name__}Form", (FilterForm,), fields)

    @property
    def is_in_use(self) -> bool:
        """Whether the reader has asked for anything."""
        return bool(self.in_words())

    def in_words(self) -> Mapping[str, Any]:
        """Return what was asked for, by name, without what was left empty."""
        asked = self.form.cleaned_data if self.is_bound and self.form.is_bound else {}
        return {name: value for name, value in asked.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    if isinstance(value, QuerySet):
        return not value.exists()
    return value is None or value in ("", [], slice(None, None, None))
