"""How does a partnership challenge an indicator of another, and how is it answered?"""

from datetime import date
from typing import Any

from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import Indicator, IndicatorChallenge, Partnership
from partnerships.rules import indicator_challenges as rules

from .allowed import enforce_keeping_indicators


def challenge(
    *, indicator: Indicator, challenger: Partnership, day: date, asked: str, on: date, by: Any
) -> IndicatorChallenge:
    """Record what another partnership asked about an indicator."""
    partnership = indicator.partnership
    with change(verb="Recorded a challenge to an indicator", by=by, scope=partnership.scope):
        scopes = (partnership.scope_id, challenger.scope_id)
        may = by is None or any(by.may(Permission.KEEP_PLANS, scope) for scope in scopes)
        enforce(rules.refusal_to_challenge(may_keep=may))
        is_own = challenger.pk == partnership.pk
        enforce(rules.refusal_of_challenge(is_own=is_own, day=day, on=on))
        made = IndicatorChallenge(
            indicator=indicator, challenger=challenger, day=day, asked=asked.strip()
        )
        made.save()
    return made


def answer_challenge(
    *,
    challenge: IndicatorChallenge,
    version: int,
    answered_on: date,
    answer: str,
    on: date,
    by: Any,
) -> IndicatorChallenge:
    """Record what was answered to a challenge."""
    indicator = challenge.indicator
    scope = indicator.partnership.scope
    with change(verb="Answered a challenge to an indicator", by=by, scope=scope):
        enforce_keeping_indicators(indicator.partnership, by=by)
        challenge = locked(IndicatorChallenge, challenge.pk, version=version)
        challenge.indicator = indicator
        enforce(
            rules.refusal_of_answer(
                is_answered=challenge.answered_on is not None,
                answered_on=answered_on,
                day=challenge.day,
                on=on,
            )
        )
        challenge.answered_on, challenge.answer = answered_on, answer.strip()
        challenge.save()
    return challenge
