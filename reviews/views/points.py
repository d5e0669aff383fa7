"""How are a review's findings, learning points, scope and approach kept in the browser?"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.editing.conflict import conflict_page
from govreg.core.editing.reasons import ConfirmForm
from govreg.core.editing.saving import attempt
from govreg.core.editing.versions import StaleVersion
from govreg.core.ui.pages import confirm_page, form_page
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
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: services.add_point(
                review=review, kind=kind, values=form.values(), by=request.user
            ),
        )
        if made:
            messages.success(request, "The point was added.")
            return redirect(_list_of(review, kind))
    context = {
        "title": LISTS[ReviewPoint.Kind(kind)],
        "caption": review.title,
        "breadcrumbs": trail_of(review, LISTS[ReviewPoint.Kind(kind)]),
        "review": review,
        "points": review.points.filter(kind=kind),
        "form": form,
    }
    return render(request, "reviews/points/list.html", context)


@access(Permission.WRITE_REVIEWS)
def write(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change a point."""
    review = load_to_write(request, reference)
    point = load_point(review, pk)
    back = _list_of(review, point.kind)
    form = WritePointForm(
        request.POST or None, record=point, initial=_values_of(point), cancel_url=back
    )
    title = "Change a point"
    if request.method == "POST" and form.is_valid():
        try:
            made = attempt(
                form,
                lambda: services.write_point(
                    point=point, version=form.version, values=form.values(), by=request.user
                ),
            )
        except StaleVersion as stale:
            saved = _values_of(stale.current)  # type: ignore[arg-type]
            return conflict_page(request, form, stale, saved=saved, title=title)
        if made:
            messages.success(request, "The point was saved.")
            return redirect(back)
    return form_page(request, form, title=title, breadcrumbs=trail_of(review, title))


@access(Permission.WRITE_REVIEWS)
def move(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Move a point up or down in its list."""
    review = load_to_write(request, reference)
    point = load_point(review, pk)
    back = _list_of(review, point.kind)
    form = MoveForm(
        request.POST or None, submit_label="Move", initial={"direction": "up"}, cancel_url=back
    )
    if request.method == "POST" and form.is_valid():
        up = form.values()["direction"] == "up"
        done = attempt(form, lambda: services.move_point(point=point, up=up, by=request.user))
        if done:
            messages.success(request, "The point was moved.")
            return redirect(back)
    return form_page(
        request, form, title="Move a point", intro=point.text, breadcrumbs=trail_of(review, "Move")
    )


@access(Permission.WRITE_REVIEWS)
def remove(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Remove a point, after asking."""
    review = load_to_write(request, reference)
    point = load_point(review, pk)
    back = _list_of(review, point.kind)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.remove_point(point=point, by=request.user)
        messages.success(request, "The point was removed.")
        return redirect(back)
    return confirm_page(
        request,
        title="Remove a point",
        will_happen=[f"This point is removed from the list: {point.text}"],
        confirm_label="Remove",
        cancel_url=back,
        form=form,
        serious=True,
        breadcrumbs=trail_of(review, "Remove a point"),
    )


def _list_of(review: Review, kind: str) -> str:
    return reverse("reviews:points", args=[review.reference, kind])


def _values_of(point: ReviewPoint) -> dict[str, Any]:
    return {"text": point.text, "section_references": point.section_references}
