"""What does the text of a review say, piece by piece, and on which line each?"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of text and the line on which it begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line, as a sentence for the person."""

    line: int
    sentence: str


@dataclass(slots=True)
class PointText:
    """One point of a list, with the sections that it refers to."""

    part: str
    line: int
    text: str
    references: str


@dataclass(slots=True)
class ContactText:
    """One step of the complaints route."""

    line: int
    step: int
    post: str
    organisation: str = ""
    details: str = ""
    how: str = ""


@dataclass(slots=True)
class SectionText:
    """A section with the number that the text gives it."""

    line: int
    number: str
    title: str
    shows: Told | None = None
    body: str = ""


@dataclass(slots=True)
class ActionText:
    """An agreed action: its words, and the rest by the words before the colon."""

    line: int
    text: str
    segments: dict[str, str]


@dataclass(slots=True)
class ResponseText:
    """A body's response with its actions."""

    line: int
    respect: str
    text: str = ""
    keyed: dict[str, Told] = field(default_factory=dict)
    actions: list[ActionText] = field(default_factory=list)


@dataclass(slots=True)
class RecommendationText:
    """A recommendation with its responses."""

    line: int
    number: str
    mark: str
    wording: str = ""
    keyed: dict[str, Told] = field(default_factory=dict)
    responses: list[ResponseText] = field(default_factory=list)


@dataclass(slots=True)
class ReviewText:
    """A whole review as its text tells it, and what of the text could not be understood."""

    header: dict[str, Told] = field(default_factory=dict)
    legend: list[Told] = field(default_factory=list)
    texts: dict[str, Told] = field(default_factory=dict)
    points: list[PointText] = field(default_factory=list)
    contacts: list[ContactText] = field(default_factory=list)
    sections: list[SectionText] = field(default_factory=list)
    recommendations: list[RecommendationText] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, line: int, sentence: str) -> None:
        """Say what is wrong with a line."""
        self.faults.append(Fault(line, sentence))
