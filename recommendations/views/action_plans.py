"""How is a review's action plan taken out as a sheet, and one brought in?"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.refusals import Refusal, Refused
from govreg.core.transfer.plan import Plan
from partnerships.views.desks import Desk, look_through, send, take_in
from recommendations.rules.bringing_in import refusal_to_bring_in
from recommendations.sheets.action_plans import SHEET, ActionPlan
from reviews.models import Review
from reviews.queries.standing import may, may_write

from .loading import load_review, require

TITLE = "Action plan by spreadsheet"


def _desk(review: Review) -> Desk:
    here = reverse("recommendations:plan-sheet", args=[review.reference])
    return Desk(
        template="recommendations/sheets/upload.html",
        sheet=SHEET,
        place=f"review {review.pk}",
        title=TITLE,
        caption=review.title,
        breadcrumbs=[
            ("Home", "/"),
            ("Reviews", "/reviews/"),
            (review.title, review.get_absolute_url()),
            (TITLE, None),
        ],
        back=review.get_absolute_url(),
        upload=here,
        needs=("Number", "Section", "Priority", "Recommendation", "Management response"),
    )


def _discussed(request: HttpRequest, reference: str) -> Review:
    """Return a review for those who discuss it: its sheet holds answers not approved yet."""
    review = load_review(request, reference)
    if not (
        may(request.user, Permission.VIEW_DISCUSSED_REVIEWS, review)
        or may_write(request.user, review)
    ):
        raise Refused(
            Refusal(
                "not-discussed-with",
                "The sheet holds answers that may not be approved yet, so it is for those who "
                "discuss the review. Read the report instead.",
            )
        )
    return review


@access(Permission.WRITE_REVIEWS, Permission.WRITE_RESPONSES)
def plan_sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer the sheet of a review's action plan, and take one in."""
    review = _discussed(request, reference)
    require(refusal_to_bring_in(review, by=request.user))
    return take_in(
        request,
        _desk(review),
        leads_to=lambda pk: reverse("recommendations:plan-sheet-preview", args=[reference, pk]),
        review=review,
    )


@access(Permission.VIEW_DISCUSSED_REVIEWS)
@require_safe
def download(request: HttpRequest, reference: str, form: str) -> HttpResponseBase:
    """Send a review's action plan as a file."""
    review = _discussed(request, reference)
    return send(
        request, ActionPlan(review, by=request.user), form, f"{review.reference}-action-plan"
    )


@access(Permission.WRITE_REVIEWS, Permission.WRITE_RESPONSES)
def preview(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show what a sheet would add to a review, and add it."""
    review = _discussed(request, reference)
    require(refusal_to_bring_in(review, by=request.user))
    return look_through(
        request,
        pk,
        _desk(review),
        bind=lambda table: ActionPlan(review, by=request.user),
        done=_added,
    )


def _added(plan: Plan) -> str:
    lines = plan.counts["new"]
    said = "1 line was" if lines == 1 else f"{lines} lines were"
    return f"The action plan was brought in: {said} added."
