"""Is an agreed action due, overdue, or neither, on a day?

Computed beside the officer's own rating, never instead of it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from govreg.core.timescales import Sense
from govreg.core.ui.words import span_between
from recommendations.models.actions import AgreedAction

State = AgreedAction.State


class Timeliness(StrEnum):
    """How an action stands to its date."""

    PAST_AT_ISSUE = "past-at-issue"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    NOT_DUE = "not-due"
    REVIEW_DUE = "review-due"
    NO_DUE_DATE = "no-due-date"
    NO_DATE = "no-date"
    CLAIMED = "claimed"
    PROPOSED = "proposed"
    ENDED = "ended"
    NOT_FOLLOWED_UP = "not-followed-up"


COLOURS = {
    Timeliness.PAST_AT_ISSUE: "orange",
    Timeliness.OVERDUE: "red",
    Timeliness.DUE_SOON: "yellow",
    Timeliness.NOT_DUE: "green",
    Timeliness.REVIEW_DUE: "yellow",
    Timeliness.NO_DUE_DATE: "grey",
    Timeliness.NO_DATE: "grey",
    Timeliness.CLAIMED: "blue",
    Timeliness.PROPOSED: "blue",
    Timeliness.ENDED: "grey",
    Timeliness.NOT_FOLLOWED_UP: "grey",
}
LATE = frozenset({Timeliness.PAST_AT_ISSUE, Timeliness.OVERDUE})


@dataclass(frozen=True, slots=True)
class Standing:
    """How an action stands on a day: what it is called, and by how many days since when it is late.

    `since` is the due date where that has passed.
    """

    code: Timeliness
    days: int = 0
    since: date | None = None

    @property
    def is_late(self) -> bool:
        """Whether the due date has passed with the action still to be done."""
        return self.code in LATE

    @property
    def colour(self) -> str:
        """The tag colour; the words are always beside it."""
        return COLOURS[self.code]

    @property
    def words(self) -> str:
        """What a reader sees."""
        since = self.since or date.min
        late = f"Overdue by {span_between(since, since + timedelta(days=self.days))}"
        return {
            Timeliness.PAST_AT_ISSUE: f"{late}; past at issue" if self.days else "Past at issue",
            Timeliness.OVERDUE: late,
            Timeliness.DUE_SOON: "Due soon",
            Timeliness.NOT_DUE: "Not due yet",
            Timeliness.REVIEW_DUE: "Review due",
            Timeliness.NO_DUE_DATE: "No due date, under review",
            Timeliness.NO_DATE: "No date",
            Timeliness.CLAIMED: "Awaiting verification",
            Timeliness.PROPOSED: "Awaiting the committee",
            Timeliness.ENDED: "Ended",
            Timeliness.NOT_FOLLOWED_UP: "Not followed up",
        }[self.code]


def timeliness(
    *,
    state: str,
    sense: str,
    due_date: date | None,
    review_date: date | None,
    original_due: date | None,
    issued_on: date | None,
    on: date,
    due_soon_days: int,
    followed_up: bool = True,
) -> Standing:
    """Return how an action stands on a day.

    A date that had already passed when the review was issued is shown apart: nobody could have
    met it. What is not followed up (its review is not issued, or its recommendation ended) stands
    to no date at all. Open-ended timescales never go overdue; they go review due.
    """
    if state not in AgreedAction.LIVE:
        return Standing(Timeliness.ENDED)
    if not followed_up:
        return Standing(Timeliness.NOT_FOLLOWED_UP)
    if state == State.CLAIMED:
        return Standing(Timeliness.CLAIMED)
    if state == State.PROPOSED:
        return Standing(Timeliness.PROPOSED)
    if due_date is None:
        return _without_due_date(sense, review_date, on)
    if due_date < on:
        past = was_past_at_issue(original_due=original_due, issued_on=issued_on)
        code = Timeliness.PAST_AT_ISSUE if past else Timeliness.OVERDUE
        return Standing(code, (on - due_date).days, due_date)
    if due_date - on <= timedelta(days=due_soon_days):
        return Standing(Timeliness.DUE_SOON)
    return Standing(Timeliness.NOT_DUE)


def was_past_at_issue(*, original_due: date | None, issued_on: date | None) -> bool:
    """Say whether the original due date had passed when the review was issued."""
    return bool(original_due and issued_on and original_due < issued_on)


def _without_due_date(sense: str, review_date: date | None, on: date) -> Standing:
    if sense == Sense.NO_DATE:
        return Standing(Timeliness.NO_DATE)
    if review_date is not None and review_date < on:
        return Standing(Timeliness.REVIEW_DUE, (on - review_date).days)
    return Standing(Timeliness.NO_DUE_DATE)
