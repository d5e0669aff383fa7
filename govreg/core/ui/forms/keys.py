"""What happens to a choice of records whose key is larger than any database can hold?

It is refused like every other choice that was not offered. Without this the number would go as
far as the database, which cannot even compare it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LARGEST_KEY = 2**63 - 1


class _WithinKeys:
    """Refuses a key that no record can have, before the database is asked for it."""

    error_messages: dict[str, Any]

    def to_python(self, value: Any) -> Any:
        """Refuse one key."""
        self._refuse_too_large([value])
        return super().to_python(value)  # type: ignore[misc]

    def _check_values(self, value: Any) -> Any:
        """Refuse any of several keys."""
        self._refuse_too_large(value)
        return super()._check_values(value)  # type: ignore[misc]

    def _refuse_too_large(self, keys: Sequence[Any]) -> None:
        for key in keys:
            if _is_too_large(key):
                raise ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": key},
                )


def choosing_by_key(field: forms.ModelChoiceField) -> forms.ModelChoiceField:
    """Make a field refuse a key that is too large; its own kind and settings stay."""
    if not isinstance(field, _WithinKeys):
        kind: Any = type(field)
        field.__class__ = _within_keys(kind)
    return field


@cache
def _within_keys(kind: Any) -> Any:
    return type(kind.__name__, (_WithinKeys, kind), {})


def _is_too_large(key: Any) -> bool:
    try:
        return abs(int(key)) > LARGEST_KEY
    except (TypeError, ValueError):
        return False  # no number at all, which the field itself refuses
