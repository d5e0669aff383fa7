"""How are extensions asked for, listed, read, endorsed, decided and withdrawn?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock, timescales
from govreg.core.access import Permission, access
from govreg.core.editing.forms import VersionedForm
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.ui.lists import list_response
from recommendations.forms.extension_decisions import DecisionForm, values_of
from recommendations.forms.extensions import AnswerForm, AskForm, answer_of
from recommendations.lists.extensions import ExtensionList
from recommendations.models import ExtensionRequest
from recommendations.queries.extensions import (
    asked_facts,
    bodies_that_may_decide,
    committee_decides,
    for_list,
    timetable_of,
    to_endorse,
)
from recommendations.rules.extensions import (
    Asked,
    refusal_to_ask,
    refusal_to_decide,
    refusal_to_endorse,
    refusal_to_withdraw,
)
from recommendations.services import extensions as services

from .loading import facts_of, load_action, require, trail_of
from .steps import steps_for_extension

TITLE = "Requests for extensions"


@access.signed_in
@require_safe
def extensions(request: HttpRequest) -> HttpResponseBase:
    """List the requests for extensions of the actions that the reader may see."""
    rows = for_list(ExtensionRequest.objects.visible_to(request.user))
    return _listed(request, rows, TITLE)


@access(Permission.APPROVE_RESPONSES)
@require_safe
def waiting(request: HttpRequest) -> HttpResponseBase:
    """List the requests that wait for a senior officer."""
    return _listed(request, to_endorse(request.user), "Extensions to endorse")


def _listed(request: HttpRequest, rows: Any, title: str) -> HttpResponseBase:
    trail = [("Home", "/"), (title, None)]
    return list_response(
        request,
        ExtensionList,
        rows,
        title=title,
        breadcrumbs=trail,
        template="recommendations/extensions/list.html",
        extra={"recording": _records(request)},
    )


def _records(request: HttpRequest) -> bool:
    user: Any = request.user
    return bool(user.may_somewhere(Permission.RECORD_DECISIONS))


@access.signed_in
@require_safe
def extension(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one request with who asked, who endorsed and what was decided."""
    thing = load_extension(request, pk)
    context = {
        "title": str(thing),
        "caption": thing.action.title,
        "breadcrumbs": trail_of(thing.action, "Extension"),
        "extension": thing,
        "steps": steps_for_extension(thing, facts_asked(request, thing)),
    }
    return render(request, "recommendations/extensions/page.html", context)


@access.signed_in
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a later due date of an action."""
    action = load_action(request, pk)
    today = clock.today()
    require(refusal_to_ask(facts_of(request, action), timetable_of(action, on=today)))
    form = AskForm(
        request.POST or None, due_date=action.due_date, cancel_url=action.get_absolute_url()
    )
    printed = str(form["timescale"].value() or "")
    decides = "a committee decides" if committee_decides(on=today) else "that grants it"
    return edit_page(
        request,
        form,
        save=lambda: services.ask_for_extension(
            action=action,
            printed=form.cleaned_data["timescale"],
            reason=form.cleaned_data["reason"],
            on=today,
            by=request.user,
        ),
        done=lambda _made: "The extension was asked for. A senior officer will answer it.",
        to=action.get_absolute_url(),
        title="Ask for an extension",
        caption=action.title,
        breadcrumbs=trail_of(action, "Ask for an extension"),
        intro=f"A senior officer endorses or declines the request; then {decides}. Until then the "
        "action keeps the date that it has.",
        template="recommendations/extensions/ask.html",
        action=action,
        understood=timescales.understand(printed).in_words() if printed else "",
    )


@access(Permission.APPROVE_RESPONSES)
def endorse(request: HttpRequest, pk: int) -> HttpResponse:
    """Endorse a request, or decline it with a reason."""
    thing = load_extension(request, pk)
    facts = facts_asked(request, thing)
    require(refusal_to_endorse(facts))
    form = AnswerForm(request.POST or None, record=thing, cancel_url=thing.get_absolute_url())
    then = "the committee decides" if facts.committee_decides else "the extension is granted"
    return edit_page(
        request,
        form,
        save=lambda: _answered(request, thing, form),
        done=lambda made: ANSWERED[ExtensionRequest.State(made.state)],
        to=thing.action.get_absolute_url(),
        values_of=answer_of,
        title="Answer a request for an extension",
        caption=thing.action.title,
        breadcrumbs=_trail(thing, "Answer"),
        intro=f"Once you endorse it, {then}.",
        template="recommendations/extensions/answer.html",
        extension=thing,
    )


ANSWERED = {
    ExtensionRequest.State.ENDORSED: "The request was endorsed. A committee decides it.",
    ExtensionRequest.State.GRANTED: "The request was endorsed, and the extension is granted.",
    ExtensionRequest.State.DECLINED: "The request was declined.",
}


def _answered(request: HttpRequest, thing: ExtensionRequest, form: AnswerForm) -> ExtensionRequest:
    verb = services.endorse_extension if form.is_endorsed else services.decline_extension
    return verb(
        request=thing,
        version=form.version,
        said=form.cleaned_data["said"],
        on=clock.today(),
        by=request.user,
    )


@access(Permission.RECORD_DECISIONS)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what a committee decided of one request."""
    thing = load_extension(request, pk)
    require(refusal_to_decide(facts_asked(request, thing)))
    form = DecisionForm(
        request.POST or None,
        record=thing,
        bodies=bodies_that_may_decide([thing.action], user=request.user),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.record_decisions(
            decisions=[form.decision_made()],
            sitting=form.sitting(),
            on=clock.today(),
            by=request.user,
        )[0],
        done=lambda made: (
            "The extension was granted, and the action has its new due date."
            if made.state == ExtensionRequest.State.GRANTED
            else "The refusal was recorded. The action keeps its due date."
        ),
        to=thing.action.get_absolute_url(),
        values_of=values_of,
        title="Record the committee’s decision",
        caption=thing.action.title,
        breadcrumbs=_trail(thing, "Decision"),
        template="recommendations/extensions/answer.html",
        extension=thing,
    )


@access.signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own request back."""
    thing = load_extension(request, pk)
    require(refusal_to_withdraw(facts_asked(request, thing)))
    form = VersionedForm(request.POST or None, record=thing)
    return final_step_page(
        request,
        form,
        save=lambda: services.withdraw_extension(
            request=thing, version=form.version, on=clock.today(), by=request.user
        ),
        done="Your request was withdrawn.",
        to=thing.action.get_absolute_url(),
        title="Withdraw your request",
        caption=thing.action.title,
        will_happen=[
            "The action keeps its due date.",
            "That you asked stays on record. You may ask for another extension.",
        ],
        confirm_label="Withdraw the request",
        breadcrumbs=_trail(thing, "Withdraw"),
    )


def load_extension(request: HttpRequest, pk: int) -> ExtensionRequest:
    """Return a request of an action that the reader may see; anything else is a 404."""
    visible = for_list(ExtensionRequest.objects.visible_to(request.user))
    found: ExtensionRequest = get_object_or_404(visible, pk=pk)
    return found


def facts_asked(request: HttpRequest, thing: ExtensionRequest) -> Asked:
    """Return the facts on which the rules about a request decide for the reader today."""
    return asked_facts([thing], user=request.user, on=clock.today())[0]


def _trail(thing: ExtensionRequest, last: str) -> Any:
    trail = trail_of(thing.action)
    own = reverse("recommendations:extension", args=[thing.pk])
    return [*trail, ("Extension", own), (last, None)]
