"""How does a view load a review or an issued version that its reader may see?"""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from govreg.core.access import Permission
from govreg.reports.models import ReportIssue
from reviews.models import Review

#: Opens the pages; which reviews are on them is decided where the review is loaded.
READERS = (
    Permission.VIEW_ISSUED_REVIEWS,
    Permission.VIEW_DISCUSSED_REVIEWS,
    Permission.WRITE_REVIEWS,
)
LARGEST_NUMBER = 32767
Trail = list[tuple[str, str | None]]


def load_review(request: HttpRequest, reference: str) -> Review:
    """Return a review that the reader may see; anything else is a 404."""
    found: Review = get_object_or_404(
        Review.objects.visible_to(request.user).select_related("auditor", "client"),
        reference=reference,
    )
    return found


def load_issue(request: HttpRequest, reference: str, kind: str, number: int) -> ReportIssue:
    """Return an issued version of a report that the reader may see; anything else is a 404."""
    if number > LARGEST_NUMBER:
        raise Http404("No report has so many versions.")
    found: ReportIssue = get_object_or_404(
        ReportIssue.objects.visible_to(request.user).select_related("review", "issued_by", "file"),
        review__reference=reference,
        kind=kind,
        number=number,
    )
    return found


def trail_of(review: Review, *last: str) -> Trail:
    """Return the breadcrumbs that lead to a page about a review's reports."""
    trail: Trail = [("Home", "/"), (review.title, review.get_absolute_url())]
    if last:
        trail.append(("Reports", reverse("reports:issues", args=[review.reference])))
        trail += [(label, None) for label in last]
    else:
        trail.append(("Reports", None))
    return trail
