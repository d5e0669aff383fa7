"""How are update windows planned, opened, extended and closed, and actions moved between them?"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history import bulk
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.search import index
from recommendations.models import AgreedAction, ProgressUpdate, UpdateRequest, UpdateWindow
from recommendations.rules import windows as rules

from .searching import enter_window

EDITABLE = ("name", "committee", "body", "committee_date", "opens", "closes")


def plan_windows(
    *,
    values: Mapping[str, Any],
    committee_dates: Sequence[date],
    opens_before: int,
    closes_before: int,
    on: date,
    by: Any,
) -> list[UpdateWindow]:
    """Plan a window for each date of a committee; `values` has its name, committee and body.

    `opens_before` and `closes_before` are days before each date. Where there are several, each is
    called by its date as well. One whose day has come asks at once. All are planned, or none.
    """
    made = []
    with change(verb="Planned update windows", by=by):
        _enforce_keeping(by)
        if not committee_dates:
            raise Refused(Refusal("no-date", "Give at least one date of the committee."))
        for day in committee_dates:
            opens, closes = rules.days_of(
                day, opens_before=opens_before, closes_before=closes_before
            )
            name = str(values["name"]).strip()
            if len(committee_dates) > 1:
                name = f"{name}, {day:%-d %B %Y}"
            window = UpdateWindow()
            dated = {"name": name, "committee_date": day, "opens": opens, "closes": closes}
            _write(window, {**values, **dated}, on=on)
            made.append(window)
        for window in made:
            if window.opens <= on:
                _ask(window, on=on)
    return made


def change_window(
    *,
    window: UpdateWindow,
    version: int,
    values: Mapping[str, Any],
    on: date,
    by: Any,
    reason: str,
) -> UpdateWindow:
    """Change a window that has not opened.

    Raises StaleVersion when somebody changed it meanwhile.
    """
    _require_reason(reason, "Say why the window is changed.")
    with change(verb="Changed an update window", by=by, reason=reason):
        _enforce_keeping(by)
        window = locked(UpdateWindow, window.pk, version=version)
        enforce(rules.refusal_to_change(state=rules.state_of(window, on=on)))
        _write(window, values, on=on)
        if window.opens <= on:
            _ask(window, on=on)
    return window


def remove_window(*, window: UpdateWindow, on: date, by: Any, reason: str) -> None:
    """Remove a window that has not opened; the history keeps that it was planned."""
    _require_reason(reason, "Say why the window is removed.")
    with change(verb="Removed an update window", by=by, reason=reason):
        _enforce_keeping(by)
        window = locked(UpdateWindow, window.pk)
        enforce(
            rules.refusal_to_remove(
                state=rules.state_of(window, on=on),
                requests=window.requests.count(),
                moved_away=window.moved_away.count(),
            )
        )
        index.leave(window)
        window.delete()


def open_window(*, window: UpdateWindow, on: date, by: Any) -> UpdateWindow:
    """Open a window now, on its day or before: each action that is still to be done is asked."""
    with change(verb="Opened an update window", by=by):
        _enforce_keeping(by)
        window = locked(UpdateWindow, window.pk)
        enforce(
            rules.refusal_to_open(
                state=rules.state_of(window, on=on), asked=window.opened_on is not None
            )
        )
        window.opens = min(window.opens, on)
        _ask(window, on=on)
    return window


def open_what_is_due(*, on: date) -> int:
    """Open every window whose day has come; return how many. What another opened is left."""
    opened = 0
    for pk in UpdateWindow.objects.to_open(on=on).values_list("pk", flat=True):
        with change(verb="Opened an update window", by=None):
            window = locked(UpdateWindow, pk)
            if window.opened_on is None:
                _ask(window, on=on)
                opened += 1
    return opened


def extend_window(
    *, window: UpdateWindow, version: int, closes: date, on: date, by: Any, reason: str
) -> UpdateWindow:
    """Let an open window close on a later day.

    Raises StaleVersion when somebody changed it meanwhile.
    """
    _require_reason(reason, "Say why the window is extended.")
    with change(verb="Extended an update window", by=by, reason=reason):
        _enforce_keeping(by)
        window = locked(UpdateWindow, window.pk, version=version)
        enforce(
            rules.refusal_to_extend(
                state=rules.state_of(window, on=on),
                closes=window.closes,
                until=closes,
                committee_date=window.committee_date,
            )
        )
        window.closes, window.ends_at = closes, clock.end_of(closes)
        window.save()
    return window


def close_window(*, window: UpdateWindow, on: date, by: Any, reason: str) -> UpdateWindow:
    """Close an open window before its day: what was submitted stands, and nothing is added."""
    _require_reason(reason, "Say why the window is closed early.")
    with change(verb="Closed an update window early", by=by, reason=reason):
        _enforce_keeping(by)
        window = locked(UpdateWindow, window.pk)
        enforce(rules.refusal_unless_open(state=rules.state_of(window, on=on)))
        window.closed_on, window.ends_at = on, clock.now()
        window.save()
    return window


def move_to_window(
    *,
    window: UpdateWindow,
    requests: Sequence[UpdateRequest],
    to: UpdateWindow,
    on: date,
    by: Any,
    reason: str,
) -> int:
    """Ask some actions in another window instead, with a reason; return how many.

    Where the other window asks an action already, it is only taken out of this one.
    """
    _require_reason(reason, "Say why the actions are moved.")
    with change(verb="Moved actions to another update window", by=by, reason=reason):
        _enforce_keeping(by)
        for key in sorted({window.pk, to.pk}):
            locked(UpdateWindow, key)
        if not requests:
            raise Refused(Refusal("none-chosen", "Choose at least one action."))
        if to.pk == window.pk:
            raise Refused(Refusal("same-window", "Choose another window."))
        keys = [request.action_id for request in requests]
        answered = ProgressUpdate.objects.submitted().filter(window=window, action__in=keys)
        enforce(
            rules.refusal_to_move(
                source=rules.state_of(window, on=on),
                target=rules.state_of(to, on=on),
                answered=answered.count(),
            )
        )
        held = UpdateRequest.objects.select_related("action__response__recommendation")
        moved = list(held.filter(window=window, action__in=keys).select_for_update(of=("self",)))
        there = set(to.requests.filter(action__in=keys).values_list("action_id", flat=True))
        for request in moved:
            if request.action_id in there:
                request.delete()
        kept = [request for request in moved if request.action_id not in there]
        for request in kept:
            request.window, request.moved_from = to, window
        bulk.update(kept, ["window", "moved_from"])
    return len(moved)


def _write(window: UpdateWindow, values: Mapping[str, Any], *, on: date) -> None:
    put(window, values, allowed=EDITABLE)
    if not window.committee and window.body:
        window.committee = window.body.name
    if not window.name or not window.committee:
        raise Refused(Refusal("not-named", "Give the window a name, and say for which committee."))
    taken = UpdateWindow.objects.filter(name__iexact=window.name).exclude(pk=window.pk)
    if taken.exists():
        sentence = f"There is already a window called {window.name}."
        raise Refused(Refusal("name-taken", sentence))
    enforce(
        rules.refusal_of_days(
            opens=window.opens,
            closes=window.closes,
            committee_date=window.committee_date,
            on=on,
        )
    )
    window.ends_at = clock.end_of(window.closes)
    window.save()
    enter_window(window)


def _ask(window: UpdateWindow, *, on: date) -> None:
    """Ask every action that is still to be done, once; the window must be locked.

    What is claimed waits for its verification, and could not be answered for.
    """
    to_do = AgreedAction.objects.live().filter(state=AgreedAction.State.AGREED)
    there = window.requests.order_by().values("action_id")
    actions = to_do.exclude(pk__in=there).select_related("response__recommendation")
    window.opened_on = on
    window.save()
    bulk.create(
        [
            UpdateRequest(window=window, action=action, asked_on=on)
            for action in actions.order_by("pk")
        ]
    )


def _require_reason(reason: str, sentence: str) -> None:
    if not reason.strip():
        raise Refused(Refusal("reason-missing", sentence))


def _enforce_keeping(by: Any) -> None:
    """Refuse whoever may not keep the windows of the whole council; its own commands may."""
    may_keep = by is None or by.may(Permission.KEEP_WINDOWS)
    enforce(rules.refusal_to_keep(may_keep=may_keep))
