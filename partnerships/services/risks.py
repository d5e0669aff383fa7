"""How are risks, their assessments and actions, and the state of risk registers recorded?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.council import definitions, settings
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import (
    Membership,
    Partnership,
    Risk,
    RiskAction,
    RiskAssessment,
    RiskRegisterState,
)
from partnerships.rules import risks as rules
from partnerships.rules.exemptions import refusal_of_exemption
from partnerships.rules.lifecycle import refusal_after_the_end
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping, enforce_reading_exempt
from .searching import enter_risk

EDITABLE = (
    "title",
    "body",
    "organisation",
    "source",
    "consequence",
    "controls",
    "owner",
    "review_due",
    "exempt",
    "exempt_paragraph",
)
ASSESSED = ("day", "likelihood", "impact", "note")
ACTION = ("text", "owner", "due")
STATE = ("body", "day", "state", "review_due", "note")


def add_risk(
    *,
    partnership: Partnership,
    values: Mapping[str, Any],
    assessment: Mapping[str, Any],
    by: Any,
    reason: str = "",
) -> Risk:
    """Add a risk with its first assessment (date, likelihood, impact, why)."""
    with change(verb="Added a risk", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        risk = Risk(partnership=partnership)
        put(risk, values, allowed=EDITABLE)
        _enforce_publication(risk, by=by)
        _enforce_whose(risk)
        enforce(rules.refusal_of_review(review_due=risk.review_due, day=assessment["day"]))
        risk.save()
        _assess(risk, assessment)
        enter_risk(risk)
    return risk


def describe_risk(
    *, risk: Risk, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Risk:
    """Change what is said of a risk; how it is judged is changed by assessing it."""
    partnership = risk.partnership
    with change(verb="Changed a risk", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        risk = _open(risk, by=by, version=version)
        put(risk, values, allowed=EDITABLE)
        _enforce_publication(risk, by=by)
        _enforce_whose(risk)
        risk.save()
        enter_risk(risk)
    return risk


def _enforce_reading(risk: Risk, *, by: Any) -> None:
    enforce_reading_exempt(risk.partnership, exempt=risk.exempt, what="Risks", by=by)


def _enforce_publication(risk: Risk, *, by: Any) -> None:
    _enforce_reading(risk, by=by)
    paragraph = risk.exempt_paragraph
    enforce(refusal_of_exemption(exempt=risk.exempt, paragraph=paragraph, what="the risk"))


def _enforce_whose(risk: Risk) -> None:
    """Refuse a body of another partnership, and an organisation that is no partner in it."""
    enforce(refusal_of_stranger(partnership_id=risk.partnership_id, body=risk.body))
    partner = risk.organisation_id
    seats = Membership.objects.filter(partnership=risk.partnership_id, organisation=partner)
    enforce(
        rules.refusal_of_owner(
            of_body=risk.body_id is not None,
            of_partner=partner is not None,
            is_member=partner is not None and seats.exists(),
        )
    )


def assess_risk(
    *, risk: Risk, values: Mapping[str, Any], review_due: date, by: Any, reason: str = ""
) -> RiskAssessment:
    """Judge a risk anew on a day, and say when it is reviewed next. Earlier judgements stay."""
    partnership = risk.partnership
    with change(verb="Assessed a risk", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        risk = _open(risk, by=by)
        enforce(rules.refusal_of_review(review_due=review_due, day=values["day"]))
        assessment = _assess(risk, values)
        risk.review_due = review_due
        risk.save()
    return assessment


def close_risk(*, risk: Risk, version: int, closed_on: date, because: str, by: Any) -> Risk:
    """Close a risk, with the reason why it is none any more."""
    partnership = risk.partnership
    with change(verb="Closed a risk", by=by, reason=because, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        risk = _open(risk, by=by, version=version)
        today = clock.today()
        enforce(rules.refusal_of_day(day=closed_on, today=today, what="it was closed"))
        enforce(rules.refusal_to_close(because=because))
        risk.closed_on, risk.closed_because = closed_on, because.strip()
        risk.save()
    return risk


def add_action(*, risk: Risk, values: Mapping[str, Any], by: Any, reason: str = "") -> RiskAction:
    """Record what else is to be done about a risk."""
    partnership = risk.partnership
    with change(verb="Added an action on a risk", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        action = RiskAction(risk=_open(risk, by=by))
        put(action, values, allowed=ACTION)
        action.save()
    return action


def finish_action(
    *, action: RiskAction, version: int, done_on: date, by: Any, reason: str = ""
) -> RiskAction:
    """Record the day on which an action on a risk was done."""
    risk = action.risk
    partnership = risk.partnership
    with change(verb="Finished an action on a risk", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        _enforce_reading(risk, by=by)
        action = locked(RiskAction, action.pk, version=version)
        enforce(rules.refusal_of_done(done_on=action.done_on))
        enforce(rules.refusal_of_day(day=done_on, today=clock.today(), what="it was done"))
        action.done_on, action.risk = done_on, risk
        action.save()
    return action


def state_register(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> RiskRegisterState:
    """Record whether a partnership or one of its bodies keeps a risk register, as at a day."""
    with change(
        verb="Stated whether a risk register is kept",
        by=by,
        reason=reason,
        scope=partnership.scope,
    ):
        enforce_keeping(partnership, by=by)
        state = RiskRegisterState(partnership=partnership)
        put(state, values, allowed=STATE)
        enforce(refusal_of_stranger(partnership_id=partnership.pk, body=state.body))
        enforce(rules.refusal_of_day(day=state.day, today=clock.today(), what="it stood so"))
        enforce(rules.refusal_of_review(review_due=state.review_due, day=state.day))
        state.save()
    return state


def _open(risk: Risk, *, by: Any, version: int | None = None) -> Risk:
    """Return a risk, locked, that is not closed and that the person may read."""
    partnership = risk.partnership
    found = locked(Risk, risk.pk, version=version)
    enforce_reading_exempt(partnership, exempt=found.exempt, what="Risks", by=by)
    enforce(rules.refusal_of_closed(closed_on=found.closed_on))
    found.partnership = partnership
    return found


def _assess(risk: Risk, values: Mapping[str, Any]) -> RiskAssessment:
    today = clock.today()
    points = settings.whole_number(definitions.RISK_SCALE, on=today)
    assessment = RiskAssessment(risk=risk, points=points)
    put(assessment, values, allowed=ASSESSED)
    enforce(rules.refusal_of_day(day=assessment.day, today=today, what="it was assessed"))
    ended_on = risk.partnership.ended_on
    enforce(refusal_after_the_end(ended_on=ended_on, day=assessment.day, what="An assessment"))
    enforce(
        rules.refusal_of_judgement(
            likelihood=assessment.likelihood, impact=assessment.impact, points=points
        )
    )
    last = risk.assessments.order_by("-day").values_list("day", flat=True).first()
    enforce(rules.refusal_of_order(day=assessment.day, last=last))
    assessment.save()
    return assessment
