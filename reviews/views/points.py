"""How are a review's findings, learning points, scope and approach kept in the browser?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ConfirmForm
from reviews.forms.sections import MoveForm, NewPointForm, WritePointForm
from reviews.models import Review, ReviewPoint
from reviews.services import points as services

from .loading import load_point, load_to_write, trail_of

LISTS = {
    ReviewPoint.Kind.SCOPE: "Scope",
    ReviewPoint.Kind.APPROACH: "Audit approach",
    ReviewPoint.Kind.FINDING: "Key findings",
    ReviewPoint.Kind.LEARNING: "Key learning points",
}


@access(Permission.WRITE_REVIEWS)
def points(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Show one list of a review, with a form for the next point."""
    review = load_to_write(request, reference)
    if kind not in LISTS:
        raise Http404
    form = NewPointForm(request.POST or None)
    title = LISTS[ReviewPoint.Kind(kind)]
    return edit_page(
        request,
        form,
        save=lambda: services.add_point(
            review=review, kind=kind, values=form.values(), by=request.user
        ),
        done=lambda _made: "The point was added.",
        to=_list_of(review, kind),
        title=title,
        caption=review.title,
        breadcrumbs=trail_of(review, title),
        template="reviews/points/list.html",
        review=review,
        points=review.points.filter(kind=kind),
    )


@access(Permission.WRITE_REVIEWS)
def write(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change a point."""
    review = load_to_write(request, reference)
    point = load_point(review, pk)
    back = _list_of(review, point.kind)
    form = WritePointForm(
        request.POST or None, record=point, initial=_values_of(point), cancel_url=back
    )
    return edit_page(
        request,
        form,
        save=lambda: services.write_point(
            point=point, version=form.version, values=form.values(), by=request.user
        ),
        done=lambda _made: "The point was saved.",
        to=back,
        values_of=_values_of,
        title="Change a point",
        breadcrumbs=trail_of(review, "Change a point"),
    )


@access(Permission.WRITE_REVIEWS)
def move(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Move a point up or down in its list."""
    review = load_to_write(request, reference)
    point = load_point(review, pk)
    back = _list_of(review, point.kind)
    form = MoveForm(
        request.POST or None, submit_label="Move", initial={"direction": "up"}, cancel_url=back
    )
    return edit_page(
        request,
        form,
        save=lambda: services.move_point(
            point=point, up=form.cleaned_data["direction"] == "up", by=request.user
        ),
        done=lambda _made: "The point was moved.",
        to=back,
        title="Move a point",
        intro=point.text,
        breadcrumbs=trail_of(review, "Move a point"),
    )


@access(Permission.WRITE_REVIEWS)
def remove(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Remove a point, after asking."""
    review = load_to_write(request, reference)
    point = load_point(review, pk)
    back = _list_of(review, point.kind)
    form = ConfirmForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.remove_point(point=point, by=request.user),
        done="The point was removed.",
        to=back,
        title="Remove a point",
        will_happen=[f"This point is removed from the list: {point.text}"],
        confirm_label="Remove",
        serious=True,
        breadcrumbs=trail_of(review, "Remove a point"),
    )


def _list_of(review: Review, kind: str) -> str:
    return reverse("reviews:points", args=[review.reference, kind])


def _values_of(point: ReviewPoint) -> dict[str, Any]:
    return {"text": point.text, "section_references": point.section_references}
