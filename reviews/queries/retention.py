"""Which reviews were closed so long ago that the schedule may have them go?"""

from datetime import date

from django.db.models import QuerySet

from govreg.core.council.retention import DueRecord
from reviews.models import Review


def reviews_closed_before(day: date) -> QuerySet[Review]:
    """Return those that were closed before a day, the earliest first."""
    closed = Review.objects.filter(status=Review.Status.CLOSED, closed_on__lt=day)
    return closed.order_by("closed_on", "pk")


def line_of(review: Review) -> DueRecord:
    """Return how a review is named in the list of what is due."""
    assert review.closed_on is not None
    return DueRecord(review.title, review.closed_on, review.get_absolute_url())
