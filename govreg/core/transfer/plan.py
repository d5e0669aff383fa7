"""What would become of each row of a file?"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from .table import Table

NEW, CHANGED, UNCHANGED, REFUSED = "new", "changed", "unchanged", "refused"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a row, in words: what it was and what it will be."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is refused, and under which heading; "" where it is the whole row."""

    sentence: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A record as the register has it: its number, its version and its values by column."""

    record: Any
    reference: int
    version: int
    values: dict[str, Any]


@dataclass(slots=True)
class Draft:
    """One row of a file, understood: the record that it is, and what it should be."""

    line: int
    held: Held | None = None
    values: dict[str, Any] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    name: str = ""

    @property
    def state(self) -> str:
        """What will become of the row."""
        if self.problems:
            return REFUSED
        if self.held is None:
            return NEW
        return CHANGED if self.changed else UNCHANGED

    @property
    def is_to_write(self) -> bool:
        """Whether anything of the row is to be written."""
        return self.state in (NEW, CHANGED)

    def refuse(self, sentence: str, heading: str = "") -> None:
        """Add a reason why the row cannot be taken; the same one stands there once."""
        problem = Problem(sentence, heading)
        if problem not in self.problems:
            self.problems.append(problem)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that stands for no record: on which lines, and which records have a name like it."""

    name: str
    lines: tuple[int, ...]
    near: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth knowing of a line that refuses nothing."""

    line: int
    sentence: str


class Plan:
    """What a file would do. It counts the rows and keeps none of them, however many there are."""

    def __init__(self, table: Table) -> None:
        self.table = table
        #: How many rows are new, changed, unchanged and refused.
        self.counts = dict.fromkeys((NEW, CHANGED, UNCHANGED, REFUSED), 0)
        self.unknown: list[UnknownName] = []
        self.notices: list[Notice] = []
        self.change_set: Any = None
        self._told = hashlib.sha256()

    def take(self, draft: Draft) -> None:
        """Count a row that was judged."""
        state = draft.state
        self.counts[state] += 1
        told = [
            [draft.line, state, draft.name, draft.held.version if draft.held else 0],
            [[one.heading, one.before, one.after] for one in draft.changes],
            [[one.heading, one.sentence] for one in draft.problems],
        ]
        self._told.update(json.dumps(told).encode())

    @property
    def may_be_written(self) -> bool:
        """Whether there is something to write and no row is refused."""
        return not self.counts[REFUSED] and bool(self.counts[NEW] + self.counts[CHANGED])

    @property
    def digest(self) -> str:
        """A fingerprint of all that the preview says: where it differs, something changed."""
        return self._told.hexdigest()
