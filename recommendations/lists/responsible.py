"""How does a reader narrow a list to what somebody is responsible for?"""

from typing import Any

import django_filters
from django import forms

from govreg.core.ui.forms.fields import TextField
from recommendations.queries.responsible import name_of, owned_by


class ResponsibleField(TextField):
    """Words of a name; whom a link brought by a code is shown by the name."""

    def prepare_value(self, value: Any) -> Any:
        """Show the name in the place of a code."""
        return name_of(value) if isinstance(value, str) else value


class ResponsibleFilter(django_filters.Filter):
    """Keeps the actions of a person, post, team or body; `path` leads to the action."""

    def __init__(self, *, path: str = "pk", label: str = "") -> None:
        super().__init__(label=label)
        self._path = path

    @property
    def field(self) -> forms.Field:
        """The field in which the reader types a name."""
        if not hasattr(self, "_field"):
            self._field = ResponsibleField(label=self.label, required=False, max_length=200)
        return self._field

    def filter(self, qs: Any, value: str) -> Any:
        """Keep the actions of whom is meant."""
        return qs.filter(**{f"{self._path}__in": owned_by(value)}) if value else qs
