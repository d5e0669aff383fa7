"""How does a view load a review or a part of it that its reader may see or write?"""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from govreg.core.refusals import Refused
from reviews.models import Review, ReviewPoint, Section
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write

Trail = list[tuple[str, str | None]]


def load_review(request: HttpRequest, reference: str) -> Review:
    """Return a review that the reader may see; anything else is a 404."""
    found: Review = get_object_or_404(
        Review.objects.visible_to(request.user).select_related("auditor", "client", "structure_of"),
        reference=reference,
    )
    return found


def load_to_write(request: HttpRequest, reference: str) -> Review:
    """Return a review that the reader may write now, or refuse in the rule's words."""
    review = load_review(request, reference)
    refusal = refusal_to_write(status=review.status, may_write=may_write(request.user, review))
    if refusal:
        raise Refused(refusal)
    return review


def load_section(review: Review, pk: int) -> Section:
    """Return a section of a review, or answer that there is none."""
    found: Section = get_object_or_404(review.sections.select_related("parent", "review"), pk=pk)
    return found


def load_point(review: Review, pk: int) -> ReviewPoint:
    """Return a point of a review, or answer that there is none."""
    found: ReviewPoint = get_object_or_404(review.points.select_related("review"), pk=pk)
    return found


def trail_of(review: Review, *last: str) -> Trail:
    """Return the breadcrumbs that lead to a review and what is below it."""
    trail: Trail = [
        ("Home", "/"),
        ("Reviews", "/reviews/"),
        (review.title, review.get_absolute_url() if last else None),
    ]
    return trail + [(label, None) for label in last]


def is_writable(user: Any, review: Review) -> bool:
    """Say whether a user may change the review's text now."""
    return refusal_to_write(status=review.status, may_write=may_write(user, review)) is None
