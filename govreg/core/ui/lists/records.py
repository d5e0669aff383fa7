"""How does a reader narrow a list to one record: chosen where there are few, named where many?

A register of twenty years has two thousand reviews. A drop-down list of them all would be slow to
send and slow to use, so beyond a few a reader types words of the name instead. A link that names
the record by its key works either way.
"""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from ..forms.fields import TextField
from ..forms.keys import LARGEST_KEY

FEW = 60
Records = Callable[[Any], QuerySet[Any]]
Narrow = Callable[[QuerySet[Any], QuerySet[Any]], QuerySet[Any]]


class RecordFilter(django_filters.Filter):
    """Keeps the rows of one record, or of those whose name has the typed words.

    `records` gives those that the reader may ask for, `named_by` is the field with their name, and
    `narrow` keeps of some rows those that belong to some records.
    """

    def __init__(
        self,
        *,
        records: Records,
        named_by: str,
        narrow: Narrow | None = None,
        field_name: str = "",
        label: str = "",
    ) -> None:
        super().__init__(field_name=field_name, label=label)
        self._records = records
        self._named_by = named_by
        self._narrow = narrow

    @property
    def field(self) -> forms.Field:
        """The field in which the reader chooses or types; made anew for each request."""
        if not hasattr(self, "_field"):
            request = getattr(self.parent, "request", None)
            offered = self._records(request)
            first = list(
                offered.order_by(self._named_by).values_list("pk", self._named_by)[: FEW + 1]
            )
            self._field = (
                ChosenRecord(label=self.label, choices=[(str(pk), name) for pk, name in first])
                if len(first) <= FEW
                else NamedRecord(label=self.label, offered=offered, named_by=self._named_by)
            )
        return self._field

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep the rows of the records meant."""
        if not value:
            return qs
        records = self._records(getattr(self.parent, "request", None)).order_by()
        key = key_meant(value)
        meant = (
            records.filter(pk=key)
            if key is not None
            else records.filter(**{f"{self._named_by}__icontains": value})
        )
        if self._narrow:
            return self._narrow(qs, meant)
        return qs.filter(**{f"{self.field_name}__in": meant.values("pk")})


class ChosenRecord(forms.ChoiceField):
    """One of a few records, or any."""

    def __init__(self, *, choices: list[tuple[str, str]], **options: Any) -> None:
        from .filters import ANY

        super().__init__(choices=[("", ANY), *choices], required=False, **options)


class NamedRecord(TextField):
    """Words of a record's name; a key that a link brought is shown as the name it stands for."""

    def __init__(self, *, offered: QuerySet[Any], named_by: str, **options: Any) -> None:
        super().__init__(required=False, help_text="Words of its name", **options)
        self._offered = offered
        self._named_by = named_by

    def clean(self, value: Any) -> str:
        """Refuse a key that no record offered has."""
        typed: str = super().clean(value)
        key = key_meant(typed)
        if key is not None and not self._offered.filter(pk=key).exists():
            raise ValidationError(f"{self.label}: there is none with that key")
        return typed

    def prepare_value(self, value: Any) -> Any:
        """Show the name in the place of a key."""
        key = key_meant(str(value or ""))
        if key is None:
            return value
        names = self._offered.filter(pk=key).values_list(self._named_by, flat=True)
        return names.first() or value


def key_meant(value: str) -> int | None:
    """Return the key that a text is, or None where it is words."""
    if not (value.isascii() and value.isdigit()):
        return None
    key = int(value[:20])
    return key if key <= LARGEST_KEY else None
