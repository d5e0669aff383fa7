"""How is a person's data removed from the register and its history, by law and for good?

The history keeps that something was there, who removed it, when and why. The seals keep holding: a
digest stands in for each removed text, and the salt that could be used to guess it is destroyed.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model, UniqueConstraint

from govreg.core.refusals import Refusal, enforce
from govreg.core.search.index import renew_holding

from .change import change
from .columns import text_columns
from .digests import text_digest
from .held_texts import REASONS, HeldText
from .models import ChangedRow, ChangeSet, RedactedValue, Redaction
from .models.redactions import mark_of
from .models.salts import salt_of, without
from .renewal import renew_blocks
from .seal import seal_history
from .tables import history_of

IN_REASON = Refusal(
    "redaction-repeats",
    "The reason holds the very words that are to be removed. Say why without them: the reason is "
    "kept for good.",
)
NOTHING_CHOSEN = Refusal("nothing-to-redact", "Choose at least one text to remove.")


def refusal_to_redact(*, chosen: Sequence[HeldText], words: str, reason: str) -> Refusal | None:
    """Return why these texts cannot be removed, if they cannot."""
    if not chosen:
        return NOTHING_CHOSEN
    if words.casefold() in reason.casefold():
        return IN_REASON
    for held in chosen:
        record = held.record if held.now else None
        if record is not None and (refusal := record.refusal_to_redact()):
            no: Refusal = refusal
            return no
    return None


def redact(
    *, chosen: Sequence[HeldText], words: str, basis: str, reason: str, by: Any
) -> Redaction:
    """Remove the chosen texts from the records and from all history rows that hold them.

    What is not sealed yet is sealed first. Raises Refused when a rule says no, or when a block that
    is concerned does not match its seal.
    """
    enforce(refusal_to_redact(chosen=chosen, words=words, reason=reason))
    seal_history()
    with change(verb="Removed a person’s data", by=by, reason=reason) as change_set:
        redaction = Redaction(basis=basis, reason=reason.strip(), by=by, at=change_set.at)
        redaction.save()
        _in_live_records(chosen, redaction)
        rows = _rows_of(chosen)
        renew_blocks(_change_sets_of(rows), change_set=change_set)
        for (model, row), fields in rows.items():
            _in_row(model, row, fields, redaction, change_set)
        renew_holding(words)
    return redaction


def _in_live_records(chosen: Sequence[HeldText], redaction: Redaction) -> None:
    """Put the mark in the records as they are now, as a change like any other."""
    fields: dict[tuple[str, int], list[str]] = defaultdict(list)
    for held in chosen:
        if held.now:
            fields[held.model, held.object_id].append(held.field)
    for (label, pk), names in fields.items():
        model: Any = apps.get_model(label)
        record = model._base_manager.select_for_update().get(pk=pk)
        for name in names:
            setattr(record, name, live_mark(model, name, redaction, pk))
        record.save()


def live_mark(model: Any, name: str, redaction: Redaction, pk: int) -> str:
    """Return what stands in a live record: the mark, made unique where the column must be."""
    if model._meta.get_field(name).__class__.__name__ == "EmailField":
        return f"redacted-{redaction.pk}-{pk}@redacted.invalid"
    return f"{redaction.mark} {pk}" if _is_unique(model, name) else redaction.mark


def _is_unique(model: Any, name: str) -> bool:
    return bool(model._meta.get_field(name).unique) or any(
        name in constraint.fields or f"F({name})" in repr(constraint.expressions)
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint)
    )


def _rows_of(chosen: Sequence[HeldText]) -> dict[tuple[str, int], list[str]]:
    """Return the fields to remove by history row; the rows of a change repeat its reason."""
    rows: dict[tuple[str, int], list[str]] = defaultdict(list)
    for held in chosen:
        for row in held.rows:
            rows[held.model, row].append(held.field)
            if held.model == REASONS:
                entries = ChangedRow.objects.filter(change_set=row).order_by("pk")
                for model, key in entries.values_list("model", "history_id"):
                    rows[model, key].append("history_change_reason")
    return rows


def _change_sets_of(rows: dict[tuple[str, int], list[str]]) -> set[int]:
    found = {row for model, row in rows if model == REASONS}
    by_model: dict[str, list[int]] = defaultdict(list)
    for model, row in rows:
        by_model[model].append(row)
    for model, keys in by_model.items():
        entries = ChangedRow.objects.filter(model=model, history_id__in=keys)
        found |= set(entries.values_list("change_set_id", flat=True))
    return found


def _in_row(
    label: str, row: int, fields: list[str], redaction: Redaction, change_set: ChangeSet
) -> None:
    """Put the mark in one history row, and keep the digest of what stood there."""
    table: Any = _table(label)
    texts = text_columns(table)
    values = table.objects.filter(pk=row).values(*texts).get()
    salts: Any = (
        ChangeSet.objects.filter(pk=row)
        if label == REASONS
        else ChangedRow.objects.filter(model=label, history_id=row)
    )
    salt = salts.values_list("salt", flat=True).get()
    held = [name for name in dict.fromkeys(fields) if values[name]]
    if not held:
        return
    RedactedValue.objects.bulk_create(
        RedactedValue(
            change_set=change_set,
            redaction=redaction,
            model=label,
            row=row,
            field=name,
            digest=text_digest(salt_of(salt, name), values[name]),
        )
        for name in held
    )
    kept = [name for name in texts if values[name]]
    _put_mark(table, row, held, mark_of(redaction.pk))
    salts.update(salt=without(salt, columns=kept, removed=held))


def _put_mark(table: Any, row: int, names: list[str], mark: str) -> None:
    """Write the mark in SQL: all history tables share one field for the reason of a change, so
    Django would write it into the table that was defined last.
    """
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(name)} = %s" for name in names)
    where = f"{quote(table._meta.db_table)} SET {columns} WHERE {quote(table._meta.pk.column)} = %s"
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {where}", [*[mark] * len(names), row])
        if cursor.rowcount != 1:
            raise RuntimeError("The row that was to be redacted is gone.")


def _table(label: str) -> type[Model]:
    if label == REASONS:
        return ChangeSet
    model: Any = apps.get_model(label)
    history: type[Model] = history_of(model)
    return history
