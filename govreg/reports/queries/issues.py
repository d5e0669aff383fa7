"""Which versions of a review's reports were issued?"""

from typing import Any

from govreg.core.outbox.models import LongWork
from govreg.reports.models import ReportIssue
from reviews.models import Review


def issues_of(review: Review) -> list[ReportIssue]:
    """Return every issued version, the newest first, without the frozen documents."""
    rows = ReportIssue.objects.filter(review=review).select_related("issued_by", "file")
    return list(rows.defer("document").order_by("-issued_at", "-pk"))


def key_of(review: Review, kind: str = "") -> str:
    """Return how the keys of what was asked for begin: for a review, or for one kind of report."""
    return f"report:{review.pk}:{kind}:" if kind else f"report:{review.pk}:"


def asked_for(review: Review, kind: str = "") -> Any:
    """Return the long work that was asked for: versions of the review's reports, or of one kind."""
    return LongWork.objects.filter(key__startswith=key_of(review, kind))


def under_way(review: Review) -> list[LongWork]:
    """Return the versions that are being made, the first asked for first."""
    return list(asked_for(review).waiting().select_related("asked_by").order_by("pk"))


def latest_number(review: Review, kind: str) -> int:
    """Return the number of the last version of one kind of report; nought before the first."""
    numbers = ReportIssue.objects.filter(review=review, kind=kind).order_by("-number")
    return numbers.values_list("number", flat=True).first() or 0
