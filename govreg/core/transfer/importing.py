"""What would a file change, and how is it imported, whole or not at all?

The preview and the import are one and the same work: it is done in a transaction, and the preview
takes it back. So the preview asks every rule that the import asks.

A sheet that may have very many rows is worked through in portions, twice: once to foresee what
rows of different portions have to do with each other, and once to judge and write each portion.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from govreg.core.history.change import change

from .binding import Binding, Reader
from .cells import CellError, in_words, understood
from .plan import REFUSED, Change, Draft, Held, Plan
from .sheets import REFERENCE, VERSION, Kind
from .table import Line, Table

Each = Callable[[Draft], object]
PORTION = 500


class _TakenBack(Exception):
    """Rolls the work back; the plan stays."""


class ChangedSincePreview(Exception):
    """What the file would do is no longer what the person was shown; nothing was written."""


def preview(binding: Binding, table: Table, *each: Each) -> Plan:
    """Return what importing the table would do, and do nothing of it.

    Each of `each` is called with every row, in their order, once it is judged. Raises Refused where
    the person may not import it.
    """
    return _work_through(binding, table, each, seen=None)


def import_table(binding: Binding, table: Table, *, seen: str) -> Plan:
    """Write every row of the table, or none; `seen` is the digest of the preview that was shown.

    The plan that is returned has the change set. Raises ChangedSincePreview where the register
    changed since, and Refused where the person may not import it.
    """
    return _work_through(binding, table, (), seen=seen)


def _work_through(
    binding: Binding, table: Table, each: Sequence[Each], *, seen: str | None
) -> Plan:
    plan = Plan(table)
    try:
        with change(verb=binding.verb, by=binding.by, scope=binding.scope) as change_set:
            binding.enforce_allowed()
            binding.start()
            if binding.foresees:
                binding.lock()
                for drafts in _drafts(binding, table):
                    binding.foresee(drafts)
            for drafts in _drafts(binding, table):
                _judge(binding, drafts, plan, writing=seen is not None)
                for draft in drafts:
                    plan.take(draft)
                    for told in each:
                        told(draft)
            plan.unknown = binding.unknown_names()
            plan.notices = sorted(binding.notices, key=lambda notice: notice.line)
            if seen is None:
                raise _TakenBack
            if plan.digest != seen or not plan.may_be_written:
                raise ChangedSincePreview
            binding.finish()
            plan.change_set = change_set
    except _TakenBack:
        pass
    return plan


def _judge(binding: Binding, drafts: list[Draft], plan: Plan, *, writing: bool) -> None:
    """Judge a portion, and write it where nothing was refused so far: else none will stay."""
    binding.look_over(drafts)
    to_write = [draft for draft in drafts if draft.is_to_write]
    refused = plan.counts[REFUSED] or any(draft.problems for draft in drafts)
    binding.apply(to_write, write=writing and not refused)


def _drafts(binding: Binding, table: Table) -> Iterator[list[Draft]]:
    """Give the rows understood, a portion at a time."""
    binding.rewind()
    readers = binding.readers()
    taken: dict[int, int] = {}
    for lines in _portions(binding, table):
        held = {one.reference: one for one in _held(binding, lines)}
        drafts = []
        for line in lines:
            binding.at_line(line.number)
            drafts.append(_draft(binding, line, held, readers, taken))
        yield drafts


def _portions(binding: Binding, table: Table) -> Iterator[list[Line]]:
    portion: list[Line] = []
    for line in table.lines:
        full = binding.foresees and len(portion) >= PORTION
        if full and binding.begins(line):
            yield portion
            portion = []
        portion.append(line)
    if portion:
        yield portion


def _held(binding: Binding, lines: list[Line]) -> Iterable[Held]:
    if not binding.foresees:
        return binding.held(lock=True)
    return binding.held(only=references(lines))


def references(lines: Iterable[Line]) -> set[int]:
    """Return the references of lines; those that are none are told of when the line is read."""
    found: set[int] = set()
    for line in lines:
        try:
            reference = understood(REFERENCE, line.texts.get(REFERENCE.key, ""))
        except CellError:
            continue
        if reference is not None:
            found.add(reference)
    return found


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
