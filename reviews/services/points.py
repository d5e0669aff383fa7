"""How are a review's scope items, findings and learning points kept?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from reviews.models import Review, ReviewPoint
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write

from .searching import enter_review

EDITABLE = ("text", "section_references")


def add_point(*, review: Review, kind: str, values: Mapping[str, Any], by: Any) -> ReviewPoint:
    """Add a point at the end of its list."""
    with change(verb="Added a point", by=by):
        review = _writable(review, by)
        place = review.points.filter(kind=kind).count() + 1
        point = ReviewPoint(review=review, kind=kind, position=place)
        put(point, values, allowed=EDITABLE)
        point.save()
        enter_review(review)
    return point


def write_point(
    *, point: ReviewPoint, version: int, values: Mapping[str, Any], by: Any
) -> ReviewPoint:
    """Change a point's text or section references."""
    with change(verb="Wrote a point", by=by):
        review = _writable(point.review, by)
        point = locked(ReviewPoint, point.pk, version=version)
        put(point, values, allowed=EDITABLE)
        point.save()
        enter_review(review)
    return point


def move_point(*, point: ReviewPoint, up: bool, by: Any) -> ReviewPoint:
    """Swap a point with its neighbour in the list."""
    with change(verb="Moved a point", by=by):
        review = _writable(point.review, by)
        points = list(review.points.filter(kind=point.kind))
        place = next(i for i, other in enumerate(points) if other.pk == point.pk)
        other = place - 1 if up else place + 1
        if not 0 <= other < len(points):
            raise Refused(Refusal("at-the-edge", "The point is already the first or the last."))
        points[place], points[other] = points[other], points[place]
        _place_again(points)
    return point


def remove_point(*, point: ReviewPoint, by: Any) -> None:
    """Remove a point; its text stays in the history."""
    with change(verb="Removed a point", by=by):
        review = _writable(point.review, by)
        kind = point.kind
        point.delete()
        _place_again(list(review.points.filter(kind=kind)))
        enter_review(review)


def _place_again(points: list[ReviewPoint]) -> None:
    for position, point in enumerate(points, start=1):
        if point.position != position:
            point.position = position
            point.save()


def _writable(review: Review, by: Any) -> Review:
    review = locked(Review, review.pk)
    enforce(refusal_to_write(status=review.status, may_write=may_write(by, review)))
    return review
