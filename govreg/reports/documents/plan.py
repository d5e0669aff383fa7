"""Which parts does an action plan consist of, with its progress or without?"""

from dataclasses import dataclass
from datetime import date

from .parts import Priority, anchor_name

NO_OWNER = "No owner named"
NO_TIMESCALE = "No date stated"
NO_RESPONSE = "No response recorded"
AWAITING_APPROVAL = "A response is awaiting approval"
NO_ACTION = "No action agreed"
NOTHING_RECORDED = "No progress recorded"


@dataclass(frozen=True, slots=True)
class ProgressSaid:
    """The last update that was submitted by the day of the document."""

    rating: str
    narrative: str
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class LineProgress:
    """How an action stands on the day of the document; computed beside what the officer says."""

    state: str
    state_since: date | None
    standing: str
    standing_code: str
    due: date | None
    original_due: date | None
    review: date | None
    said: ProgressSaid | None
    verified: str
    extensions: int = 0

    @property
    def due_was_revised(self) -> bool:
        """Whether the date is no longer the one first agreed."""
        return self.original_due is not None and self.due != self.original_due


@dataclass(frozen=True, slots=True)
class Line:
    """One agreed action: who is responsible for it, and by when as it is printed.

    The response is on its first line only; the lines after it continue it.
    """

    in_respect_of: str
    response: str
    decision: str
    begins_response: bool
    action: str
    owners: tuple[str, ...]
    timescale: str
    has_action: bool
    progress: LineProgress | None

    @property
    def owners_in_words(self) -> str:
        """Who is responsible, or that nobody is named."""
        return ", ".join(self.owners) or NO_OWNER

    @property
    def timescale_in_words(self) -> str:
        """The timescale as printed, or that there is none."""
        return self.timescale or NO_TIMESCALE


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation in the action plan."""

    number: str
    wording: str
    priority: Priority
    section: str
    state: str
    ended: str
    unanswered: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def anchor(self) -> str:
        """The name by which the body of the report leads here."""
        return f"plan-{anchor_name(self.number)}"

    @property
    def body_anchor(self) -> str:
        """The name of its box in the body of the report."""
        return f"recommendation-{anchor_name(self.number)}"


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """Every recommendation with its responses and agreed actions."""

    legend: tuple[Priority, ...]
    legend_on_each_page: bool
    entries: tuple[Entry, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every agreed action of the plan, in order."""
        return tuple(x for entry in self.entries for x in entry.lines if x.has_action)
