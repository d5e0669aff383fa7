"""How are reviews listed, read, begun, described and discussed?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import OptionalReasonForm
from govreg.core.refusals import Refused
from govreg.core.ui.lists import list_response
from reviews.forms.reviews import (
    ChangeReviewForm,
    ContactForm,
    NewReviewForm,
    contact_values,
    values_of,
)
from reviews.lists.reviews import ReviewList
from reviews.models import Review, ReviewContact
from reviews.queries.outline import outline
from reviews.queries.standing import may_begin, may_write
from reviews.rules.progression import refusal_to_discuss
from reviews.services import reviews as services

from .loading import is_writable, load_review, load_to_write, trail_of


@access(Permission.VIEW_ISSUED_REVIEWS)
@require_safe
def reviews(request: HttpRequest) -> HttpResponseBase:
    """List every review that the reader may see."""
    rows = Review.objects.visible_to(request.user).select_related("auditor")
    return list_response(
        request,
        ReviewList,
        rows,
        title="Reviews",
        breadcrumbs=[("Home", "/"), ("Reviews", None)],
        template="reviews/reviews/list.html",
        extra={"may_begin": may_begin(request.user)},
    )


@access(Permission.VIEW_ISSUED_REVIEWS)
@require_safe
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a review: its particulars, its outline, and what other registers add."""
    thing = load_review(request, reference)
    points = list(thing.points.all())
    context = {
        "title": thing.title,
        "caption": f"{thing.get_kind_display()}, {thing.reference}",
        "breadcrumbs": trail_of(thing),
        "review": thing,
        "outline": outline(thing),
        "partnerships": [link.partnership for link in thing.concerns.select_related("partnership")],
        "priorities": thing.priorities.all(),
        "contacts": thing.contacts.all(),
        "findings": [p for p in points if p.kind == "finding"],
        "learning": [p for p in points if p.kind == "learning"],
        "errata": thing.errata.all(),
        "writable": is_writable(request.user, thing),
        "may_discuss": refusal_to_discuss(
            status=thing.status, may_write=may_write(request.user, thing)
        )
        is None,
    }
    return render(request, "reviews/reviews/page.html", context)


@access(Permission.WRITE_REVIEWS)
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a review as a draft."""
    form = NewReviewForm(
        request.POST or None, user=request.user, cancel_url=reverse("reviews:list")
    )
    return edit_page(
        request,
        form,
        save=lambda: services.begin_review(by=request.user, **_parts(form)),
        done=lambda _made: "The review was begun. Add its first section.",
        title="Begin a review",
        breadcrumbs=[("Home", "/"), ("Reviews", "/reviews/"), ("Begin a review", None)],
    )


@access(Permission.WRITE_REVIEWS)
def change(request: HttpRequest, reference: str) -> HttpResponse:
    """Change a review's particulars while it is not issued."""
    thing = load_to_write(request, reference)
    form = ChangeReviewForm(
        request.POST or None,
        record=thing,
        user=request.user,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.describe_review(
            review=thing, version=form.version, by=request.user, **_parts(form)
        ),
        done=lambda _made: "The particulars were saved.",
        values_of=values_of,
        title="Change the particulars",
        breadcrumbs=trail_of(thing, "Particulars"),
    )


def _parts(form: Any) -> dict[str, Any]:
    """Return what a form holds as the service takes it."""
    values = form.values()
    apart = [name for name in ("reference", "scale", "partnerships") if name in values]
    return {**{name: values.pop(name) for name in apart}, "values": values}


@access(Permission.WRITE_REVIEWS)
def contact(request: HttpRequest, reference: str, step: int) -> HttpResponse:
    """Write one of the three steps of the complaints route."""
    thing = load_to_write(request, reference)
    if step not in {1, 2, 3}:
        raise Http404
    present = thing.contacts.filter(step=step).first() or ReviewContact(review=thing, step=step)
    form = ContactForm(
        request.POST or None,
        record=present,
        initial=contact_values(present),
        cancel_url=thing.get_absolute_url(),
    )
    title = f"Complaints route, step {step} of 3"
    return edit_page(
        request,
        form,
        save=lambda: services.set_contact(
            review=thing, step=step, values=form.values(), by=request.user, version=form.version
        ),
        done=lambda _made: f"Step {step} of the complaints route was saved.",
        to=thing.get_absolute_url(),
        values_of=contact_values,
        title=title,
        breadcrumbs=trail_of(thing, title),
    )


@access(Permission.WRITE_REVIEWS)
def discuss(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the draft was discussed with officers."""
    thing = load_review(request, reference)
    refusal = refusal_to_discuss(status=thing.status, may_write=may_write(request.user, thing))
    if refusal:
        raise Refused(refusal)
    form = OptionalReasonForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.discuss_review(
            review=thing, on=clock.today(), by=request.user, **form.values()
        ),
        done="The review is open for responses.",
        to=thing.get_absolute_url(),
        title="The draft was discussed with officers",
        will_happen=[
            "Officers of the partnerships reviewed can read the draft from now on.",
            "They can write management responses and agree actions.",
            "You can still change the text, until the review is issued.",
        ],
        confirm_label="It was discussed",
        breadcrumbs=trail_of(thing, "Discussed"),
    )
