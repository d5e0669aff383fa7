"""How are reviews listed, read, begun, described and discussed?"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.conflict import conflict_page
from govreg.core.editing.reasons import OptionalReasonForm
from govreg.core.editing.saving import attempt
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refused
from govreg.core.ui.lists import list_response
from govreg.core.ui.pages import confirm_page, form_page
from reviews.forms.reviews import ChangeReviewForm, ContactForm, NewReviewForm, values_of
from reviews.lists.reviews import ReviewList
from reviews.models import Review
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
    form = NewReviewForm(request.POST or None, cancel_url="/reviews/")
    if request.method == "POST" and form.is_valid():
        values = form.values()
        reference, scale = values.pop("reference"), values.pop("scale")
        partnerships = values.pop("partnerships")
        made = attempt(
            form,
            lambda: services.begin_review(
                reference=reference,
                values=values,
                partnerships=partnerships,
                scale=scale,
                by=request.user,
            ),
        )
        if made:
            messages.success(request, "The review was begun. Add its first section.")
            return redirect(made)
    trail = [("Home", "/"), ("Reviews", "/reviews/"), ("Begin a review", None)]
    return form_page(request, form, title="Begin a review", breadcrumbs=trail)


@access(Permission.WRITE_REVIEWS)
def change(request: HttpRequest, reference: str) -> HttpResponse:
    """Change a review's particulars while it is not issued."""
    thing = load_to_write(request, reference)
    form = ChangeReviewForm(
        request.POST or None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )
    title = "Change the particulars"
    if request.method == "POST" and form.is_valid():
        values = form.values()
        partnerships = values.pop("partnerships")
        try:
            made = attempt(
                form,
                lambda: services.describe_review(
                    review=thing,
                    version=form.version,
                    values=values,
                    partnerships=partnerships,
                    by=request.user,
                ),
            )
        except StaleVersion as stale:
            saved = values_of(stale.current)  # type: ignore[arg-type]
            return conflict_page(request, form, stale, saved=saved, title=title)
        if made:
            messages.success(request, "The particulars were saved.")
            return redirect(made)
    return form_page(request, form, title=title, breadcrumbs=trail_of(thing, "Particulars"))


@access(Permission.WRITE_REVIEWS)
def contact(request: HttpRequest, reference: str, step: int) -> HttpResponse:
    """Write one of the three steps of the complaints route."""
    thing = load_to_write(request, reference)
    if step not in {1, 2, 3}:
        raise Http404
    present = thing.contacts.filter(step=step).first()
    names = ("post_title", "organisation_name", "details", "how")
    initial = {name: getattr(present, name) for name in names} if present else {}
    form = ContactForm(request.POST or None, initial=initial, cancel_url=thing.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: services.set_contact(
                review=thing, step=step, values=form.values(), by=request.user
            ),
        )
        if made:
            messages.success(request, f"Step {step} of the complaints route was saved.")
            return redirect(thing)
    title = f"Complaints route, step {step} of 3"
    return form_page(request, form, title=title, breadcrumbs=trail_of(thing, title))


@access(Permission.WRITE_REVIEWS)
def discuss(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the draft was discussed with officers."""
    thing = load_review(request, reference)
    refusal = refusal_to_discuss(status=thing.status, may_write=may_write(request.user, thing))
    if refusal:
        raise Refused(refusal)
    form = OptionalReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.values()["reason"]
        done = attempt(
            form,
            lambda: services.discuss_review(
                review=thing, on=clock.today(), by=request.user, reason=reason
            ),
        )
        if done:
            messages.success(request, "The review is open for responses.")
            return redirect(thing)
    return confirm_page(
        request,
        title="The draft was discussed with officers",
        will_happen=[
            "Officers of the partnerships reviewed can read the draft from now on.",
            "They can write management responses and agree actions.",
            "You can still change the text, until the review is issued.",
        ],
        confirm_label="It was discussed",
        cancel_url=thing.get_absolute_url(),
        form=form,
        breadcrumbs=trail_of(thing, "Discussed"),
    )
