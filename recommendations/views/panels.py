"""What does this register show on the pages of the registers below it?"""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from recommendations.lists.recommendations import progress_in_list, with_figures
from recommendations.models import Recommendation
from recommendations.queries.digest_people import choice_of
from recommendations.queries.marks import stray_marks
from recommendations.queries.progress import open_numbers
from recommendations.rules.bringing_in import refusal_to_bring_in
from reviews.models import Review, Section
from reviews.queries.standing import may_write
from reviews.rules.progression import refusal_to_close, refusal_to_issue
from reviews.rules.wording import refusal_to_write

from .steps import Step


def review_panel(request: HttpRequest, review: Review) -> SafeString:
    """Show a review's recommendations, and the steps that end in issue and closing."""
    found = Recommendation.objects.filter(review=review)
    rows = with_figures(found, reader=request.user).order_by("position")
    context = {
        "rows": rows_told(rows),
        "steps": _review_steps(request, review),
        "review": review,
        "may_bring_in": refusal_to_bring_in(review, by=request.user) is None,
    }
    return render_to_string("recommendations/panels/review.html", context, request)


def section_panel(request: HttpRequest, section: Section) -> SafeString:
    """Show the recommendations that arise in a section."""
    found = Recommendation.objects.filter(section=section)
    rows = with_figures(found, reader=request.user).order_by("position")
    review = section.review
    writing = refusal_to_write(status=review.status, may_write=may_write(request.user, review))
    context = {"rows": rows_told(rows), "section": section, "writable": writing is None}
    return render_to_string("recommendations/panels/section.html", context, request)


def account_panel(request: HttpRequest, user: Any) -> SafeString:
    """Say on a person's own account page how often they are written to, and where to change it."""
    context = {"choice": choice_of(user)}
    return render_to_string("recommendations/panels/account.html", context, request)


def recommendation_arises_in(section: Section) -> bool:
    """Say whether a recommendation arises in a section."""
    return Recommendation.objects.filter(section=section).exists()


def rows_told(rows: Any) -> list[dict[str, Any]]:
    """Return recommendations, read with their figures, with how far each is."""
    return [{"recommendation": row, "progress": progress_in_list(row)} for row in rows]


def _review_steps(request: HttpRequest, review: Review) -> list[Step]:
    writes = may_write(request.user, review)
    if not writes:
        return []
    if not review.is_locked:
        refusal = refusal_to_issue(
            status=review.status,
            may_write=writes,
            recommendations=Recommendation.objects.filter(review=review).count(),
            sections=review.sections.count(),
            stray_marks=stray_marks(review),
        )
        add = reverse("recommendations:add", args=[review.reference])
        issue = reverse("recommendations:issue-review", args=[review.reference])
        return [Step("Add a recommendation", add), Step("Issue the review", issue, refusal)]
    steps = [Step("Errata", reverse("recommendations:errata", args=[review.reference]))]
    if review.status == Review.Status.ISSUED:
        refusal = refusal_to_close(
            status=review.status, may_write=writes, still_open=open_numbers(review)
        )
        close = reverse("recommendations:close-review", args=[review.reference])
        steps.append(Step("Close the review", close, refusal))
    return steps
