"""What does the page of one yearly review show?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.questions.models import Question
from govreg.core.questions.scales import colour_of, words_of
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.words import long_date
from partnerships.models import RemedialAction, ReviewAnswer
from partnerships.rules import governance_reviews as rules

from .governance_reviews import answers_of, asked_in, known_of, movement_of, refusal_to_sign

NOT_JUDGED = "Not judged"
STATE_COLOURS = {"to-answer": "orange", "answered": "blue", "signed-off": "green"}
RATING_COLOURS = {"high": "green", "moderate": "blue", "limited": "yellow", "none": "red"}


@dataclass(frozen=True, slots=True)
class Area:
    """One area: how it is judged, what shows it, and what the register knows."""

    title: str
    words: str
    colour: str
    text: str
    evidence: str
    known: list[str]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A review as it is read; `refusal` says why it cannot be signed off yet."""

    colour: str
    rows: list[SummaryRow]
    areas: list[Area]
    actions: list[RemedialAction]
    known_on: date
    refusal: Any


def review_page(review: Any, user: Any, *, on: date) -> ReviewPage:
    """Return what a review's page shows; the review is read `with_before`.

    What the register knows is today's until the signature, and stays as it was from then on.
    """
    signed = review.state == rules.SIGNED_OFF
    answers = answers_of(review)
    known = (
        {key: answer.known.splitlines() for key, answer in answers.items()}
        if signed
        else known_of(review, on=on)
    )
    areas = [
        _area(question, review, answers.get(question.key), known.get(question.key, []))
        for question in asked_in(review)
    ]
    return ReviewPage(
        STATE_COLOURS[review.state],
        _rows(review),
        areas,
        list(review.remedial_actions.select_related("owner")),
        review.signed_off_on if signed else on,
        None if signed else refusal_to_sign(review, user),
    )


def judged(scale: str, verdict: str) -> tuple[str, str]:
    """Return a judgement in words and its tag’s colour."""
    if not verdict:
        return NOT_JUDGED, "grey"
    return words_of(scale, verdict), colour_of(scale, verdict)


def _area(question: Question, review: Any, answer: ReviewAnswer | None, known: list[str]) -> Area:
    given = answer or ReviewAnswer()
    words, colour = judged(review.review_round.question_set.scale, given.verdict)
    return Area(question.wording, words, colour, given.text, given.evidence, known)


def _rows(review: Any) -> list[SummaryRow]:
    moved = rules.MOVEMENTS.get(movement_of(review), "")
    rating = ", ".join(filter(None, [review.get_rating_display(), _against(review, moved)]))
    return [
        SummaryRow("Assurance rating", rating),
        SummaryRow("Reason for the rating", review.rating_reason),
        SummaryRow("Significance confirmed", review.get_significance_display()),
        SummaryRow("Reviewer’s post", review.reviewer and str(review.reviewer)),
        SummaryRow("Reviewed on", long_date(review.reviewed_on)),
        SummaryRow("To be signed off by", long_date(review.review_round.due_by)),
        SummaryRow("Signed off on", long_date(review.signed_off_on)),
        SummaryRow("Note of the round", review.review_round.note),
    ]


def _against(review: Any, moved: str) -> str:
    if not review.rating or not review.rating_before:
        return moved.lower()
    before = dict(type(review).Rating.choices)[review.rating_before].lower()
    return f"{moved.lower()} against {before} in the review before"
