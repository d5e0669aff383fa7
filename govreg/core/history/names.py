"""What are the records and values called that a history row speaks of?"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format

from govreg.core.ui.words import long_date_time

NOTHING = "nothing recorded"
GONE = "a record since removed"


class Names:
    """Says records and values in words, having looked up each kind of related record once."""

    def __init__(self, mentioned: Iterable[tuple[Any, Any]], *, known: Iterable[Any] = ()) -> None:
        """Look up what history rows speak of, given as models and keys, besides what is known."""
        self._things: dict[Any, dict[Any, Any]] = defaultdict(dict)
        for thing in known:
            self._know(thing)
        keys: dict[Any, set[Any]] = defaultdict(set)
        for model, key in mentioned:
            keys[model].add(key)
        for model, wanted in keys.items():
            self._things[model].update(_found(model, wanted - {None} - self._things[model].keys()))

    def _know(self, thing: Any) -> None:
        """Keep a record, and those that were fetched with it."""
        self._things[type(thing)][thing.pk] = thing
        for column in relations(type(thing)):
            if column.is_cached(thing) and (beside := column.get_cached_value(thing)):
                self._things[type(beside)][beside.pk] = beside

    def of_row(self, model: Any, row: Any) -> str:
        """Return the record's own name as it was in that row."""
        instance = row.instance
        for column in relations(model):
            thing = self._thing(column, getattr(row, column.attname, None))
            if thing is not None:
                column.set_cached_value(instance, thing)
        try:
            return str(instance)
        except Exception:  # a name that leans on a record since removed
            return ""

    def words(self, column: Any, value: Any) -> str:
        """Return one value as a reader would say it."""
        if value is None or value == "":
            return NOTHING
        if column.is_relation:
            thing = self._thing(column, value)
            return GONE if thing is None else str(thing)
        if column.choices:
            return str(dict(column.flatchoices).get(value, value))
        return in_words(value)

    def _thing(self, column: Any, key: Any) -> Any:
        return self._things.get(column.related_model, {}).get(key)


def relations(model: Any) -> list[Any]:
    """Return the columns of a model that name another record."""
    return [c for c in model._meta.concrete_fields if c.is_relation and c.related_model]


def _found(target: Any, keys: set[Any]) -> dict[Any, Any]:
    """Fetch records with what their names lean on, in one query, where the model says so."""
    if not keys:
        return {}
    needed = getattr(target, "name_needs", ())
    found = target._base_manager.filter(pk__in=keys).order_by()
    return {thing.pk: thing for thing in (found.select_related(*needed) if needed else found)}


def in_words(value: Any) -> str:
    """Return a plain value as a reader would say it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return long_date_time(value)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, Decimal):
        return f"{value:,}"
    return str(value)
