"""How does a list ask which rows the reader wants?"""

import copy
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet

from ..forms.fields import register_field
from ..forms.sentences import speak_plainly

ANY = "Any"
#: Longer words would find nothing, and SQLite refuses to look for a text without end.
LONGEST_WORDS = 200


class _Fields(dict[str, forms.Field]):
    """Fields that were made for one form: it need not copy them, deeply, once more."""

    def __deepcopy__(self, memo: Any) -> "_Fields":
        return self


class _Filters(OrderedDict[str, django_filters.Filter]):
    """Filters whose copies share what was declared; each makes a field of its own."""

    def __deepcopy__(self, memo: Any) -> "_Filters":
        return _Filters((name, _copied(filter_)) for name, filter_ in self.items())


def _copied(filter_: django_filters.Filter) -> django_filters.Filter:
    made = copy.copy(filter_)
    if made.method is not None:
        made.method = made.method  # bound to the copy, and so to the set of filters it stands in
    return made


class FilterForm(forms.Form):
    """The fields above a list; none has to be filled in."""

    use_required_attribute = False


def _made(name: str, filter_: django_filters.Filter) -> forms.Field:
    """Return the field of a filter, with our words for what it refuses."""
    field = filter_.field
    if isinstance(field, forms.ModelChoiceField | django_filters.fields.ChoiceField):
        field.empty_label = ANY if field.empty_label is not None else None
    if type(field) is forms.CharField and field.max_length is None:
        field.max_length = LONGEST_WORDS
    ready = register_field(field)
    speak_plainly(str(ready.label or name), ready)
    return ready


def _is_fixed(filter_: django_filters.Filter) -> bool:
    """Whether the field is the same for everybody at all times: of words, or of fixed choices."""
    if type(filter_) is django_filters.CharFilter:
        return True
    is_choice = type(filter_) is django_filters.ChoiceFilter
    return is_choice and not callable(filter_.extra.get("choices"))


class RegisterFilterSet(django_filters.FilterSet):
    """Filters that are shown above a list and stand in its address.

    What cannot be understood is left out and said beside its field; the list is shown all the same.
    """

    #: Fields that hold nothing of a request, by their name. They go with the class: a page may
    #: make one of its own for a request.
    _fixed: ClassVar[dict[str, forms.Field]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._fixed = {}

    @classmethod
    def get_filters(cls) -> "_Filters":
        """Return the filters in a form that is cheaply copied for each request."""
        return _Filters(super().get_filters())

    def get_form_class(self) -> type[forms.Form]:
        """Make the form of our fields."""
        fields = {name: self._field(name, filter_) for name, filter_ in self.filters.items()}
        form = type(f"{type(self).__name__}Form", (FilterForm,), {})
        form.base_fields = _Fields(fields)  # type: ignore[attr-defined]
        return form

    def _field(self, name: str, filter_: django_filters.Filter) -> forms.Field:
        """Return a field; one that is the same for everybody is made once for the list."""
        if not _is_fixed(filter_):
            return _made(name, filter_)
        if name not in self._fixed:
            self._fixed[name] = _made(name, filter_)
        return self._fixed[name]

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
