"""How are update windows listed, planned, read and changed?"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.ui.lists import list_response
from partnerships.models import Body
from recommendations.forms.windows import (
    ChangeWindowForm,
    PlanWindowsForm,
)
from recommendations.lists.windows import STATE_COLOURS, WindowList, request_list
from recommendations.models import UpdateWindow
from recommendations.queries.window_rounds import own_requests
from recommendations.queries.windows import (
    WindowRatings,
    figures_of,
    requests_for_list,
    windows_for_list,
)
from recommendations.rules import windows as rules
from recommendations.services import windows as services

from .loading import Trail, require
from .steps import steps_for_window

TITLE = "Update windows"
HERE = "recommendations:windows"
CHANGED = ("name", "committee", "body", "committee_date", "opens", "closes")


@access.signed_in
@require_safe
def windows(request: HttpRequest) -> HttpResponseBase:
    """List the update windows that the reader may see."""
    return list_response(
        request,
        WindowList,
        windows_for_list(request.user),
        title=TITLE,
        breadcrumbs=[("Home", "/"), (TITLE, None)],
        template="recommendations/windows/list.html",
        extra={"may_keep": _may_keep(request)},
    )


@access(Permission.KEEP_WINDOWS)
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a window for each date of a committee."""
    require(rules.refusal_to_keep(may_keep=_may_keep(request)))
    form = PlanWindowsForm(request.POST or None, user=request.user, cancel_url=reverse(HERE))
    return edit_page(
        request,
        form,
        save=lambda: _plan(request, **form.values()),
        done=lambda made: (
            "The window was planned." if len(made) == 1 else f"{len(made)} windows were planned."
        ),
        to=reverse(HERE),
        title="Plan update windows",
        breadcrumbs=[("Home", "/"), (TITLE, reverse(HERE)), ("Plan", None)],
        intro="When a window opens, each agreed action that is still to be done is asked for an "
        "update. One whose opening day has come asks at once.",
    )


def _plan(request: HttpRequest, **typed: Any) -> list[UpdateWindow]:
    days = {name: typed.pop(name) for name in ("opens_before", "closes_before")}
    dates = typed.pop("dates")
    return services.plan_windows(
        values=typed, committee_dates=dates, on=clock.today(), by=request.user, **days
    )


@access.signed_in
@require_safe
def window(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show one window: how its actions stand, and a list of them."""
    thing = load_window(request, pk)
    user: Any = request.user
    today = clock.today()
    state = rules.state_of(thing, on=today)
    ratings = WindowRatings(thing, on=today)
    body = Body.objects.visible_to(user).filter(pk=thing.body_id).select_related("partnership")
    return list_response(
        request,
        request_list(ratings),
        requests_for_list(thing, user=user),
        title=thing.name,
        breadcrumbs=[*trail_of(thing)[:-1], (thing.name, None)],
        template="recommendations/windows/page.html",
        extra={
            "window": thing,
            "state": state,
            "state_colour": STATE_COLOURS[state],
            "body": body.first() if thing.body_id else None,
            "figures": figures_of(thing, user=user, is_open=state == rules.State.OPEN),
            "mine": own_requests(thing, user=user, on=today).count(),
            "steps": steps_for_window(thing, state) if _may_keep(request) else [],
            "rated_on": ratings.day,
        },
    )


@access(Permission.KEEP_WINDOWS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a window that has not opened."""
    thing = load_kept(request, pk)
    today = clock.today()
    require(rules.refusal_to_change(state=rules.state_of(thing, on=today)))
    form = ChangeWindowForm(
        request.POST or None,
        record=thing,
        user=request.user,
        on=today,
        initial=_values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.change_window(
            window=thing,
            version=form.version,
            values={name: form.cleaned_data[name] for name in CHANGED},
            on=today,
            by=request.user,
            reason=form.cleaned_data["why"],
        ),
        done=lambda _made: "The window was saved.",
        values_of=_values_of,
        title="Change the update window",
        breadcrumbs=trail_of(thing, "Change"),
    )


def load_window(request: HttpRequest, pk: int) -> UpdateWindow:
    """Return a window that the reader may see; anything else is a 404."""
    found: UpdateWindow = get_object_or_404(UpdateWindow.objects.visible_to(request.user), pk=pk)
    return found


def trail_of(thing: UpdateWindow, *last: str) -> Trail:
    """Return the breadcrumbs that lead to a window."""
    trail: Trail = [("Home", "/"), (TITLE, reverse(HERE)), (thing.name, thing.get_absolute_url())]
    return trail + [(label, None) for label in last]


def load_kept(request: HttpRequest, pk: int) -> UpdateWindow:
    """Return a window to somebody who keeps the windows of the whole council."""
    found = load_window(request, pk)
    require(rules.refusal_to_keep(may_keep=_may_keep(request)))
    return found


def _may_keep(request: HttpRequest) -> bool:
    user: Any = request.user
    return bool(user.may(Permission.KEEP_WINDOWS))


def _values_of(thing: Any) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in CHANGED}
