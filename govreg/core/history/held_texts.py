"""Where in the register and its history does a person's data stand?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q

from .columns import redactable
from .models import ChangeSet
from .tables import history_of, tracked_models

REASONS = "history.changeset"
MOST = 500  # texts offered at once


@dataclass(frozen=True, slots=True)
class HeldText:
    """One field of one record that holds the words, now or in an earlier row.

    `now` says whether the record holds them still, `rows` are the history rows that hold them.
    """

    model: str
    object_id: int
    field: str
    what: str
    name: str
    label: str
    now: bool
    rows: tuple[int, ...]

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.model}:{self.object_id}:{self.field}"

    @property
    def record(self) -> Any:
        """The record as it is now, or None where it is gone or is no record."""
        if self.model == REASONS:
            return None
        model: Any = apps.get_model(self.model)
        return model._base_manager.filter(pk=self.object_id).first()


def texts_holding(words: str) -> list[HeldText]:
    """Return every text that holds the words, in any case; live rows and all history rows."""
    found: list[HeldText] = []
    for model in tracked_models():
        if not getattr(model, "append_only", False):
            found += _in_model(model, words)
    found += _in_reasons(words)
    return found[:MOST]


def holds(words: str, *fields: str) -> Q:
    """Return the condition that a column holds the words, in any case, on both databases.

    SQLite compares letters beyond ASCII by their case, so the usual ways to write are all asked.
    """
    ways = {words, words.lower(), words.upper(), words.title(), words.capitalize()}
    condition = Q()
    for field in fields:
        for way in sorted(ways):
            condition |= Q(**{f"{field}__icontains": way})
    return condition


def _in_model(model: Any, words: str) -> Iterable[HeldText]:
    columns = redactable(model)
    if not columns:
        return []
    key = model._meta.pk.attname
    names = [column.attname for column in columns]
    rows: dict[tuple[int, str], list[int]] = defaultdict(list)
    found = history_of(model).objects.filter(holds(words, *names)).order_by("history_id")
    for row in found.values("history_id", key, *names):
        for name in names:
            if _is_in(words, row[name]):
                rows[row[key], name].append(row["history_id"])
    needs, records = getattr(model, "name_needs", ()), model._base_manager.all()
    if needs:
        records = records.select_related(*needs)
    live = records.in_bulk({pk for pk, _name in rows})
    labels = {column.attname: str(column.verbose_name) for column in columns}
    return [
        HeldText(
            model=model._meta.label_lower,
            object_id=pk,
            field=name,
            what=str(model._meta.verbose_name),
            name=str(live[pk]) if pk in live else "a record since removed",
            label=labels[name],
            now=pk in live and _is_in(words, getattr(live[pk], name)),
            rows=tuple(held),
        )
        for (pk, name), held in sorted(rows.items())
    ]


def _in_reasons(words: str) -> list[HeldText]:
    """Return the reasons given for changes that hold the words; history rows repeat them."""
    sets = ChangeSet.objects.filter(holds(words, "reason")).order_by("pk")
    return [
        HeldText(REASONS, c.pk, "reason", "reason for a change", c.verb, "reason", False, (c.pk,))
        for c in sets
    ]


def _is_in(words: str, text: str | None) -> bool:
    return bool(text) and words.casefold() in str(text).casefold()
