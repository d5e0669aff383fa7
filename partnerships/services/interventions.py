"""How is it recorded that something was done about poor attendance?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import AttendanceIntervention, Partnership
from partnerships.rules.interventions import refusal_of_intervention_day
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping_members

EDITABLE = ("kind", "day", "text", "organisation", "body")


def add_intervention(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> AttendanceIntervention:
    """Record a letter, a change of the meeting cycle or the like."""
    scope = partnership.scope
    with change(verb="Recorded an intervention", by=by, reason=reason, scope=scope):
        enforce_keeping_members(partnership, by=by)
        intervention = AttendanceIntervention(partnership=partnership)
        put(intervention, values, allowed=EDITABLE)
        _check(intervention)
        intervention.save()
    return intervention


def correct_intervention(
    *,
    intervention: AttendanceIntervention,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reason: str,
) -> AttendanceIntervention:
    """Correct what was recorded of an intervention."""
    partnership = intervention.partnership
    scope = partnership.scope
    with change(verb="Corrected an intervention", by=by, reason=reason, scope=scope):
        enforce_keeping_members(partnership, by=by)
        intervention = locked(AttendanceIntervention, intervention.pk, version=version)
        intervention.partnership = partnership
        put(intervention, values, allowed=EDITABLE)
        _check(intervention)
        intervention.save()
    return intervention


def _check(intervention: AttendanceIntervention) -> None:
    enforce(refusal_of_intervention_day(day=intervention.day, on=clock.today()))
    enforce(refusal_of_stranger(partnership_id=intervention.partnership_id, body=intervention.body))
