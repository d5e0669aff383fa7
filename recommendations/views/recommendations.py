"""How are recommendations listed, read, made, changed and ended?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.lists import list_response
from recommendations.forms.recommendations import (
    ChangeRecommendationForm,
    EndingForm,
    NewRecommendationForm,
)
from recommendations.forms.subjects import records_of
from recommendations.lists.recommendations import RecommendationList
from recommendations.models import Recommendation
from recommendations.queries.page import recommendation_page
from recommendations.rules.endings import refusal_to_end
from recommendations.rules.placing import refusal_to_place
from recommendations.services import recommendations as services
from reviews.queries.standing import may_write
from reviews.rules.wording import refusal_to_write

from .loading import load_recommendation, load_review, require, trail_of
from .saved_filters import saved_beside
from .steps import steps_for_recommendation, steps_for_response


@access.signed_in
@require_safe
def tracker(request: HttpRequest) -> HttpResponseBase:
    """List every recommendation that the reader may see."""
    rows = Recommendation.objects.visible_to(request.user)
    trail = [("Home", "/"), ("Recommendations", None)]
    return list_response(
        request,
        RecommendationList,
        rows,
        title="Recommendations",
        breadcrumbs=trail,
        template="recommendations/recommendations/list.html",
        extra=saved_beside(request, "tracker"),
    )


@access.signed_in
@require_safe
def recommendation(request: HttpRequest, reference: str, number: str) -> HttpResponse:
    """Show a recommendation, its responses and its agreed actions."""
    thing = load_recommendation(request, reference, number)
    page = recommendation_page(thing, user=request.user, on=clock.today())
    for part in page.parts:
        part.steps = steps_for_response(request, part.response)
    context = {
        "title": f"Recommendation {thing.number}",
        "caption": thing.review.title,
        "breadcrumbs": [*trail_of(thing)[:-1], (f"Recommendation {thing.number}", None)],
        "page": page,
        "recommendation": thing,
        "may_see_review": type(thing.review)
        .objects.visible_to(request.user)
        .filter(pk=thing.review_id)
        .exists(),
        "steps": steps_for_recommendation(request, thing, answered=bool(page.parts)),
    }
    return render(request, "recommendations/recommendations/page.html", context)


@access(Permission.WRITE_REVIEWS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a recommendation to a review that is not issued."""
    review = load_review(request, reference)
    require(refusal_to_write(status=review.status, may_write=may_write(request.user, review)))
    require(refusal_to_place(sections=review.sections.count()))
    number = Recommendation.objects.filter(review=review).count() + 1
    form = NewRecommendationForm(
        request.POST or None,
        review=review,
        initial={"number": str(number), "section": request.GET.get("section")},
        cancel_url=review.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.add_recommendation(review=review, by=request.user, **_parts(form)),
        done=lambda made: f"Recommendation {made.number} was added.",
        title="Add a recommendation",
        breadcrumbs=[
            ("Home", "/"),
            (review.title, review.get_absolute_url()),
            ("Add a recommendation", None),
        ],
    )


@access(Permission.WRITE_REVIEWS)
def change(request: HttpRequest, reference: str, number: str) -> HttpResponse:
    """Change a recommendation of a review that is not issued."""
    thing = load_recommendation(request, reference, number)
    review = thing.review
    require(refusal_to_write(status=review.status, may_write=may_write(request.user, review)))
    form = ChangeRecommendationForm(
        request.POST or None,
        record=thing,
        initial=_values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.word_recommendation(
            recommendation=thing, version=form.version, by=request.user, **_parts(form)
        ),
        done=lambda made: f"Recommendation {made.number} was saved.",
        values_of=_values_of,
        title=f"Change recommendation {thing.number}",
        breadcrumbs=trail_of(thing, "Change"),
    )


@access(Permission.WRITE_REVIEWS)
def end(request: HttpRequest, reference: str, number: str) -> HttpResponse:
    """Supersede or withdraw a recommendation of an issued review."""
    thing = load_recommendation(request, reference, number)
    require(
        refusal_to_end(
            review_status=thing.review.status,
            already_ended=bool(thing.ended_as),
            may_write=may_write(request.user, thing.review),
        )
    )
    offered = Recommendation.objects.visible_to(request.user).issued().exclude(pk=thing.pk)
    form = EndingForm(
        request.POST or None,
        offered=offered.select_related("review"),
        cancel_url=thing.get_absolute_url(),
        submit_label="End the recommendation",
    )
    return edit_page(
        request,
        form,
        save=lambda: _end(request, thing, **form.values()),
        done=lambda made: f"Recommendation {made.number} was ended.",
        title=f"End recommendation {thing.number}",
        breadcrumbs=trail_of(thing, "End"),
        intro="Its agreed actions are then no longer followed up. The wording, the responses and "
        "everything recorded stay readable.",
    )


def _parts(form: Any) -> dict[str, Any]:
    """Return what a form holds as the service takes it."""
    values = form.values()
    subjects, references = values.pop("subjects"), values.pop("cross_references")
    return {"values": values, "subjects": subjects, "cross_references": references}


def _end(
    request: HttpRequest,
    thing: Recommendation,
    *,
    ending: str,
    successor: Recommendation | None,
    reason: str,
) -> Recommendation:
    today = clock.today()
    if ending == Recommendation.Ending.WITHDRAWN:
        return services.withdraw(recommendation=thing, on=today, by=request.user, reason=reason)
    return services.supersede(
        recommendation=thing, successor=successor, on=today, by=request.user, reason=reason
    )


def _values_of(thing: Recommendation) -> dict[str, object]:
    return {
        "number": thing.number,
        "wording": thing.wording,
        "priority": thing.priority,
        "section": thing.section,
        "addressee": thing.addressee,
        "subjects": records_of(thing.subjects.select_related("partnership", "body")),
        "cross_references": [row.to for row in thing.cross_references.select_related("to")],
    }
