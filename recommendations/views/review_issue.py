"""How is a review issued, corrected after issue, and closed?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import OptionalReasonForm
from recommendations.forms.recommendations import ErratumForm
from recommendations.models import Recommendation
from recommendations.queries.marks import stray_marks
from recommendations.queries.progress import open_numbers
from recommendations.queries.unanswered import unanswered
from recommendations.services import review_issue as services
from reviews.models import Review
from reviews.queries.standing import may_write
from reviews.rules.progression import refusal_to_close, refusal_to_issue
from reviews.rules.wording import refusal_of_erratum

from .loading import load_review, require


@access(Permission.WRITE_REVIEWS)
def issue(request: HttpRequest, reference: str) -> HttpResponse:
    """Issue a review: lock its wording and priorities."""
    review = load_review(request, reference)
    count = Recommendation.objects.filter(review=review).count()
    require(
        refusal_to_issue(
            status=review.status,
            may_write=may_write(request.user, review),
            recommendations=count,
            sections=review.sections.count(),
            stray_marks=stray_marks(review),
        )
    )
    form = OptionalReasonForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.issue_review(
            review=review, on=clock.today(), by=request.user, **form.values()
        ),
        done="The review is issued. Its wording is locked.",
        to=review.get_absolute_url(),
        title="Issue the review",
        will_happen=[
            f"The wording and priorities of {count} recommendation{'' if count == 1 else 's'} and "
            "of every section are locked.",
            "Those entitled to issued reviews can read it from now on.",
            "A mistake found later is put right by an erratum that says what changed.",
        ],
        confirm_label="Issue",
        serious=True,
        breadcrumbs=_trail(review, "Issue"),
        template="recommendations/review_issue/issue.html",
        unanswered=unanswered(review),
    )


@access(Permission.WRITE_REVIEWS)
def close(request: HttpRequest, reference: str) -> HttpResponse:
    """Close a review of which nothing is left to do."""
    review = load_review(request, reference)
    require(
        refusal_to_close(
            status=review.status,
            may_write=may_write(request.user, review),
            still_open=open_numbers(review),
        )
    )
    form = OptionalReasonForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.close_review(
            review=review, on=clock.today(), by=request.user, **form.values()
        ),
        done="The review is closed.",
        to=review.get_absolute_url(),
        title="Close the review",
        will_happen=["Every recommendation is finished. Nothing more is recorded under it."],
        confirm_label="Close",
        breadcrumbs=_trail(review, "Close"),
    )


@access(Permission.WRITE_REVIEWS)
@require_safe
def errata(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the editions of an issued review and what can be corrected in another one."""
    review = load_review(request, reference)
    _require_erratum(request, review)
    context = {
        "title": "Errata",
        "caption": review.title,
        "breadcrumbs": _trail(review, "Errata"),
        "review": review,
        "errata": review.errata.all(),
        "sections": review.sections.order_by("number"),
        "points": review.points.all(),
        "recommendations": Recommendation.objects.filter(review=review),
    }
    return render(request, "recommendations/review_issue/errata.html", context)


@access(Permission.WRITE_REVIEWS)
def erratum(request: HttpRequest, reference: str, kind: str, pk: int) -> HttpResponse:
    """Correct one text of an issued review, as a new edition that says what changed."""
    review = load_review(request, reference)
    _require_erratum(request, review)
    thing, label = _corrected(review, kind, pk)
    name = services.CORRECTED[type(thing)]
    form = ErratumForm(
        request.POST or None,
        record=thing,
        initial={"text": getattr(thing, name)},
        cancel_url=review.get_absolute_url(),
        submit_label="Issue the erratum",
    )
    return edit_page(
        request,
        form,
        save=lambda: services.issue_erratum(
            review=review,
            version=form.version,
            on=clock.today(),
            by=request.user,
            corrected=thing,
            **form.values(),
        ),
        done=lambda made: f"Edition {made.edition} was issued, with the correction.",
        to=review.get_absolute_url(),
        values_of=lambda current: {"text": getattr(current, name)},
        title=f"Correct {label}",
        caption=review.title,
        breadcrumbs=_trail(review, "Erratum"),
        intro="The correction is issued as a new edition at once. The earlier wording stays in the "
        "history and in every report issued before.",
    )


def _corrected(review: Review, kind: str, pk: int) -> tuple[Any, str]:
    """Return the section, recommendation or point that is corrected, and what it is called."""
    if kind == "section":
        section = get_object_or_404(review.sections, pk=pk)
        return section, f"section {section.number}"
    if kind == "recommendation":
        recommendation = get_object_or_404(Recommendation, review=review, pk=pk)
        return recommendation, f"recommendation {recommendation.number}"
    if kind == "point":
        point = get_object_or_404(review.points, pk=pk)
        return point, str(point).lower()
    raise Http404


def _require_erratum(request: HttpRequest, review: Review) -> None:
    writes = may_write(request.user, review)
    require(refusal_of_erratum(status=review.status, may_write=writes, what_changed="asked below"))


def _trail(review: Review, last: str) -> Any:
    return [("Home", "/"), (review.title, review.get_absolute_url()), (last, None)]
