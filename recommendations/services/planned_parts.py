"""Of which parts is an action plan that is brought in, and what is said of each?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from govreg.core.refusals import Refusal
from recommendations.models import Response
from reviews.models import ReviewPriority, Section

from .actions import Owner
from .recommendations import Subject


@dataclass(slots=True)
class Planned:
    """One part of a plan that is brought in: on which line it stands, and why it may not be."""

    line: int
    record: Any = None
    is_new: bool = False
    refusals: list[Refusal] = field(default_factory=list)

    def must(self, refusal: Refusal | None) -> None:
        """Keep a rule's refusal, if it is one."""
        if refusal is not None and refusal not in self.refusals:
            self.refusals.append(refusal)


@dataclass(slots=True)
class PlannedAction(Planned):
    """One step, by whom and by when. `due_date` corrects what the printed words would mean."""

    text: str = ""
    owners: list[Owner] = field(default_factory=list)
    printed: str = ""
    review_date: date | None = None
    due_date: date | None = None


@dataclass(slots=True)
class PlannedResponse(Planned):
    """One body's answer with its steps."""

    in_respect_of: str = ""
    decision: str = Response.Decision.NOT_STATED
    text: str = ""
    subjects: list[Subject] = field(default_factory=list)
    actions: list[PlannedAction] = field(default_factory=list)


@dataclass(slots=True)
class PlannedRecommendation(Planned):
    """One recommendation with its answers; `see_also` are numbers of the same review."""

    number: str = ""
    section: Section | None = None
    priority: ReviewPriority | None = None
    wording: str = ""
    addressee: str = ""
    subjects: list[Subject] = field(default_factory=list)
    see_also: list[str] = field(default_factory=list)
    responses: list[PlannedResponse] = field(default_factory=list)

    def parts(self) -> Iterable[Planned]:
        """Give the recommendation and everything under it, in the order of the lines."""
        yield self
        for response in self.responses:
            yield response
            yield from response.actions
