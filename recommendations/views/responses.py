"""How is a recommendation answered, and the answer approved or given again?"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.conflict import conflict_page
from govreg.core.editing.reasons import OptionalReasonForm
from govreg.core.editing.saving import attempt
from govreg.core.editing.versions import StaleVersion
from govreg.core.ui.pages import confirm_page, form_page
from recommendations.forms.responses import (
    ChangeResponseForm,
    NewResponseForm,
    ReplaceResponseForm,
)
from recommendations.forms.subjects import records_of
from recommendations.models import Recommendation, Response
from recommendations.rules.responses import (
    refusal_to_approve,
    refusal_to_change,
    refusal_to_respond,
)
from recommendations.services import responses as services
from reviews.queries.standing import may

from .loading import load_recommendation, load_response, require, trail_of


@access(Permission.WRITE_RESPONSES)
def respond(request: HttpRequest, reference: str, number: str) -> HttpResponse:
    """Write a body's response to a recommendation."""
    thing = load_recommendation(request, reference, number)
    _require_respond(request, thing)
    form = NewResponseForm(
        request.POST or None, recommendation=thing, cancel_url=thing.get_absolute_url()
    )
    if request.method == "POST" and form.is_valid():
        values = form.values()
        subjects = values.pop("subjects")
        made = attempt(
            form,
            lambda: services.write_response(
                recommendation=thing, values=values, subjects=subjects, by=request.user
            ),
        )
        if made:
            messages.success(request, "The response was saved. It waits for approval.")
            return redirect(thing)
    return form_page(
        request,
        form,
        title=f"Respond to recommendation {thing.number}",
        breadcrumbs=trail_of(thing, "Respond"),
        intro=thing.wording,
    )


@access(Permission.WRITE_RESPONSES)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a response that is not approved yet."""
    response = load_response(request, pk)
    _require_respond(request, response.recommendation)
    require(
        refusal_to_change(
            approved=response.approved_on is not None, replaced=response.replaced_by_id is not None
        )
    )
    form = ChangeResponseForm(
        request.POST or None,
        record=response,
        initial=_values_of(response),
        cancel_url=response.recommendation.get_absolute_url(),
    )
    title = "Change the response"
    if request.method == "POST" and form.is_valid():
        values = form.values()
        subjects = values.pop("subjects")
        try:
            made = attempt(
                form,
                lambda: services.change_response(
                    response=response,
                    version=form.version,
                    values=values,
                    subjects=subjects,
                    by=request.user,
                ),
            )
        except StaleVersion as stale:
            saved = _values_of(stale.current)  # type: ignore[arg-type]
            return conflict_page(request, form, stale, saved=saved, title=title)
        if made:
            messages.success(request, "The response was saved.")
            return redirect(made.recommendation)
    return form_page(request, form, title=title, breadcrumbs=trail_of(response, "Change"))


@access(Permission.WRITE_RESPONSES)
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a new response in the place of an approved one."""
    response = load_response(request, pk)
    _require_respond(request, response.recommendation)
    form = ReplaceResponseForm(
        request.POST or None,
        recommendation=response.recommendation,
        initial=_values_of(response),
        cancel_url=response.recommendation.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.values()
        subjects, reason = values.pop("subjects"), values.pop("reason")
        made = attempt(
            form,
            lambda: services.replace_response(
                response=response,
                values=values,
                subjects=subjects,
                by=request.user,
                reason=reason,
            ),
        )
        if made:
            messages.success(
                request, "The new response was saved. It waits for approval; the old one is kept."
            )
            return redirect(made.recommendation)
    return form_page(
        request,
        form,
        title="Give a new response",
        breadcrumbs=trail_of(response, "New response"),
        intro="The approved response stays on record; this one takes its place.",
    )


@access(Permission.APPROVE_RESPONSES)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve a response."""
    response = load_response(request, pk)
    review = response.recommendation.review
    require(
        refusal_to_approve(
            approved=response.approved_on is not None,
            replaced=response.replaced_by_id is not None,
            may_approve=may(request.user, Permission.APPROVE_RESPONSES, review),
        )
    )
    return _confirmed(
        request,
        response,
        title="Approve the response",
        will_happen=[
            "The response stands as management’s answer from today.",
            "It can no longer be changed; a later response can take its place.",
        ],
        label="Approve",
        done="The response was approved.",
        verb=lambda reason: services.approve_response(
            response=response, on=clock.today(), by=request.user, reason=reason
        ),
    )


def _confirmed(
    request: HttpRequest,
    response: Response,
    *,
    title: str,
    will_happen: list[str],
    label: str,
    done: str,
    verb: Callable[[str], Any],
) -> HttpResponse:
    form = OptionalReasonForm(request.POST or None)
    recommendation = response.recommendation
    if request.method == "POST" and form.is_valid():
        reason = form.values()["reason"]
        if attempt(form, lambda: verb(reason)):
            messages.success(request, done)
            return redirect(recommendation)
    return confirm_page(
        request,
        title=title,
        will_happen=will_happen,
        confirm_label=label,
        cancel_url=recommendation.get_absolute_url(),
        form=form,
        breadcrumbs=trail_of(response, label),
    )


def _require_respond(request: HttpRequest, thing: Recommendation) -> None:
    require(
        refusal_to_respond(
            review_status=thing.review.status,
            recommendation_ended=bool(thing.ended_as),
            may_respond=may(request.user, Permission.WRITE_RESPONSES, thing.review),
        )
    )


def _values_of(response: Response) -> dict[str, Any]:
    return {
        "in_respect_of": response.in_respect_of,
        "subjects": records_of(response.subjects.select_related("partnership", "body")),
        "decision": response.decision,
        "text": response.text,
    }
