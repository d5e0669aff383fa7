"""Under which words are this register's records found?"""

from govreg.core.search import index
from reviews.models import Review


def enter_review(review: Review) -> None:
    """Enter a review with the text of its sections and points."""
    sections = [f"{s.title} {s.body}" for s in review.sections.all()]
    points = [point.text for point in review.points.all()]
    index.enter(
        review,
        title=review.title,
        words=[review.reference, review.running_title, review.objectives, *sections, *points],
    )
