"""May an update window be planned, changed, opened, extended, closed or left, and on which day?"""

from datetime import date, timedelta

from govreg.core.refusals import Refusal
from recommendations.models.windows import UpdateWindow

State = UpdateWindow.State
MOST_DAYS = 365
MOST_AT_ONCE = 24


def state_of(window: UpdateWindow, *, on: date) -> UpdateWindow.State:
    """Return how far a window is on a day: it is open on its last day still."""
    if window.closed_on is not None or on > window.closes:
        return State.CLOSED
    return State.OPEN if window.opened_on is not None or on >= window.opens else State.PLANNED


def days_of(committee_date: date, *, opens_before: int, closes_before: int) -> tuple[date, date]:
    """Return the day on which a window opens, and its last day, before a committee's date."""
    return (
        committee_date - timedelta(days=opens_before),
        committee_date - timedelta(days=closes_before),
    )


def refusal_to_keep(*, may_keep: bool) -> Refusal | None:
    """Refuse whoever has no part in the update cycle."""
    if may_keep:
        return None
    return Refusal(
        "may-not-keep-windows",
        "Update windows are planned, opened and closed by a partnerships officer or an auditor.",
    )


def refusal_of_days(*, opens: date, closes: date, committee_date: date, on: date) -> Refusal | None:
    """Refuse days that are out of order, and a window that would be closed before it opened."""
    if opens > closes:
        return Refusal("opens-after-closing", "The window must open on or before its last day.")
    if closes > committee_date:
        return Refusal(
            "closes-after-committee", "The window must close on or before the committee’s date."
        )
    if closes < on:
        return Refusal(
            "closes-in-the-past",
            f"The window for {committee_date:%-d %B %Y} would have closed on {closes:%-d %B %Y}, "
            "which has passed. Let it close later, or leave that date out.",
        )
    return None


def refusal_to_change(*, state: str) -> Refusal | None:
    """Refuse to change what officers were already asked by."""
    if state == State.PLANNED:
        return None
    return Refusal(
        "window-has-opened",
        "The window has opened, so its days stand. While it is open it can be extended or closed.",
    )


def refusal_to_remove(*, state: str, requests: int, moved_away: int) -> Refusal | None:
    """Refuse to remove a window that has asked, or to which actions were moved."""
    if state != State.PLANNED:
        return Refusal("window-has-opened", "The window has opened, so it is kept.")
    if requests:
        return Refusal(
            "window-is-waited-for",
            "Actions were moved to this window. Move them to another one first.",
        )
    if moved_away:
        return Refusal(
            "window-was-left", "Actions were moved out of this window, which names it: it is kept."
        )
    return None


def refusal_to_open(*, state: str, asked: bool) -> Refusal | None:
    """Refuse to ask twice, and to ask for answers that could not be given."""
    if state == State.CLOSED:
        return Refusal("window-closed", "The window is closed, so it can ask for nothing.")
    if asked:
        return Refusal("window-has-opened", "The window is open: its actions were asked already.")
    return None


def refusal_to_extend(
    *, state: str, closes: date, until: date, committee_date: date
) -> Refusal | None:
    """Refuse to extend what is not open, to a day that is no later, or beyond the committee."""
    if refusal := refusal_unless_open(state=state):
        return refusal
    if until <= closes:
        return Refusal(
            "no-later", f"Choose a day after {closes:%-d %B %Y}, on which it closes anyway."
        )
    if until > committee_date:
        return Refusal(
            "closes-after-committee",
            f"The committee meets on {committee_date:%-d %B %Y}: choose that day or one before.",
        )
    return None


def refusal_unless_open(*, state: str) -> Refusal | None:
    """Refuse to extend, or to close early, what is not open."""
    if state == State.OPEN:
        return None
    sentence = "Only a window that is open can be extended or closed early."
    return Refusal("window-not-open", sentence)


def refusal_to_move(*, source: str, target: str, answered: int) -> Refusal | None:
    """Refuse to move out of or into a closed window, and to move what was answered."""
    if source == State.CLOSED:
        return Refusal("window-closed", "The window is closed: what was missing in it stays so.")
    if target == State.CLOSED:
        return Refusal("target-closed", "Choose a window that is not closed.")
    if answered:
        return Refusal(
            "already-answered",
            "An action that was answered in this window stays in it. Choose others.",
        )
    return None


def refusal_to_answer(*, state: str, asked: bool) -> Refusal | None:
    """Refuse answers to a window that takes none."""
    if state == State.CLOSED:
        return Refusal(
            "window-closed",
            "The window is closed. Progress can still be recorded on the page of each action.",
        )
    if state == State.PLANNED or not asked:
        return Refusal(
            "window-not-open",
            "The window has not asked for updates yet. Progress can be recorded on the page of "
            "each action.",
        )
    return None
