"""What does the page of one yearly review show?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core.ui.components import SummaryRow
from govreg.core.ui.words import long_date
from partnerships.models import RemedialAction
from partnerships.rules import governance_reviews as rules

from .governance_reviews import known_of, lacks_of, movement_of

STATE_COLOURS = {"to-answer": "orange", "answered": "blue", "signed-off": "green"}
RATING_COLOURS = {"high": "green", "moderate": "blue", "limited": "yellow", "none": "red"}
JUDGED_COLOURS = {"strong": "green", "adequate": "blue", "weak": "red", "": "grey"}


@dataclass(frozen=True, slots=True)
class Area:
    """One area: how it is judged, what shows it, and what the register knows."""

    title: str
    words: str
    colour: str
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


def review_page(review: Any, *, on: date) -> ReviewPage:
    """Return what a review's page shows; the review is read `with_before`.

    What the register knows is today's until the signature, and stays as it was from then on.
    """
    signed = review.state == rules.SIGNED_OFF
    known = (
        {area: getattr(review, f"{area}_known").splitlines() for area in rules.AREAS}
        if signed
        else known_of(review.partnership, on=on)
    )
    areas = [
        Area(
            title,
            getattr(review, f"get_{area}_display")() or "Not judged",
            JUDGED_COLOURS[getattr(review, area)],
            getattr(review, f"{area}_evidence"),
            known[area],
        )
        for area, title in rules.AREAS.items()
    ]
    return ReviewPage(
        STATE_COLOURS[review.state],
        _rows(review),
        areas,
        list(review.remedial_actions.select_related("owner")),
        review.signed_off_on if signed else on,
        None if signed else rules.refusal_to_sign_off(state=review.state, lacks=lacks_of(review)),
    )


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
