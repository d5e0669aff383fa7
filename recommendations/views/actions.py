"""How are agreed actions listed, read, agreed and changed?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core import clock, timescales
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.lists import list_response
from recommendations.forms.actions import ChangeActionForm, NewActionForm, values_of
from recommendations.forms.subjects import bodies_offered
from recommendations.lists.actions import AgreedActionList
from recommendations.models import Response
from recommendations.queries.ownership import owned_actions
from recommendations.queries.page import action_page
from recommendations.queries.standing import may
from recommendations.queries.window_rounds import asked_of
from recommendations.queries.worklist import awaiting_verification, followed_actions, for_lists
from recommendations.rules.responses import refusal_to_respond
from recommendations.services import actions as services

from .loading import facts_of, load_action, load_response, require, trail_of
from .saved_filters import saved_beside
from .steps import steps_for_action


@access.signed_in
@require_safe
def actions(request: HttpRequest) -> HttpResponseBase:
    """List every agreed action of issued reviews that the reader may see."""
    user: Any = request.user
    return _listed(
        request,
        followed_actions(user, on=clock.today()),
        "Agreed actions",
        may_hand_over=user.may_somewhere(Permission.WRITE_RESPONSES),
        may_fill_in=user.may_somewhere(Permission.RECORD_PROGRESS),
        may_decide=user.may_somewhere(Permission.RECORD_DECISIONS),
        **saved_beside(request, "actions"),
    )


@access.signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponseBase:
    """List the actions that the reader owns, the earliest due first, below what is asked now."""
    today = clock.today()
    own = owned_actions(request.user, on=today).filter(response__replaced_by__isnull=True)
    return list_response(
        request,
        AgreedActionList,
        for_lists(own, on=today),
        title="My actions",
        breadcrumbs=[("Home", "/"), ("My actions", None)],
        template="recommendations/actions/mine.html",
        extra={"asked": asked_of(request.user, on=today)},
    )


@access(Permission.VERIFY)
@require_safe
def waiting(request: HttpRequest) -> HttpResponseBase:
    """List the claimed actions that wait for the reader's verification."""
    rows = awaiting_verification(request.user, on=clock.today())
    return _listed(request, rows, "Awaiting verification")


def _listed(request: HttpRequest, rows: Any, title: str, **extra: Any) -> HttpResponseBase:
    trail = [("Home", "/"), (title, None)]
    return list_response(
        request,
        AgreedActionList,
        rows,
        title=title,
        breadcrumbs=trail,
        template="recommendations/actions/list.html",
        extra=extra,
    )


@access.signed_in
@require_safe
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an agreed action with its updates, claims and verifications."""
    thing = load_action(request, pk)
    page = action_page(thing, user=request.user, on=clock.today())
    facts = facts_of(request, thing)
    recommendation = thing.response.recommendation
    context = {
        "title": thing.title,
        "caption": f"Recommendation {recommendation.number}, {recommendation.review.title}",
        "breadcrumbs": [*trail_of(thing)[:-1], ("Agreed action", None)],
        "page": page,
        "recommendation": recommendation,
        "steps": steps_for_action(thing, facts, page.timetable),
        "owner": facts.owner,
        "may_change": may(request.user, Permission.WRITE_RESPONSES, recommendation),
    }
    return render(request, "recommendations/actions/page.html", context)


@access(Permission.WRITE_RESPONSES)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree an action under a response."""
    response = load_response(request, pk)
    _require_agree(request, response)
    form = NewActionForm(
        request.POST or None,
        bodies=bodies_offered(response.recommendation.review),
        cancel_url=response.recommendation.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.agree_action(response=response, by=request.user, **_parts(form)),
        done=lambda _made: f"The action was agreed. {form.understood().in_words()}.",
        title="Agree an action",
        breadcrumbs=trail_of(response, "Agree an action"),
        intro=response.text,
        template="recommendations/actions/form.html",
        understood=_understood(form),
    )


@access(Permission.WRITE_RESPONSES)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an agreed action."""
    thing = load_action(request, pk)
    _require_agree(request, thing.response)
    form = ChangeActionForm(
        request.POST or None,
        record=thing,
        bodies=bodies_offered(thing.response.recommendation.review),
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.change_action(
            action=thing,
            version=form.version,
            by=request.user,
            reason=form.cleaned_data["why"],
            **_parts(form),
        ),
        done=lambda _made: "The agreed action was saved.",
        values_of=values_of,
        title="Change the agreed action",
        breadcrumbs=trail_of(thing, "Change"),
        template="recommendations/actions/form.html",
        understood=_understood(form),
    )


def _parts(form: Any) -> dict[str, Any]:
    """Return what a form holds as the service takes it."""
    return {
        "text": form.cleaned_data["text"],
        "timescale": form.agreed_timescale(),
        "owners": form.owners(),
    }


def _understood(form: Any) -> str:
    """Say what the register understands of the timescale in the form so far."""
    printed = form["timescale"].value() or ""
    return timescales.understand(str(printed)).in_words() if printed else ""


def _require_agree(request: HttpRequest, response: Response) -> None:
    recommendation = response.recommendation
    require(
        refusal_to_respond(
            review_status=recommendation.review.status,
            recommendation_ended=bool(recommendation.ended_as),
            may_respond=may(request.user, Permission.WRITE_RESPONSES, recommendation),
        )
    )
