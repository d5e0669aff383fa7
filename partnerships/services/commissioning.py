"""How is a decision to commission or decommission recorded, answered for and withdrawn?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.questions.editions import edition_to_answer
from govreg.core.refusals import enforce
from partnerships.models import CommissioningAnswer, CommissioningDecision, Partnership
from partnerships.question_sets import DECOMMISSIONING
from partnerships.rules import commissioning as rules
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping, enforce_reading
from .checklists import Answer, put_answer
from .searching import enter_commissioning

EDITABLE = ("body", "meeting", "subject", "kind", "day", "outcome")


def record_commissioning(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> CommissioningDecision:
    """Record what a body of the partnership decided; what is asked is the edition of today."""
    verb = "Recorded a commissioning decision"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        asked = edition_to_answer(DECOMMISSIONING, on=clock.today())
        decision = CommissioningDecision(question_set=asked)
        put(decision, values, allowed=EDITABLE)
        _check(decision, partnership, by=by)
        decision.save()
        enter_commissioning(decision)
    return decision


def correct_commissioning(
    *,
    decision: CommissioningDecision,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reason: str,
) -> CommissioningDecision:
    """Correct what was recorded of a decision. Raises StaleVersion after somebody else's save."""
    partnership = decision.body.partnership
    verb = "Corrected a commissioning decision"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        found = _locked(decision, version, by=by)
        put(found, values, allowed=EDITABLE)
        _check(found, partnership, by=by)
        found.save()
        enter_commissioning(found)
    return found


def answer_commissioning(
    *,
    decision: CommissioningDecision,
    version: int,
    answers: Mapping[str, Answer],
    by: Any,
    reason: str = "",
) -> CommissioningDecision:
    """Keep the answers of a decision, by the keys of what it was asked.

    Raises StaleVersion when somebody saved the decision or its answers meanwhile.
    """
    verb = "Answered the questions on a commissioning decision"
    with change(verb=verb, by=by, reason=reason, scope=decision.body.partnership.scope):
        found = _locked(decision, version, by=by)
        found.save()
        kept = {row.question_id: row for row in found.answers.all()}
        for question in found.question_set.questions.all():
            given = answers.get(question.key, Answer())
            row = kept.get(question.pk) or CommissioningAnswer(question=question)
            row.decision = found
            put_answer(row, question.wording, given)
    return found


def withdraw_commissioning(
    *,
    decision: CommissioningDecision,
    version: int,
    withdrawn_on: date,
    because: str,
    by: Any,
) -> CommissioningDecision:
    """Record that a decision no longer stands, and why; it is kept with its answers."""
    verb = "Withdrew a commissioning decision"
    with change(verb=verb, by=by, scope=decision.body.partnership.scope):
        found = _locked(decision, version, by=by)
        enforce(
            rules.refusal_to_withdraw(withdrawn_on=withdrawn_on, day=found.day, today=clock.today())
        )
        found.withdrawn_on, found.withdrawn_because = withdrawn_on, because.strip()
        found.save()
    return found


def _locked(decision: CommissioningDecision, version: int, *, by: Any) -> CommissioningDecision:
    enforce_keeping(decision.body.partnership, by=by)
    found = locked(CommissioningDecision, decision.pk, version=version)
    if found.meeting is not None:
        enforce_reading(found.meeting, by=by)
    enforce(rules.refusal_to_change(withdrawn_on=found.withdrawn_on))
    return found


def _check(decision: CommissioningDecision, partnership: Partnership, *, by: Any) -> None:
    body, meeting = decision.body, decision.meeting
    enforce(refusal_of_stranger(partnership_id=partnership.pk, body=body))
    enforce(rules.refusal_of_day(day=decision.day, today=clock.today()))
    if meeting is not None:
        enforce(
            rules.refusal_of_meeting(
                body=body.name,
                own=meeting.body_id == body.pk,
                cancelled=meeting.is_cancelled,
                met_on=meeting.day,
                day=decision.day,
            )
        )
        enforce_reading(meeting, by=by)
