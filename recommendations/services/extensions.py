"""How is an extension asked for, endorsed, decided by a committee, or withdrawn?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core import timescales
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.timescales import Sense
from partnerships.models import Body
from recommendations.models import AgreedAction, ExtensionRequest
from recommendations.queries.extensions import asked_facts, committee_decides, timetable_of
from recommendations.queries.situation import situation
from recommendations.rules.extensions import (
    Asked,
    refusal_of_answer,
    refusal_of_early_meeting,
    refusal_of_meeting,
    refusal_of_new_date,
    refusal_to_ask,
    refusal_to_decide,
    refusal_to_endorse,
    refusal_to_grant,
    refusal_to_withdraw,
)

from .holding import hold_action, hold_extensions

State = ExtensionRequest.State
GRANTED, REFUSED = "Granted an extension", "Refused an extension"


@dataclass(frozen=True, slots=True)
class Sitting:
    """The meeting at which a committee decided: a body of the register, or a committee's name."""

    meeting_on: date
    minute_reference: str
    committee: str = ""
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a committee decided of one request, as its recorder read it at `version`."""

    request: ExtensionRequest
    version: int
    granted: bool
    note: str = ""


def ask_for_extension(
    *, action: AgreedAction, printed: str, reason: str, on: date, by: Any
) -> ExtensionRequest:
    """Ask for a later due date; the action keeps the one it has until this is granted."""
    if not reason.strip():
        raise Refused(Refusal("reason-missing", "Say why more time is needed."))
    with change(verb="Asked for an extension", by=by, reason=reason):
        action = hold_action(action)
        facts = situation(action, user=by, on=on)
        enforce(refusal_to_ask(facts, timetable_of(action, on=on)))
        read = timescales.understand(printed.strip())
        enforce(refusal_of_new_date(read, due_date=action.due_date))
        assert read.due_date is not None  # the rule asks for one
        request = ExtensionRequest(
            action=action,
            by=by,
            asked_on=on,
            reason=reason.strip(),
            new_timescale=read.printed,
            new_precision=read.precision,
            new_due=read.due_date,
        )
        request.save()
    return request


def endorse_extension(
    *, request: ExtensionRequest, version: int, said: str, on: date, by: Any
) -> ExtensionRequest:
    """Endorse a request; where the council has no committee decide, this grants it.

    Raises StaleVersion when somebody answered or withdrew it meanwhile.
    """
    by_committee = committee_decides(on=on)
    verb = "Endorsed an extension" if by_committee else "Endorsed and granted an extension"
    with change(verb=verb, by=by, reason=said):
        request, facts = _held(request, version, on=on, by=by)
        enforce(refusal_to_endorse(facts))
        request.state = State.ENDORSED
        _answer(request, said, on=on, by=by)
        if by_committee:
            request.save()
        else:
            _grant(request, facts, on=on, by=by)
    return request


def decline_extension(
    *, request: ExtensionRequest, version: int, said: str, on: date, by: Any
) -> ExtensionRequest:
    """Decline a request with a reason; another one may be asked for.

    Raises StaleVersion when somebody answered or withdrew it meanwhile.
    """
    enforce(refusal_of_answer(endorsed=False, said=said))
    with change(verb="Declined an extension", by=by, reason=said):
        request, facts = _held(request, version, on=on, by=by)
        enforce(refusal_to_endorse(facts))
        request.state = State.DECLINED
        _answer(request, said, on=on, by=by)
        request.save()
    return request


def record_decisions(
    *, decisions: Sequence[Decision], sitting: Sitting, on: date, by: Any
) -> list[ExtensionRequest]:
    """Record what one meeting decided of some requests: all of it, or nothing.

    Raises StaleVersion when one of them was answered meanwhile.
    """
    if not decisions:
        raise Refused(
            Refusal("nothing-decided", "Choose “Grant” or “Refuse” for at least one request.")
        )
    enforce(
        refusal_of_meeting(
            committee=sitting.committee,
            has_body=sitting.body is not None,
            day=sitting.meeting_on,
            on=on,
        )
    )
    if not sitting.minute_reference.strip():
        raise Refused(Refusal("minute-missing", "Enter the minute in which the decision stands."))
    alone = decisions[0] if len(decisions) == 1 else None
    verb = "Recorded a committee’s decisions on extensions"
    if alone:
        verb = GRANTED if alone.granted else REFUSED
    with change(verb=verb, by=by, reason=alone.note if alone else ""):
        held = hold_extensions((d.request, d.version) for d in decisions)
        facts = asked_facts(held, user=by, on=on)
        for decision, request, known in zip(decisions, held, facts, strict=True):
            try:
                _decide(decision, request, known, sitting, on=on, by=by)
            except Refused as refused:
                if alone:
                    raise
                why = refused.refusal
                raise Refused(Refusal(why.code, f"{request.action}: {why.sentence}")) from refused
    return held


def withdraw_extension(
    *, request: ExtensionRequest, version: int, on: date, by: Any, reason: str = ""
) -> ExtensionRequest:
    """Take one's own request back, until it is decided.

    Raises StaleVersion when somebody answered it meanwhile.
    """
    with change(verb="Withdrew a request for an extension", by=by, reason=reason):
        request, facts = _held(request, version, on=on, by=by)
        enforce(refusal_to_withdraw(facts))
        request.state = State.WITHDRAWN
        request.withdrawn_on = on
        request.save()
    return request


def _held(
    request: ExtensionRequest, version: int, *, on: date, by: Any
) -> tuple[ExtensionRequest, Asked]:
    held = hold_extensions([(request, version)])
    return held[0], asked_facts(held, user=by, on=on)[0]


def _answer(request: ExtensionRequest, said: str, *, on: date, by: Any) -> None:
    request.answered_by = by
    request.answered_on = on
    request.answer = said.strip()


def _decide(
    decision: Decision,
    request: ExtensionRequest,
    facts: Asked,
    sitting: Sitting,
    *,
    on: date,
    by: Any,
) -> None:
    enforce(refusal_to_decide(facts))
    enforce(
        refusal_of_early_meeting(
            meeting_on=sitting.meeting_on,
            asked_on=request.asked_on,
            endorsed_on=request.answered_on,
        )
    )
    request.committee = sitting.committee.strip()
    request.body = sitting.body
    request.meeting_on = sitting.meeting_on
    request.minute_reference = sitting.minute_reference.strip()
    request.note = decision.note.strip()
    if decision.granted:
        _grant(request, facts, on=on, by=by)
    else:
        request.state = State.REFUSED
        request.decided_on = on
        request.recorded_by = by
        request.save()


def _grant(request: ExtensionRequest, facts: Asked, *, on: date, by: Any) -> None:
    """Move the due date; the request keeps what it replaced, and the original one never changes."""
    enforce(refusal_to_grant(facts))
    action = request.action
    request.previous_due = action.due_date
    request.previous_timescale = action.timescale_printed
    request.state = State.GRANTED
    request.decided_on = on
    request.recorded_by = by
    request.save()
    action.due_date = request.new_due
    action.timescale_printed = request.new_timescale
    action.precision = request.new_precision
    action.sense = Sense.DUE
    action.save()
