"""What does a committee read of agreed actions since it last met?

Minutes of audit and scrutiny committees ask for the same each time: the first date beside the one
in force, how often it was put off and by whom, what was completed since the last meeting, why what
is late is late, and what the auditor verified apart from what officers say.
"""

from dataclasses import dataclass
from datetime import date

from .parts import Priority
from .plan import NO_OWNER, ProgressSaid

LIVE, COMPLETED, ASKED, OVERDUE, ENDED = "A", "B", "C", "D", "E"


@dataclass(frozen=True, slots=True)
class Extension:
    """A request for a later date that nobody has decided yet."""

    asked_on: date
    reason: str
    timescale: str
    due: date
    standing: str
    answer: str


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One agreed action as the committee reads it."""

    reference: str
    number: str
    wording: str
    priority: Priority
    concerns: str
    action: str
    owners: tuple[str, ...]
    timescale: str
    original_due: date | None
    due: date | None
    extensions: int
    slippage: int
    standing: str
    standing_code: str
    computed: str
    percent: int | None
    said: ProgressSaid | None
    verified: str
    outcome: str
    extension: Extension | None

    @property
    def owners_in_words(self) -> str:
        """Who is responsible, or that nobody is named."""
        return ", ".join(self.owners) or NO_OWNER

    @property
    def was_revised(self) -> bool:
        """Whether the date in force is another than the one first agreed."""
        return self.original_due is not None and self.due != self.original_due


@dataclass(frozen=True, slots=True)
class FollowUpPart:
    """One part of the report: its letter, what it is called, what it says when it is empty."""

    letter: str
    title: str
    empty: str
    lines: tuple[FollowUpLine, ...]


@dataclass(frozen=True, slots=True)
class WithoutAction:
    """A recommendation that stands in no part, because no action was agreed, and why not."""

    reference: str
    number: str
    wording: str
    priority: Priority
    standing: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How many agreed actions of one priority stand how; the last row counts all."""

    priority: str
    live: int
    overdue: int
    completed: int
    ended: int
    earlier: int

    @property
    def total(self) -> int:
        """All agreed actions."""
        return self.live + self.overdue + self.completed + self.ended + self.earlier


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The report: frozen when it is issued, and shown and printed from nothing else."""

    council: str
    title: str
    committee: str
    meeting_on: date | None
    since: date
    as_at: date
    chosen: tuple[str, ...]
    names_officers: bool
    parts: tuple[FollowUpPart, ...]
    figures: tuple[Figures, ...]
    legend: tuple[Priority, ...]
    method: tuple[str, ...]
    #: Reports that were issued before these were told of have none.
    without_action: tuple[WithoutAction, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether its records are drafts: it tells of issued reviews alone."""
        return False

    @property
    def file_title(self) -> str:
        """The title that the file has."""
        return f"{self.title}: follow-up of recommendations"

    @property
    def line_count(self) -> int:
        """How many lines the parts have."""
        return sum(len(part.lines) for part in self.parts)
