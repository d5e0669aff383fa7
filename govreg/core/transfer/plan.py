"""What would become of each row of a file?"""

import hashlib
import json
from collections.abc import Iterable
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


@dataclass(slots=True)
class Plan:
    """What a file would do, row by row."""

    table: Table
    drafts: list[Draft]
    unknown: list[UnknownName] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    change_set: Any = None

    def in_state(self, *states: str) -> list[Draft]:
        """Return the rows of which something will become."""
        return [draft for draft in self.drafts if draft.state in states]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, changed, unchanged and refused."""
        counts = dict.fromkeys((NEW, CHANGED, UNCHANGED, REFUSED), 0)
        for draft in self.drafts:
            counts[draft.state] += 1
        return counts

    @property
    def may_be_written(self) -> bool:
        """Whether there is something to write and no row is refused."""
        counts = self.counts
        return not counts[REFUSED] and bool(counts[NEW] + counts[CHANGED])

    @property
    def digest(self) -> str:
        """A fingerprint of all that the preview says: where it differs, something changed."""
        told = [
            [d.line, d.state, d.name, d.held.version if d.held else 0, _told(d.changes)]
            + [[p.heading, p.sentence] for p in d.problems]
            for d in self.drafts
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _told(changes: Iterable[Change]) -> list[list[str]]:
    return [[change.heading, change.before, change.after] for change in changes]
