"""How is a whole review brought in from a text, shown before it is written, and in one piece?

Every part goes through the service that its page uses, so who may, which rules are asked and what
the history says are the same. The preview does the work and takes it back.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import transaction

from govreg.core.history.change import change
from govreg.core.refusals import Refused
from recommendations.models import Recommendation, Response
from recommendations.review_texts.layout import DISCUSSED, POINTS, REFERENCE
from recommendations.review_texts.meaning import Meaning
from recommendations.review_texts.parts import (
    Fault,
    RecommendationText,
    ResponseText,
    ReviewText,
)
from recommendations.review_texts.reading import read_review
from reviews.models import Review, Section
from reviews.queries.standing import may_begin
from reviews.services import points, reviews, sections

from .actions import agree_action
from .recommendations import add_recommendation, word_recommendation
from .responses import write_response

NOT_DISCUSSED = (
    "Responses are written once the draft was discussed with officers. Add the line "
    f"“{DISCUSSED}: 15 October 2007” to the head with the day, or leave the responses out."
)


class _TakenBack(Exception):
    """Rolls the work back; what was found stays."""


@dataclass(slots=True)
class BroughtIn:
    """What a text would bring in or has brought in, and what is wrong with which line."""

    told: ReviewText
    faults: list[Fault] = field(default_factory=list)
    review: Review | None = None

    @property
    def responses(self) -> int:
        """How many responses the text has."""
        return sum(len(one.responses) for one in self.told.recommendations)

    @property
    def actions(self) -> int:
        """How many agreed actions the text has."""
        answers = (answer for one in self.told.recommendations for answer in one.responses)
        return sum(len(answer.actions) for answer in answers)


def preview_review(text: str, *, by: Any, with_responses: bool = True) -> BroughtIn:
    """Return what importing a text would bring in and all that is wrong with it; write nothing."""
    return _bring_in(text, by=by, with_responses=with_responses, write=False)


def import_review(text: str, *, by: Any, with_responses: bool = True) -> BroughtIn:
    """Bring in a review from a text, whole, or not at all where any line is at fault.

    `by` is a user, or None for the register's own command.
    """
    return _bring_in(text, by=by, with_responses=with_responses, write=True)


def _bring_in(text: str, *, by: Any, with_responses: bool, write: bool) -> BroughtIn:
    told = read_review(text)
    if not with_responses:
        for one in told.recommendations:
            one.responses = []
    found = BroughtIn(told, told.faults)
    try:
        with change(verb="Imported a review", by=by):
            review = _Bringing(found, by).all()
            if review is None or found.faults or not write:
                raise _TakenBack
            review.refresh_from_db()
            found.review = review
    except _TakenBack:
        pass
    found.faults.sort(key=lambda fault: fault.line)
    return found


class _Bringing:
    """One text on its way into the register."""

    def __init__(self, found: BroughtIn, by: Any) -> None:
        self.told, self.faults, self.by = found.told, found.faults, by
        self.meaning = Meaning(found.told, by=by)

    def all(self) -> Review | None:
        """Bring everything in, as far as it can be; what cannot is told by its line."""
        if self.by is not None and not may_begin(self.by):
            self.refuse(1, "Only an auditor may begin a review.")
            return None
        discussed = self.meaning.discussed_on()
        particulars, legend = self.meaning.particulars(), self.meaning.scale()
        partnerships, reference = self.meaning.partnerships(), self.meaning.reference()
        review = None
        if particulars is not None and legend is not None and partnerships and reference:
            review = self.attempt(
                self.told.header[REFERENCE].line,
                partial(
                    reviews.begin_review,
                    reference=reference,
                    values=particulars,
                    partnerships=partnerships,
                    scale=legend,
                    by=self.by,
                ),
            )
        if review is None:
            self.meaning.look_over(self.told.recommendations)
            return None
        self._contacts(review)
        self._points(review)
        placed = self._sections(review)
        added = self._recommendations(review, placed)
        if discussed is not None:
            line = self.told.header[DISCUSSED].line
            self.attempt(
                line, partial(reviews.discuss_review, review=review, on=discussed, by=self.by)
            )
        for one, recommendation in added:
            for answer in one.responses:
                if discussed is None:
                    self.refuse(answer.line, NOT_DISCUSSED)
                else:
                    self._answer(recommendation, answer)
        return review

    def refuse(self, line: int, sentence: str) -> None:
        """Say what is wrong with a line."""
        self.faults.append(Fault(line, sentence))

    def attempt(self, line: int, verb: Callable[[], Any]) -> Any:
        """Do something for a line; where a rule refuses, the line says why. Returns None then."""
        try:
            with transaction.atomic():
                return verb()
        except Refused as refused:
            self.refuse(line, refused.refusal.sentence)
            return None

    def _contacts(self, review: Review) -> None:
        for step, one in {one.step: one for one in self.told.contacts}.items():
            values = self.meaning.contact(one)
            if values:
                self.attempt(
                    one.line,
                    partial(
                        reviews.set_contact,
                        review=review,
                        step=step,
                        values=values,
                        by=self.by,
                    ),
                )

    def _points(self, review: Review) -> None:
        for one in self.told.points:
            values = self.meaning.point(one)
            if values:
                self.attempt(
                    one.line,
                    partial(
                        points.add_point,
                        review=review,
                        kind=POINTS[one.part],
                        values=values,
                        by=self.by,
                    ),
                )

    def _sections(self, review: Review) -> dict[str, Section]:
        placed: dict[str, Section] = {}
        for one in self.told.sections:
            values = self.meaning.section(one)
            above = one.number.rpartition(".")[0]
            if values is None or (above and above not in placed):
                if above not in placed and above:
                    self.refuse(one.line, f"There is no section {above} before this one.")
                continue
            section = self.attempt(
                one.line,
                partial(
                    sections.add_section,
                    review=review,
                    parent=placed.get(above),
                    values=values,
                    by=self.by,
                ),
            )
            if section is None:
                continue
            placed[one.number] = section
            if section.number != one.number:
                self.refuse(
                    one.line,
                    f"This would be section {section.number} by its place, and the text says "
                    f"{one.number}. Sections are numbered in their order.",
                )
        return placed

    def _recommendations(
        self, review: Review, placed: dict[str, Section]
    ) -> list[tuple[RecommendationText, Recommendation]]:
        priorities = {level.mark: level for level in review.priorities.all()}
        added: list[tuple[RecommendationText, Recommendation]] = []
        for one in self.told.recommendations:
            values, subjects = self.meaning.recommendation(one)
            self.meaning.responses(one)
            priority = priorities.get(one.mark)
            section = self.meaning.placed(one, placed)
            if not values or priority is None or section is None:
                continue
            values |= {"priority": priority, "section": section}
            made = self.attempt(
                one.line,
                partial(
                    add_recommendation,
                    review=review,
                    values=values,
                    subjects=subjects,
                    by=self.by,
                ),
            )
            if made is not None:
                added.append((one, made))
        for one, made in added:
            self._refer(one, made, {other.number.casefold(): other for _one, other in added})
        return added

    def _refer(
        self, one: RecommendationText, made: Recommendation, known: dict[str, Recommendation]
    ) -> None:
        others = self.meaning.references(one, known)
        if others:
            _values, subjects = self.meaning.recommendation(one)
            self.attempt(
                one.keyed["See also"].line,
                partial(
                    word_recommendation,
                    recommendation=made,
                    version=made.version,
                    values={},
                    subjects=subjects,
                    cross_references=others,
                    by=self.by,
                ),
            )

    def _answer(self, recommendation: Recommendation, answer: ResponseText) -> None:
        values, subjects = self.meaning.answer(answer)
        if not values:
            return
        response: Response | None = self.attempt(
            answer.line,
            partial(
                write_response,
                recommendation=recommendation,
                values=values,
                subjects=subjects,
                by=self.by,
            ),
        )
        if response is None:
            return
        for one in answer.actions:
            timescale, owners = self.meaning.action(one)
            if timescale is not None:
                self.attempt(
                    one.line,
                    partial(
                        agree_action,
                        response=response,
                        text=one.text,
                        timescale=timescale,
                        owners=owners,
                        by=self.by,
                    ),
                )
