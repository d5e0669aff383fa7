"""How do a review's sections become blocks, with recommendations where they arise?"""

import re
from collections.abc import Iterable

from govreg.reports.queries.review_facts import ReviewFacts
from recommendations.models import Recommendation
from reviews.models import ReviewPoint, ReviewPriority, Section
from reviews.rules.markers import passages

from .parts import (
    Block,
    Missing,
    Point,
    Points,
    Priority,
    Prose,
    RecommendationBox,
    ReportSection,
)

Shows = Section.Shows
POINTS_SHOWN = {
    Shows.FINDINGS: (ReviewPoint.Kind.FINDING, "No key finding is recorded."),
    Shows.LEARNING: (ReviewPoint.Kind.LEARNING, "No key learning point is recorded."),
    Shows.SCOPE: (ReviewPoint.Kind.SCOPE, "No scope is recorded."),
    Shows.APPROACH: (ReviewPoint.Kind.APPROACH, "No approach is recorded."),
}


def build_sections(facts: ReviewFacts) -> tuple[ReportSection, ...]:
    """Return the tree of sections, every recommendation in it exactly once."""
    return _Builder(facts).below(None)


class _Builder:
    """Builds sections in reading order, and remembers which recommendations are placed."""

    def __init__(self, facts: ReviewFacts) -> None:
        self.facts = facts
        priorities = {found.pk: found for found in facts.priorities}
        self.boxes = {
            found.number.casefold(): _box(found, priorities) for found in facts.recommendations
        }
        self.marked = {
            passage.number.casefold()
            for section in facts.sections
            for passage in passages(section.body)
        }
        self.placed: set[str] = set()

    def below(self, parent: int | None) -> tuple[ReportSection, ...]:
        """Return the sections directly below one, each with those below it."""
        return tuple(
            ReportSection(
                number=section.number,
                title=section.title,
                blocks=tuple(self._blocks(section)),
                sections=self.below(section.pk),
            )
            for section in self.facts.sections
            if section.parent_id == parent
        )

    def _blocks(self, section: Section) -> Iterable[Block]:
        for passage in passages(section.body):
            if passage.text:
                yield Prose(passage.text)
            if passage.number:
                yield from self._marked_box(passage.number)
        yield from self._shown(section)
        yield from self._unmarked_boxes(section)

    def _marked_box(self, number: str) -> Iterable[Block]:
        key = number.casefold()
        if key in self.boxes and key not in self.placed:
            self.placed.add(key)
            yield self.boxes[key]
        elif key not in self.boxes:
            yield Missing(f"There is no recommendation {number}.")

    def _unmarked_boxes(self, section: Section) -> Iterable[Block]:
        """A recommendation that no line places stands at the end of its section."""
        for found in self.facts.recommendations:
            key = found.number.casefold()
            if found.section_id == section.pk and key not in self.marked:
                self.placed.add(key)
                yield self.boxes[key]

    def _shown(self, section: Section) -> Iterable[Block]:
        review = self.facts.review
        if section.shows == Shows.SCOPE and review.objectives.strip() and not section.body.strip():
            yield Prose(review.objectives.strip())
        if section.shows in POINTS_SHOWN:
            kind, missing = POINTS_SHOWN[Shows(section.shows)]
            items = tuple(_point(found) for found in self.facts.points if found.kind == kind)
            yield Points(kind=str(kind), items=items) if items else Missing(missing)
        if section.shows == Shows.SCOPE and review.objectives.strip() and section.body.strip():
            yield Prose(review.objectives.strip())
        if section.shows == Shows.WAY_FORWARD:
            yield _prose_or(review.way_forward, "No way forward is recorded.")
        if section.shows == Shows.ACKNOWLEDGEMENTS:
            yield _prose_or(review.acknowledgements, "No acknowledgement is recorded.")


def _box(found: Recommendation, priorities: dict[int, ReviewPriority]) -> RecommendationBox:
    return RecommendationBox(
        number=found.number,
        wording=found.wording,
        priority=priority_of(priorities.get(found.priority_id)),
    )


def priority_of(found: ReviewPriority | None) -> Priority:
    """Return a level of the legend, or say that there is none."""
    if found is None:
        return Priority(mark="–", meaning="No priority stated")
    return Priority(mark=found.mark, meaning=found.meaning)


def _point(found: ReviewPoint) -> Point:
    parts = re.split(r"[,;]", found.section_references)
    return Point(text=found.text, sections=tuple(p.strip() for p in parts if p.strip()))


def _prose_or(text: str, sentence: str) -> Block:
    return Prose(text.strip()) if text.strip() else Missing(sentence)
