"""May this person ask for, endorse, decide or withdraw an extension of this action now?

A promise that moves without anybody deciding so is not followed up: an owner asks, a senior
officer endorses, a committee decides, and until then the action keeps the date it has.
"""

from dataclasses import dataclass
from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.timescales import Timescale
from govreg.core.ui.words import long_date
from recommendations.models.actions import AgreedAction
from recommendations.models.extensions import ExtensionRequest

from .situation import Situation

ActionState = AgreedAction.State
State = ExtensionRequest.State

#: Why a request that is no longer open is not answered again.
ANSWERED = {
    State.DECLINED: Refusal("declined", "A senior officer declined this request."),
    State.GRANTED: Refusal("already-granted", "This extension is already granted."),
    State.REFUSED: Refusal("already-refused", "This extension is already refused."),
    State.WITHDRAWN: Refusal("withdrawn", "The person who asked withdrew this request."),
}


@dataclass(frozen=True, slots=True)
class Timetable:
    """The dates of an action: when it is due now, and how often it was and may be extended.

    `most` is the council's limit, 0 for none; `is_asked` says that a request is open.
    """

    due_date: date | None
    granted: int
    most: int
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The facts of one request and one person, on a day.

    `committee_decides` is the council's setting; without it the endorsement grants.
    """

    state: str
    new_due: date
    timetable: Timetable
    review_status: str
    recommendation_ended: bool
    action_state: str
    asker: bool
    owner: bool
    may_approve: bool
    may_record_decisions: bool
    committee_decides: bool = True


def refusal_to_ask(facts: Situation, timetable: Timetable) -> Refusal | None:
    """Refuse a stranger, what is not to be done any more, and what is asked for already."""
    if not (facts.owner or facts.may_record):
        return Refusal(
            "not-an-owner",
            "An extension is asked for by those responsible for the action, or by an officer who "
            "keeps its partnership.",
        )
    moment = _refusal_of_moment(facts.review_status, facts.recommendation_ended, facts.state)
    if moment:
        return moment
    if timetable.due_date is None:
        return Refusal("no-due-date", "The action has no due date that could be extended.")
    if timetable.is_asked:
        return Refusal(
            "already-asked",
            "An extension is asked for already. Withdraw that request to ask for another date.",
        )
    return _refusal_of_limit(timetable)


def refusal_of_new_date(read: Timescale, *, due_date: date | None) -> Refusal | None:
    """Refuse words that set no due date, and a date that is not later than the present one."""
    if not read.printed.strip():
        return Refusal("timescale-missing", "Enter the new timescale, for example June 2008.")
    if read.due_date is None:
        return Refusal(
            "no-date-understood",
            "The register understands no due date from these words. Give a month, a season or a "
            "day, for example June 2008 or 30 June 2008.",
        )
    if due_date is not None and read.due_date <= due_date:
        return _not_later(due_date)
    return None


def refusal_to_endorse(facts: Asked) -> Refusal | None:
    """Refuse to endorse or decline: without the role, one's own request, or what is answered."""
    if not facts.may_approve:
        return Refusal("not-senior", "A senior officer endorses or declines an extension.")
    if facts.state == State.ENDORSED:
        return Refusal("already-endorsed", "This request is endorsed and waits for the committee.")
    if facts.state in ANSWERED:
        return ANSWERED[State(facts.state)]
    if facts.asker:
        return Refusal(
            "own-request", "You asked for this extension, so another senior officer must answer it."
        )
    if facts.owner and not facts.committee_decides:
        return Refusal(
            "own-action",
            "You are responsible for this action, and no committee decides after you, so another "
            "senior officer must answer the request.",
        )
    return _refusal_of_action(facts)


def refusal_of_answer(*, endorsed: bool, said: str) -> Refusal | None:
    """Refuse to decline without a reason: the person who asked must know what is missing."""
    if not endorsed and not said.strip():
        return Refusal("reason-missing", "Say why the request is declined.")
    return None


def refusal_to_grant(facts: Asked) -> Refusal | None:
    """Refuse a date that the action has reached meanwhile, and one extension too many."""
    present = facts.timetable.due_date
    if present is None:
        return Refusal("no-due-date", "The action has no due date that could be extended.")
    if facts.new_due <= present:
        return _not_later(present)
    return _refusal_of_limit(facts.timetable)


def refusal_to_decide(facts: Asked) -> Refusal | None:
    """Refuse to record a decision: without the role, before it is endorsed, or twice."""
    if not facts.may_record_decisions:
        return Refusal(
            "not-a-recorder", "Democratic services record what a committee decided of a request."
        )
    if facts.state == State.REQUESTED:
        return Refusal(
            "not-endorsed",
            "No senior officer has endorsed this request yet. Once one has, the committee decides.",
        )
    if facts.state in ANSWERED:
        return ANSWERED[State(facts.state)]
    return _refusal_of_action(facts)


def refusal_of_meeting(*, committee: str, has_body: bool, day: date, on: date) -> Refusal | None:
    """Refuse a decision of nobody, of two committees, or of a meeting that is yet to be held."""
    if not committee.strip() and not has_body:
        return Refusal("committee-missing", "Say which committee decided.")
    if committee.strip() and has_body:
        return Refusal(
            "two-committees", "Choose a body of the register or type a committee, not both."
        )
    if day > on:
        return Refusal(
            "meeting-to-come",
            "The meeting is still to be held. Record its decision once it was taken.",
        )
    return None


def refusal_of_early_meeting(
    *, meeting_on: date, asked_on: date, endorsed_on: date | None
) -> Refusal | None:
    """Refuse a meeting before the request was made or endorsed: it had nothing to decide."""
    for day, what in ((asked_on, "asked for"), (endorsed_on, "endorsed")):
        if day is not None and meeting_on < day:
            return Refusal(
                "meeting-before-request",
                f"The extension was {what} on {long_date(day)}, after that meeting. Check the date "
                "of the meeting.",
            )
    return None


def refusal_to_withdraw(facts: Asked) -> Refusal | None:
    """Refuse anybody but the person who asked, and what is answered for good."""
    if not facts.asker:
        return Refusal("not-the-asker", "Only the person who asked withdraws a request.")
    return ANSWERED.get(State(facts.state))


def _refusal_of_action(facts: Asked) -> Refusal | None:
    return _refusal_of_moment(facts.review_status, facts.recommendation_ended, facts.action_state)


def _refusal_of_moment(review_status: str, ended: bool, state: str) -> Refusal | None:
    """Refuse where the action is not to be done: it needs no later date."""
    if review_status == "closed":
        return Refusal("review-closed", "The review was closed, so its actions are finished.")
    if review_status != "issued":
        return Refusal(
            "review-not-issued",
            "The review is not issued yet. Until then, change the timescale of the action itself.",
        )
    if ended:
        return Refusal("recommendation-ended", "The recommendation was superseded or withdrawn.")
    if state == ActionState.CLAIMED:
        return Refusal(
            "action-claimed",
            "The action was claimed as implemented. If the claim is returned, an extension can be "
            "asked for and decided.",
        )
    if state == ActionState.PROPOSED:
        return Refusal(
            "action-proposed",
            "The action was verified and waits for the committee to agree to its closure.",
        )
    if state == ActionState.CLOSED:
        return Refusal("action-closed", "The action was verified and closed.")
    if state == ActionState.RISK_ACCEPTED:
        return Refusal("risk-accepted", "The risk of not doing this action was accepted.")
    return None


def _refusal_of_limit(timetable: Timetable) -> Refusal | None:
    if not timetable.most or timetable.granted < timetable.most:
        return None
    times = "once" if timetable.most == 1 else f"{timetable.most} times"
    return Refusal(
        "extended-too-often",
        f"The council lets an action be extended {times} at most, and this one was.",
    )


def _not_later(present: date) -> Refusal:
    return Refusal(
        "not-later", f"The new date must be later than the present due date, {long_date(present)}."
    )
