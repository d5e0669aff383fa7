"""How does a person see what differs between two issued versions?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core.access import access
from govreg.reports.documents.document import NAMES
from govreg.reports.documents.freezing import from_json
from govreg.reports.models import ReportIssue
from govreg.reports.queries.comparison import differences

from .loading import LARGEST_NUMBER, READERS, load_review, trail_of


@access(*READERS)
@require_safe
def compare(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Show what changed between two versions; without a choice, the last two."""
    review = load_review(request, reference)
    issues = list(ReportIssue.objects.filter(review=review, kind=kind).order_by("number"))
    by_number = {issue.number: issue for issue in issues}
    numbers = list(by_number)
    before = by_number.get(_number(request, "from", numbers[-2] if len(numbers) > 1 else 0))
    after = by_number.get(_number(request, "to", numbers[-1] if numbers else 0))
    context: dict[str, Any] = {
        "title": "Compare two versions",
        "caption": f"{NAMES[kind]}, {review.title}",
        "breadcrumbs": trail_of(review, "Compare two versions"),
        "issues": issues,
        "before": before,
        "after": after,
        "differences": None,
    }
    if before and after:
        context["differences"] = differences(from_json(before.document), from_json(after.document))
    return render(request, "reports/screen/compare.html", context)


def _number(request: HttpRequest, name: str, otherwise: int) -> int:
    typed = request.GET.get(name, "")
    if not typed:
        return otherwise
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= 5
    return int(typed) if is_number and int(typed) <= LARGEST_NUMBER else 0
