"""How are typed values put onto a record, and only the ones that a verb may change?"""

from collections.abc import Iterable, Mapping
from typing import Any

from .models.tracked import TrackedModel


def put(record: TrackedModel, values: Mapping[str, Any], *, allowed: Iterable[str]) -> None:
    """Set the values on the record; texts lose outer blanks.

    Raises TypeError for a name that the verb may not change: a form that offers it is mistaken.
    """
    permitted = set(allowed)
    for name, value in values.items():
        if name not in permitted:
            raise TypeError(f"{name} is not changed by this verb.")
        setattr(record, name, value.strip() if isinstance(value, str) else value)
