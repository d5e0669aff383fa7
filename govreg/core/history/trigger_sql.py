"""How is a table told in SQL to take rows, and never to change or lose one?

Three things are let through, each because a row of an append-only table says so: a text that a
redaction removed becomes its mark; the salt of such a row is cut down; and rows of a kind that is
kept for a time go when a disposal says that their time is over.
"""

from typing import Any

from django.db.models import UniqueConstraint

from .columns import text_columns
from .models.changes import ChangedRow, ChangeSet
from .models.disposals import Disposal
from .models.redactions import MARK_AFTER, MARK_BEFORE, RedactedValue

MESSAGE = "History is append-only"
FUNCTION = "govreg_refuse_change"
# The mark that a redaction leaves, in the SQL of both databases.
MARK = f"'{MARK_BEFORE}' || v.redaction_id || '{MARK_AFTER}'"


def expected_names(vendor: str, table: str) -> list[str]:
    """Return the names of the triggers that one table has on this database (63 bytes at most)."""
    stem = table[:48]
    if vendor == "postgresql":
        return [f"{stem}_kept", f"{stem}_kept_t"]
    return [f"{stem}_kept_u", f"{stem}_kept_d", f"{stem}_kept_i"]


def statements(vendor: str, model: Any) -> dict[str, str]:
    """Return the statements that make the triggers of a table, by the name of the trigger."""
    table = model._meta.db_table
    names = expected_names(vendor, table)
    if vendor == "postgresql":
        given = ", ".join(f"'{word}'" for word in _arguments(model))
        return {
            names[0]: f'CREATE TRIGGER "{names[0]}" BEFORE UPDATE OR DELETE ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {FUNCTION}({given})",
            names[1]: f'CREATE TRIGGER "{names[1]}" BEFORE TRUNCATE ON "{table}" '
            f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()",
        }
    refuse = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    verbs = (("UPDATE", _allowed_change), ("DELETE", _allowed_removal), ("INSERT", _allowed_new))
    found = {}
    for name, (verb, allowed) in zip(names, verbs, strict=True):
        unless = allowed(model)
        when = f"WHEN NOT ({unless}) " if unless else ""
        found[name] = f'CREATE TRIGGER "{name}" BEFORE {verb} ON "{table}" {when}{refuse}'
    return found


def known_as(model: Any) -> str:
    """Return under which label redactions name the rows of a table; "" where they never do."""
    if model is ChangeSet:
        return str(ChangeSet._meta.label_lower)
    live = getattr(model, "instance_type", None)
    return str(live._meta.label_lower) if live else ""


def _arguments(model: Any) -> list[str]:
    """Return what the function on PostgreSQL is told: whose redactions count, and the row's key."""
    if model is ChangedRow:
        return ["change", "", "history_id", "salt"]
    if known_as(model):
        may_salt = "salt" if model is ChangeSet else ""
        return ["change", known_as(model), model._meta.pk.column, may_salt]
    if moment := getattr(model, "disposed_by", ""):
        return ["remove", model._meta.label_lower, moment]
    return []


def function_body() -> str:
    """Return the body of the function that PostgreSQL calls before a change or a removal."""
    values, disposals = RedactedValue._meta.db_table, Disposal._meta.db_table
    return f"""
DECLARE was jsonb; now jsonb; label text; key bigint;
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS = 4 THEN
    was := to_jsonb(OLD); now := to_jsonb(NEW);
    label := CASE WHEN TG_ARGV[1] = '' THEN was->>'model' ELSE TG_ARGV[1] END;
    key := (was->>TG_ARGV[2])::bigint;
    IF was <> now
      AND (was->>'salt' = '' OR EXISTS (
        SELECT 1 FROM {values} v WHERE v.model = label AND v.row = key))
      AND NOT EXISTS (
        SELECT 1 FROM jsonb_object_keys(was) AS k
        WHERE was->k IS DISTINCT FROM now->k AND k <> TG_ARGV[3] AND NOT EXISTS (
          SELECT 1 FROM {values} v WHERE v.model = label AND v.row = key AND v.field = k
            AND now->>k = {MARK}))
    THEN RETURN NEW; END IF;
  ELSIF TG_OP = 'DELETE' AND TG_NARGS = 3 THEN
    IF EXISTS (
      SELECT 1 FROM {disposals} d
      WHERE d.what = TG_ARGV[1] AND (to_jsonb(OLD)->>TG_ARGV[2])::timestamptz < d.before)
    THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '{MESSAGE}: % on %', TG_OP, TG_TABLE_NAME;
END """  # noqa: S608 - our own names


def _allowed_change(model: Any) -> str:
    if model is ChangedRow:
        label, key = 'OLD."model"', 'OLD."history_id"'
    elif known_as(model):
        label, key = f"'{known_as(model)}'", f'OLD."{model._meta.pk.column}"'
    else:
        return ""
    of_the_row = (
        f"SELECT 1 FROM {RedactedValue._meta.db_table} v WHERE v.model = {label} AND v.row = {key}"  # noqa: S608
    )
    texts, has_salt = set(text_columns(model)), model in (ChangeSet, ChangedRow)
    conditions = [f"EXISTS ({of_the_row})" + (" OR OLD.\"salt\" = ''" if has_salt else "")]
    for column in (c.column for c in model._meta.concrete_fields):
        if column == "salt" and has_salt:
            continue
        same = f'OLD."{column}" IS NEW."{column}"'
        if column in texts:
            marked = f"{of_the_row} AND v.field = '{column}' AND NEW.\"{column}\" = {MARK}"
            same += f" OR EXISTS ({marked})"
        conditions.append(same)
    return " AND ".join(f"({condition})" for condition in conditions)


def _allowed_removal(model: Any) -> str:
    moment = getattr(model, "disposed_by", "")
    if not moment:
        return ""
    return (
        f"EXISTS (SELECT 1 FROM {Disposal._meta.db_table} d WHERE "  # noqa: S608 - our own names
        f"d.what = '{model._meta.label_lower}' AND OLD.\"{moment}\" < d.before)"
    )


def _allowed_new(model: Any) -> str:
    """Return when a row may come: not in the place of another, as INSERT OR REPLACE would put it.

    SQLite runs the other triggers for what is replaced only where a connection asks for it.
    """
    table = model._meta.db_table
    taken = " OR ".join(
        " AND ".join(f'o."{column}" = NEW."{column}"' for column in columns)
        for columns in _unique(model)
    )
    return f'NOT EXISTS (SELECT 1 FROM "{table}" o WHERE {taken})'  # noqa: S608


def _unique(model: Any) -> list[list[str]]:
    own = [[c.column] for c in model._meta.concrete_fields if c.unique]
    together = [
        [model._meta.get_field(name).column for name in constraint.fields]
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    return own + together
