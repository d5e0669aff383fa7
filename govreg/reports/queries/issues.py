"""Which versions of a review's reports were issued?"""

from govreg.reports.models import ReportIssue
from reviews.models import Review


def issues_of(review: Review) -> list[ReportIssue]:
    """Return every issued version, the newest first, without the frozen documents."""
    rows = ReportIssue.objects.filter(review=review).select_related("issued_by", "file")
    return list(rows.defer("document").order_by("-issued_at", "-pk"))


def latest_number(review: Review, kind: str) -> int:
    """Return the number of the last version of one kind of report; nought before the first."""
    numbers = ReportIssue.objects.filter(review=review, kind=kind).order_by("-number")
    return numbers.values_list("number", flat=True).first() or 0
