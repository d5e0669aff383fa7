"""How does a stated rule rate an action on a day, and which way has its officer’s rating gone?

The computed rating stands beside the officer's own, never instead of it: where the two differ, a
reader asks why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from govreg.core.ratings import ProgressRating
from recommendations.models.actions import AgreedAction

State = AgreedAction.State
WHOLE = 100


class ComputedRating(StrEnum):
    """What the rule says of an action; the words are the rule's own."""

    COMPLETE = "complete"
    LATE = "late"
    DUE_SOON = "due-soon"
    ON_TRACK = "on-track"
    NO_DATE = "no-date"
    NOT_FOLLOWED_UP = "not-followed-up"

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return LABELS[self]

    @property
    def colour(self) -> str:
        """The tag colour; the words are always beside it."""
        return COLOURS[self]


LABELS = {
    ComputedRating.COMPLETE: "Complete",
    ComputedRating.LATE: "Late",
    ComputedRating.DUE_SOON: "Due soon",
    ComputedRating.ON_TRACK: "On track",
    ComputedRating.NO_DATE: "No date to rate by",
    ComputedRating.NOT_FOLLOWED_UP: "Not followed up",
}
COLOURS = {
    ComputedRating.COMPLETE: "blue",
    ComputedRating.LATE: "red",
    ComputedRating.DUE_SOON: "yellow",
    ComputedRating.ON_TRACK: "green",
    ComputedRating.NO_DATE: "grey",
    ComputedRating.NOT_FOLLOWED_UP: "grey",
}
CHOICES = [(rating.value, LABELS[rating]) for rating in ComputedRating]


@dataclass(frozen=True, slots=True)
class RatingRule:
    """The rule as its settings stand on a day: two numbers of days, and a per cent."""

    late_after: int
    nearly_complete: int
    due_soon: int


def computed_rating(
    rule: RatingRule,
    *,
    state: str,
    due_date: date | None,
    percent: int | None,
    on: date,
    followed_up: bool = True,
    given_back: bool = False,
) -> ComputedRating:
    """Return what the rule says of an action on a day.

    `percent` is the last per cent that was stated; None where none was. `followed_up` is false
    where the review is not issued or the recommendation ended. `given_back` is true where
    completion was claimed before, and an auditor or a committee did not find it so: its owner's
    per cent then rates nothing until it is claimed again.
    """
    if state == State.CLOSED:
        return ComputedRating.COMPLETE
    if not followed_up or state not in AgreedAction.LIVE:
        return ComputedRating.NOT_FOLLOWED_UP
    if given_back and state == State.AGREED:
        percent = None
    if state in {State.CLAIMED, State.PROPOSED} or percent == WHOLE:
        return ComputedRating.COMPLETE
    if due_date is None:
        return ComputedRating.NO_DATE
    if on - due_date > timedelta(days=rule.late_after):
        return ComputedRating.LATE
    nearly = percent is not None and percent >= rule.nearly_complete
    if due_date - on <= timedelta(days=rule.due_soon) and not nearly:
        return ComputedRating.DUE_SOON
    return ComputedRating.ON_TRACK


def sentences_of(rule: RatingRule) -> list[str]:
    """Return the rule as plain sentences, in the order in which they are asked."""
    late = (
        "the day after its due date"
        if rule.late_after == 0
        else f"{_days(rule.late_after + 1)} after its due date"
    )
    soon = f"is due within {_days(rule.due_soon)}"
    if rule.late_after:
        soon += f" or was due no more than {_days(rule.late_after)} ago"
    nearly = (
        f", {soon} and is less than {rule.nearly_complete} per cent complete"
        if rule.nearly_complete < WHOLE
        else f" and {soon}"
    )
    return [
        "Not followed up: it is not closed, and its risk was accepted, its recommendation ended, "
        "or its review is closed or not issued yet.",
        "Complete: it is verified, its completion is claimed, or its last stated progress is 100 "
        "per cent. An action whose claim was returned by an auditor or a committee, or that was "
        "opened again after a claim, is complete only once it is claimed again: until then the "
        "per cent that its owner states is left out of account.",
        "No date to rate by: it is not complete and has no due date.",
        f"Late: it is not complete, and this is {late} or later.",
        f"Due soon: it is not complete{nearly}.",
        "On track: it has a due date, and none of these fits.",
    ]


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


class Travel(StrEnum):
    """Which way an officer's rating has gone since it was last stated."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    UNCHANGED = "unchanged"
    FIRST = "first"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return TRAVEL_LABELS[self]

    @property
    def arrow(self) -> str:
        """A sign beside the word, never in its place."""
        return ARROWS[self]


TRAVEL_LABELS = {
    Travel.IMPROVED: "Improved",
    Travel.WORSENED: "Worsened",
    Travel.UNCHANGED: "Unchanged",
    Travel.FIRST: "First rating",
}
ARROWS = {Travel.IMPROVED: "↑", Travel.WORSENED: "↓", Travel.UNCHANGED: "→", Travel.FIRST: "•"}
#: From the worst to the best. An action that is at risk is further from its end than one that is
#: not begun and should not be yet.
FROM_THE_WORST = (
    ProgressRating.LATE,
    ProgressRating.AT_RISK,
    ProgressRating.NOT_STARTED,
    ProgressRating.ON_TRACK,
    ProgressRating.COMPLETE,
)


@dataclass(frozen=True, slots=True)
class Rated:
    """One submitted rating of an officer: by which update, in which window if any."""

    key: int
    rating: str
    window: int | None = None
    corrects: int | None = None


def direction_of_travel(rated: Sequence[Rated], *, window: int | None = None) -> Travel | None:
    """Compare the officer's ratings of the last two windows; None where there is none to compare.

    `rated` has the newest first. A window's rating is the last that was submitted in it. An action
    that was rated in one window alone is compared with its update before; where there are no
    windows, the last two updates are compared. With `window`, the comparison is that window's.
    """
    corrected = {one.corrects for one in rated}
    told = [one for one in rated if one.key not in corrected or one.window is not None]
    answers: dict[int, Rated] = {}
    for one in told:
        if one.window is not None:
            answers.setdefault(one.window, one)
    if window is not None and window not in answers:
        return None
    now = answers[window] if window is not None else next(iter(answers.values()), None)
    now = now or next(iter(told), None)
    if now is None:
        return None
    older = told[told.index(now) + 1 :]
    of_windows = [one for one in older if one.window not in (None, now.window)]
    before = of_windows or [one for one in older if one.window is None]
    return _compared(now.rating, before[0].rating) if before else Travel.FIRST


def _compared(now: str, before: str) -> Travel:
    place, earlier = (FROM_THE_WORST.index(ProgressRating(one)) for one in (now, before))
    if place == earlier:
        return Travel.UNCHANGED
    return Travel.IMPROVED if place > earlier else Travel.WORSENED
