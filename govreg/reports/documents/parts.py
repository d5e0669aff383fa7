"""Which parts does the text of a report consist of?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the title page; what the review does not say is empty."""

    title: str
    kind: str
    auditor: str
    client: str
    business_line: str
    service_line: str
    audit_plan: str
    report_date: date | None


@dataclass(frozen=True, slots=True)
class Contact:
    """One step of the complaints route: a post, and how to reach it."""

    step: int
    post: str
    organisation: str
    details: str
    how: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of responsibilities, with whom to turn to."""

    addressee: str
    text: str
    contacts: tuple[Contact, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the review makes no statement and names no contact."""
        return not (self.text.strip() or self.contacts)


@dataclass(frozen=True, slots=True)
class Priority:
    """One level of the review's own legend."""

    mark: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A run of Markdown between two recommendations."""

    text: str


@dataclass(frozen=True, slots=True)
class RecommendationBox:
    """A recommendation where it arises. Its wording is the very string of the action plan."""

    number: str
    wording: str
    priority: Priority

    @property
    def anchor(self) -> str:
        """The name by which the action plan leads here."""
        return f"recommendation-{anchor_name(self.number)}"

    @property
    def plan_anchor(self) -> str:
        """The name of its entry in the action plan."""
        return f"plan-{anchor_name(self.number)}"


@dataclass(frozen=True, slots=True)
class Point:
    """One finding, learning point, scope item or step of the approach."""

    text: str
    sections: tuple[str, ...]

    @property
    def sections_in_words(self) -> str:
        """The sections it refers to, as a reader would say them."""
        named = [s for s in self.sections if s[:1].isdigit()]
        others = [s for s in self.sections if not s[:1].isdigit()]
        if not named:
            return ", ".join(others)
        last = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
        word = "Sections" if len(named) > 1 else "Section"
        return ", ".join([f"{word} {last}", *others])


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    kind: str
    items: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A sentence that says what is not there."""

    sentence: str


Block = Prose | RecommendationBox | Points | Missing


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A numbered section with its text and the sections below it."""

    number: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple["ReportSection", ...]

    @property
    def anchor(self) -> str:
        """The name by which the contents lead here."""
        return f"section-{anchor_name(self.number)}"


@dataclass(frozen=True, slots=True)
class Component:
    """One body of the partnership, as the register describes it."""

    name: str
    local_term: str
    kind: str
    layer: str
    meetings: str
    composition: str
    function: str
    governing_document: str
    components: tuple["Component", ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """The partnership whose structure is Appendix 2, and its bodies."""

    partnership: str
    kind: str
    components: tuple[Component, ...]


def anchor_name(number: str) -> str:
    """Return a number as a part of an address inside the document."""
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in number).strip("-") or "0"
