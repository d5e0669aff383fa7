"""What would a file change, and how is it imported, whole or not at all?

The preview and the import are one and the same work: it is done in a transaction, and the preview
takes it back. So the preview asks every rule that the import asks.
"""

from govreg.core.history.change import change

from .binding import Binding, Reader
from .cells import CellError, in_words, understood
from .plan import Change, Draft, Held, Plan
from .sheets import REFERENCE, VERSION, Kind
from .table import Line, Table


class _TakenBack(Exception):
    """Rolls the work back; the plan stays."""


class ChangedSincePreview(Exception):
    """What the file would do is no longer what the person was shown; nothing was written."""


def preview(binding: Binding, table: Table) -> Plan:
    """Return what importing the table would do, and do nothing of it.

    Raises Refused where the person may not import it.
    """
    return _work_through(binding, table, seen=None)


def import_table(binding: Binding, table: Table, *, seen: str) -> Plan:
    """Write every row of the table, or none; `seen` is the digest of the preview that was shown.

    The plan that is returned has the change set. Raises ChangedSincePreview where the register
    changed since, and Refused where the person may not import it.
    """
    return _work_through(binding, table, seen=seen)


def _work_through(binding: Binding, table: Table, *, seen: str | None) -> Plan:
    plan = Plan(table, [])
    try:
        with change(verb=binding.verb, by=binding.by, scope=binding.scope) as change_set:
            binding.enforce_allowed()
            binding.start()
            plan.drafts = _drafts(binding, table)
            plan.unknown = binding.unknown_names()
            binding.look_over(plan.drafts)
            to_write = [draft for draft in plan.drafts if draft.is_to_write]
            binding.apply(to_write, write=seen is not None)
            plan.notices = sorted(binding.notices, key=lambda notice: notice.line)
            if seen is None:
                raise _TakenBack
            if plan.digest != seen or not plan.may_be_written:
                raise ChangedSincePreview
            plan.change_set = change_set
    except _TakenBack:
        pass
    return plan


def _drafts(binding: Binding, table: Table) -> list[Draft]:
    held = {one.reference: one for one in binding.held(lock=True)}
    readers = binding.readers()
    taken: dict[int, int] = {}
    drafts = []
    for line in table.lines:
        binding.at_line(line.number)
        drafts.append(_draft(binding, line, held, readers, taken))
    return drafts


def _draft(
    binding: Binding,
    line: Line,
    held: dict[int, Held],
    readers: dict[str, Reader],
    taken: dict[int, int],
) -> Draft:
    draft = Draft(line.number)
    _find(binding, draft, line, held, taken)
    for column in binding.sheet.own:
        before = draft.held.values[column.key] if draft.held else column.empty
        draft.values[column.key] = before
        if column.key not in line.texts:
            continue
        try:
            value = understood(column, line.texts[column.key], readers.get(column.key))
        except CellError as fault:
            draft.refuse(str(fault), column.heading)
            continue
        draft.values[column.key] = value
        if draft.held is None and not value and column.kind is not Kind.YES_NO:
            continue
        if value != before:
            draft.changed.add(column.key)
            told = in_words(column, before), in_words(column, value)
            draft.changes.append(Change(column.heading, *told))
    draft.name = binding.name_of(draft.values)
    _refuse_conflict(binding, draft, line)
    return draft


def _find(
    binding: Binding, draft: Draft, line: Line, held: dict[int, Held], taken: dict[int, int]
) -> None:
    """Find the record that the line is of, by its reference; without one it is a new one."""
    try:
        reference = understood(REFERENCE, line.texts.get(REFERENCE.key, ""))
    except CellError as fault:
        draft.refuse(str(fault), REFERENCE.heading)
        return
    if reference is None:
        return
    if reference in taken:
        sentence = f"Line {taken[reference]} has the same reference. Leave one of the two out."
        draft.refuse(sentence, REFERENCE.heading)
        return
    taken[reference] = line.number
    draft.held = held.get(reference)
    if draft.held is None:
        sentence = binding.no_such.format(reference=reference, noun=binding.sheet.noun[0])
        draft.refuse(sentence, REFERENCE.heading)


def _refuse_conflict(binding: Binding, draft: Draft, line: Line) -> None:
    if draft.held is None or not draft.changed:
        return
    try:
        version = understood(VERSION, line.texts.get(VERSION.key, ""))
    except CellError as fault:
        draft.refuse(str(fault), VERSION.heading)
        return
    if version is None:
        sentence = "The version is missing. Download the sheet again: it stands beside each row."
        draft.refuse(sentence, VERSION.heading)
    elif version != draft.held.version:
        sentence = binding.conflict.format(told=version, held=draft.held.version)
        draft.refuse(sentence, VERSION.heading)
