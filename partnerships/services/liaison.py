"""How are standing briefings, and that one was held, recorded?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Partnership, StandingBriefing
from partnerships.rules import liaison as rules
from partnerships.rules.membership import refusal_of_period

from .allowed import enforce_keeping

EDITABLE = ("briefed_by", "briefed", "about", "frequency", "start", "end", "last_held")


def add_briefing(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> StandingBriefing:
    """Record who briefs whom, and how often."""
    with change(verb="Added a standing briefing", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        return _put(StandingBriefing(partnership=partnership), values)


def change_briefing(
    *, briefing: StandingBriefing, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> StandingBriefing:
    """Change a standing briefing, or end it."""
    partnership = briefing.partnership
    with change(verb="Changed a standing briefing", by=by, reason=reason, scope=partnership.scope):
        return _put(_locked(briefing, version, by=by), values)


def hold_briefing(
    *, briefing: StandingBriefing, version: int, held_on: date, by: Any
) -> StandingBriefing:
    """Record that a briefing was held; when the next one is due follows from it."""
    scope = briefing.partnership.scope
    with change(verb="Recorded a briefing as held", by=by, scope=scope):
        found = _locked(briefing, version, by=by)
        enforce(rules.refusal_of_earlier(held_on=held_on, last=found.last_held))
        return _put(found, {"last_held": held_on})


def _locked(briefing: StandingBriefing, version: int, *, by: Any) -> StandingBriefing:
    enforce_keeping(briefing.partnership, by=by)
    found = locked(StandingBriefing, briefing.pk, version=version)
    found.partnership = briefing.partnership
    return found


def _put(briefing: StandingBriefing, values: Mapping[str, Any]) -> StandingBriefing:
    put(briefing, values, allowed=EDITABLE)
    itself = briefing.briefed_by_id == briefing.briefed_id
    enforce(rules.refusal_of_briefing(is_itself=itself))
    enforce(refusal_of_period(start=briefing.start, end=briefing.end))
    held = briefing.last_held
    enforce(rules.refusal_of_held(held_on=held, end=briefing.end, today=clock.today()))
    briefing.next_due = rules.next_briefing_due(
        start=briefing.start, end=briefing.end, last=held, frequency=briefing.frequency
    )
    briefing.save()
    return briefing
