"""How is a recommendation answered, and the answer approved or given again?"""

from typing import Any

from django.http import HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from recommendations.forms.responses import (
    ApproveForm,
    ChangeResponseForm,
    NewResponseForm,
    ReplaceResponseForm,
)
from recommendations.forms.subjects import records_of
from recommendations.models import Recommendation, Response
from recommendations.queries.standing import may
from recommendations.rules.responses import (
    refusal_to_approve,
    refusal_to_change,
    refusal_to_respond,
)
from recommendations.services import responses as services

from .loading import load_recommendation, load_response, require, trail_of


@access(Permission.WRITE_RESPONSES)
def respond(request: HttpRequest, reference: str, number: str) -> HttpResponse:
    """Write a body's response to a recommendation."""
    thing = load_recommendation(request, reference, number)
    _require_respond(request, thing)
    form = NewResponseForm(
        request.POST or None, recommendation=thing, cancel_url=thing.get_absolute_url()
    )
    return edit_page(
        request,
        form,
        save=lambda: services.write_response(recommendation=thing, by=request.user, **_parts(form)),
        done=lambda _made: "The response was saved. It waits for approval.",
        to=thing.get_absolute_url(),
        title=f"Respond to recommendation {thing.number}",
        breadcrumbs=trail_of(thing, "Respond"),
        intro=thing.wording,
    )


@access(Permission.WRITE_RESPONSES)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a response that is not approved yet."""
    response = load_response(request, pk)
    recommendation = response.recommendation
    _require_respond(request, recommendation)
    require(
        refusal_to_change(
            approved=response.approved_on is not None, replaced=response.replaced_by_id is not None
        )
    )
    form = ChangeResponseForm(
        request.POST or None,
        record=response,
        initial=_values_of(response),
        cancel_url=recommendation.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.change_response(
            response=response, version=form.version, by=request.user, **_parts(form)
        ),
        done=lambda _made: "The response was saved.",
        to=recommendation.get_absolute_url(),
        values_of=_values_of,
        title="Change the response",
        breadcrumbs=trail_of(response, "Change"),
    )


@access(Permission.WRITE_RESPONSES)
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a new response in the place of an approved one."""
    response = load_response(request, pk)
    recommendation = response.recommendation
    _require_respond(request, recommendation)
    form = ReplaceResponseForm(
        request.POST or None,
        recommendation=recommendation,
        initial=_values_of(response),
        cancel_url=recommendation.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.replace_response(response=response, by=request.user, **_parts(form)),
        done=lambda _made: "The new response waits for approval. The earlier one is kept.",
        to=recommendation.get_absolute_url(),
        title="Give a new response",
        breadcrumbs=trail_of(response, "New response"),
        intro="The approved response stays on record; this one takes its place.",
    )


@access(Permission.APPROVE_RESPONSES)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve a response."""
    response = load_response(request, pk)
    recommendation = response.recommendation
    require(
        refusal_to_approve(
            approved=response.approved_on is not None,
            replaced=response.replaced_by_id is not None,
            may_approve=may(request.user, Permission.APPROVE_RESPONSES, recommendation),
        )
    )
    form = ApproveForm(request.POST or None, record=response)
    return final_step_page(
        request,
        form,
        save=lambda: services.approve_response(
            response=response,
            version=form.version,
            on=clock.today(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done="The response was approved.",
        to=recommendation.get_absolute_url(),
        title="Approve the response",
        will_happen=[
            "The response stands as management’s answer from today.",
            "It can no longer be changed; a later response can take its place.",
        ],
        confirm_label="Approve",
        breadcrumbs=trail_of(response, "Approve"),
        template="recommendations/responses/approve.html",
        response=response,
    )


def _parts(form: Any) -> dict[str, Any]:
    """Return what a form holds as the service takes it."""
    values = form.values()
    parts = {"subjects": values.pop("subjects")}
    if "reason" in values:
        parts["reason"] = values.pop("reason")
    return {"values": values, **parts}


def _require_respond(request: HttpRequest, thing: Recommendation) -> None:
    require(
        refusal_to_respond(
            review_status=thing.review.status,
            recommendation_ended=bool(thing.ended_as),
            may_respond=may(request.user, Permission.WRITE_RESPONSES, thing),
        )
    )


def _values_of(response: Response) -> dict[str, Any]:
    return {
        "in_respect_of": response.in_respect_of,
        "subjects": records_of(response.subjects.select_related("partnership", "body")),
        "decision": response.decision,
        "text": response.text,
    }
