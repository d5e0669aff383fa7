"""Which tables and columns are exported, and what do people call them?"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from django.utils.text import slugify

from govreg.core.ui.lists.export import inert

from .left_out import owner_of, why_column_is_left_out, why_table_is_left_out

HISTORY_HEADINGS = {
    "history_id": "History row",
    "history_date": "Written at",
    "history_type": "What was done",
    "history_change_reason": "Reason",
    "history_user": "Written by (id)",
    "change_set": "Change set (id)",
}
HISTORY_TYPES = {"+": "added", "~": "changed", "-": "removed"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading, and what the dictionary says of it."""

    field: Field
    heading: str
    refers_to: str

    def described(self) -> dict[str, str]:
        """Return what the data dictionary says."""
        known = {str(key): str(label) for key, label in self.field.flatchoices}
        return {
            "heading": self.heading,
            "column": str(self.field.column),
            "type": self.field.get_internal_type(),
            "meaning": str(self.field.help_text or ""),
            **({"refers_to": self.refers_to} if self.refers_to else {}),
            **({"values": json.dumps(known, ensure_ascii=False)} if known else {}),
        }

    def cell(self, value: Any) -> Any:
        """Return a value as it stands in the file: ISO dates, and nothing a spreadsheet runs."""
        if value is None:
            return ""
        if self.field.name == "history_type":
            return HISTORY_TYPES.get(value, value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, datetime | date):
            return value.isoformat()
        if isinstance(value, dict | list):
            return json.dumps(value, ensure_ascii=False)
        return inert(value if isinstance(value, int | float) else str(value))


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the file it goes into, and its columns."""

    model: type[Model]
    file: str
    columns: list[Column]
    left_out: dict[str, str]

    @property
    def meaning(self) -> str:
        """What its rows are, in a sentence."""
        if self.model.__name__.startswith("Historical"):
            return f"Every version of each row of {owner_of(self.model)} that there ever was."
        return (self.model.__doc__ or "").strip().split("\n")[0]


def exported_tables() -> list[Table]:
    """Return every table that is exported, each with the columns that are."""
    models = [m for m in _all_models() if not why_table_is_left_out(m)]
    return sorted((_table(model) for model in models), key=lambda table: table.file)


def tables_left_out() -> dict[str, str]:
    """Return the tables that are not exported, with the reason."""
    return {m._meta.db_table: why for m in _all_models() if (why := why_table_is_left_out(m))}


def _all_models() -> list[type[Model]]:
    return [m for m in apps.get_models(include_auto_created=True) if m._meta.managed]


def _table(model: type[Model]) -> Table:
    name = slugify(str(model._meta.verbose_name_plural))
    columns: list[Column] = []
    left_out: dict[str, str] = {}
    for field in model._meta.concrete_fields:
        why = why_column_is_left_out(model, field)
        if why:
            left_out[str(field.column)] = why
        else:
            columns.append(_column(field, {column.heading for column in columns}))
    return Table(model, f"{model._meta.app_label}-{_short(model, name)}.csv", columns, left_out)


def _short(model: type[Model], name: str) -> str:
    """Return the name of a table's file; a history lies beside the table it belongs to."""
    tracked: Any = getattr(model, "instance_type", None)
    if tracked is None or not model.__name__.startswith("Historical"):
        return name
    return f"{slugify(str(tracked._meta.verbose_name_plural))}-history"


def _column(field: Field, taken: set[str]) -> Column:
    related: Any = field.remote_field.model if field.remote_field else None
    heading = HISTORY_HEADINGS.get(field.name) or _heading(field, related is not None)
    if heading in taken:
        heading = f"{heading} ({field.column})"
    return Column(field, heading, related._meta.db_table if related is not None else "")


def _heading(field: Field, is_reference: bool) -> str:
    words = (
        "Number in the register"
        if field.name == "id" or field.primary_key
        else str(field.verbose_name)
    )
    return f"{words[:1].upper()}{words[1:]}{' (number)' if is_reference else ''}"
