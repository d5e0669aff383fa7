"""How is a long report written, one section at a time?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ConfirmForm
from govreg.core.ui import panels
from reviews.forms.sections import MoveForm, NewSectionForm, WriteSectionForm
from reviews.models import Review, Section
from reviews.queries.outline import in_order, outline
from reviews.queries.removal import is_in_use
from reviews.rules.markers import passages
from reviews.services import sections as services

from .loading import is_writable, load_review, load_section, load_to_write, trail_of


@access(Permission.VIEW_ISSUED_REVIEWS)
@require_safe
def section(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Read one section, with the outline at its side."""
    review = load_review(request, reference)
    thing = load_section(review, pk)
    context = {**_around(request, review, thing), "passages": passages(thing.body)}
    return render(request, "reviews/sections/page.html", context)


@access(Permission.WRITE_REVIEWS)
def write(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Write one section; a preview saves nothing."""
    review = load_to_write(request, reference)
    thing = load_section(review, pk)
    form = WriteSectionForm(
        request.POST or None,
        record=thing,
        initial=_values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )
    around = {**_around(request, review, thing), "title": f"Write section {thing.number}"}
    if request.method == "POST" and form.is_valid() and form.is_preview:
        preview = passages(form.cleaned_data["body"])
        context = {**around, "form": form, "preview": preview}
        return render(request, "reviews/sections/write.html", context)
    return edit_page(
        request,
        form,
        save=lambda: services.write_section(
            section=thing, version=form.version, values=form.values(), by=request.user
        ),
        done=lambda made: f"Section {made.number} was saved.",
        values_of=_values_of,
        template="reviews/sections/write.html",
        **around,
    )


@access(Permission.WRITE_REVIEWS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a section at the end of another one, or of the report."""
    review = load_to_write(request, reference)
    form = NewSectionForm(
        request.POST or None,
        initial={"parent": request.GET.get("inside")},
        cancel_url=review.get_absolute_url(),
    )
    form.fields["parent"].queryset = review.sections.order_by("number")  # type: ignore[attr-defined]

    def save() -> str:
        values = form.values()
        parent = values.pop("parent")
        made = services.add_section(review=review, parent=parent, values=values, by=request.user)
        return reverse("reviews:write-section", args=[reference, made.pk])

    return edit_page(
        request,
        form,
        save=save,
        done=lambda _made: "The section was added. Write its text.",
        title="Add a section",
        breadcrumbs=trail_of(review, "Add a section"),
        template="reviews/sections/write.html",
        review=review,
        outline=outline(review),
        writable=True,
    )


@access(Permission.WRITE_REVIEWS)
def move(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Move a section up or down among its neighbours."""
    review = load_to_write(request, reference)
    thing = load_section(review, pk)
    form = MoveForm(
        request.POST or None,
        submit_label="Move",
        initial={"direction": "up"},
        cancel_url=thing.get_absolute_url(),
    )
    around = {**_around(request, review, thing), "title": f"Move section {thing.number}"}
    return edit_page(
        request,
        form,
        save=lambda: services.move_section(
            section=thing, up=form.cleaned_data["direction"] == "up", by=request.user
        ),
        done=lambda made: f"“{made.title}” is now section {made.number}.",
        template="reviews/sections/write.html",
        **around,
    )


@access(Permission.WRITE_REVIEWS)
def remove(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Remove a section, after asking."""
    review = load_to_write(request, reference)
    thing = load_section(review, pk)
    form = ConfirmForm(request.POST or None)
    number = thing.number
    return final_step_page(
        request,
        form,
        save=lambda: services.remove_section(
            section=thing, by=request.user, in_use=is_in_use(thing)
        ),
        done=f"Section {number} was removed.",
        to=review.get_absolute_url(),
        cancel_url=thing.get_absolute_url(),
        title=f"Remove section {number}",
        will_happen=[
            f"“{thing.title}” and its text are removed from the report.",
            "The sections after it are numbered again.",
            "The history keeps its text.",
        ],
        confirm_label="Remove",
        serious=True,
        breadcrumbs=trail_of(review, "Remove a section"),
    )


def _around(request: HttpRequest, review: Review, thing: Section) -> dict[str, Any]:
    """Return what every page about a section shows: outline, neighbours and panels."""
    tree = outline(review)
    order = in_order(tree)
    place = next(i for i, other in enumerate(order) if other.pk == thing.pk)
    return {
        "title": f"{thing.number} {thing.title}",
        "breadcrumbs": trail_of(review, f"{thing.number} {thing.title}"),
        "review": review,
        "section": thing,
        "outline": tree,
        "previous": order[place - 1] if place else None,
        "next": order[place + 1] if place + 1 < len(order) else None,
        "writable": is_writable(request.user, review),
        "section_panels": panels.panels_for("section", request, thing),
    }


def _values_of(thing: Section) -> dict[str, Any]:
    return {"title": thing.title, "body": thing.body, "shows": thing.shows}
