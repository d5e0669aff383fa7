"""How is an update window opened, extended, closed or removed, and how do actions leave it?"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.editing.reasons import ConfirmForm, ReasonForm
from recommendations.forms.windows import ExtendWindowForm, MoveForm
from recommendations.models import UpdateWindow
from recommendations.queries.windows import MISSING, answered_requests
from recommendations.rules import windows as rules
from recommendations.services import windows as services

from .loading import require
from .windows import HERE, load_kept, trail_of


@access(Permission.KEEP_WINDOWS)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a window that has not opened."""
    thing = load_kept(request, pk)
    today = clock.today()
    require(
        rules.refusal_to_remove(
            state=rules.state_of(thing, on=today),
            requests=thing.requests.count(),
            moved_away=thing.moved_away.count(),
        )
    )
    form = ReasonForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.remove_window(
            window=thing, on=today, by=request.user, **form.values()
        ),
        done="The window was removed.",
        to=reverse(HERE),
        cancel_url=thing.get_absolute_url(),
        title="Remove the update window",
        will_happen=["The window is not planned any more. The history keeps that it was."],
        confirm_label="Remove",
        breadcrumbs=trail_of(thing, "Remove"),
    )


@access(Permission.KEEP_WINDOWS)
def open_now(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a window now, on its day or before."""
    thing = load_kept(request, pk)
    today = clock.today()
    state = rules.state_of(thing, on=today)
    require(rules.refusal_to_open(state=state, asked=thing.opened_on is not None))
    form = ConfirmForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.open_window(window=thing, on=today, by=request.user),
        done="The window is open, and its actions are asked for updates.",
        to=thing.get_absolute_url(),
        title="Open the update window",
        will_happen=[
            "Each agreed action that is still to be done is asked for an update, once.",
            "Those responsible find it under “My actions”, until the last day of the window.",
        ],
        confirm_label="Open",
        breadcrumbs=trail_of(thing, "Open"),
    )


@access(Permission.KEEP_WINDOWS)
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an open window close on a later day."""
    thing = load_kept(request, pk)
    today = clock.today()
    require(rules.refusal_unless_open(state=rules.state_of(thing, on=today)))
    form = ExtendWindowForm(
        request.POST or None,
        record=thing,
        initial={"closes": thing.closes},
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.extend_window(
            window=thing,
            version=form.version,
            closes=form.cleaned_data["closes"],
            on=today,
            by=request.user,
            reason=form.cleaned_data["why"],
        ),
        done=lambda made: f"The window is open until {made.closes:%-d %B %Y}.",
        values_of=lambda current: {"closes": current.closes},
        title="Extend the update window",
        breadcrumbs=trail_of(thing, "Extend"),
    )


@access(Permission.KEEP_WINDOWS)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an open window before its day."""
    thing = load_kept(request, pk)
    today = clock.today()
    require(rules.refusal_unless_open(state=rules.state_of(thing, on=today)))
    form = ReasonForm(request.POST or None)
    return final_step_page(
        request,
        form,
        save=lambda: services.close_window(
            window=thing, on=today, by=request.user, **form.values()
        ),
        done="The window is closed.",
        to=thing.get_absolute_url(),
        title="Close the update window early",
        will_happen=[
            "What was submitted stands. What was not answered is missing from now on.",
            "Progress can still be recorded on the page of each action, outside this window.",
        ],
        confirm_label="Close",
        serious=True,
        breadcrumbs=trail_of(thing, "Close early"),
    )


@access(Permission.KEEP_WINDOWS)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask some of a window's actions in another window instead."""
    thing = load_kept(request, pk)
    today = clock.today()
    state = rules.state_of(thing, on=today)
    require(rules.refusal_to_move(source=state, target=state, answered=0))
    waiting = answered_requests(thing.requests.all()).filter(answer=MISSING)
    form = MoveForm(
        request.POST or None,
        requests=waiting.select_related("action__response__recommendation__review").order_by(
            "action__response__recommendation__review__reference", "action_id"
        ),
        targets=UpdateWindow.objects.filter(closes__gte=today, closed_on__isnull=True)
        .exclude(pk=thing.pk)
        .order_by("committee_date"),
        cancel_url=thing.get_absolute_url(),
    )
    return edit_page(
        request,
        form,
        save=lambda: services.move_to_window(
            window=thing,
            requests=list(form.cleaned_data["actions"]),
            to=form.cleaned_data["to"],
            on=today,
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=lambda moved: f"{moved} action{'' if moved == 1 else 's'} moved.",
        to=thing.get_absolute_url(),
        title="Move actions to another window",
        caption=thing.name,
        breadcrumbs=trail_of(thing, "Move actions"),
    )
