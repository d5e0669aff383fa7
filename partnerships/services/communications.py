"""How is a communications plan kept, and what was said by it recorded?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import CommunicationMade, Partnership, PlannedCommunication
from partnerships.rules.communications import refusal_of_communication
from partnerships.rules.membership import refusal_of_period
from partnerships.rules.reporting import next_report_due

from .allowed import enforce_keeping

EDITABLE = ("party", "needs", "method", "frequency_months", "responsible", "start", "end")
MADE = ("day", "what", "evidence")


def plan_communication(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> PlannedCommunication:
    """Add a line to a partnership's communications plan."""
    scope = partnership.scope
    with change(verb="Added to the communications plan", by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        return _put(PlannedCommunication(partnership=partnership), values)


def change_communication(
    *,
    planned: PlannedCommunication,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reason: str,
) -> PlannedCommunication:
    """Change a line of the plan, or end it."""
    partnership = planned.partnership
    verb, scope = "Changed the communications plan", partnership.scope
    with change(verb=verb, by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        found = locked(PlannedCommunication, planned.pk, version=version)
        found.partnership = partnership
        return _put(found, values)


def record_communication(
    *, planned: PlannedCommunication, values: Mapping[str, Any], by: Any, reason: str = ""
) -> CommunicationMade:
    """Record that a party was informed; when it is next due follows from it."""
    partnership = planned.partnership
    verb, scope = "Recorded a communication", partnership.scope
    with change(verb=verb, by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        found = locked(PlannedCommunication, planned.pk)
        found.partnership = partnership
        made = CommunicationMade(planned=found)
        put(made, values, allowed=MADE)
        today = clock.today()
        enforce(refusal_of_communication(day=made.day, end=found.end, today=today))
        made.save()
        before = found.next_due
        if _work_out_due(found) != before:
            found.save()
    return made


def _put(planned: PlannedCommunication, values: Mapping[str, Any]) -> PlannedCommunication:
    put(planned, values, allowed=EDITABLE)
    enforce(refusal_of_period(start=planned.start, end=planned.end))
    _work_out_due(planned)
    planned.save()
    return planned


def _work_out_due(planned: PlannedCommunication) -> Any:
    """Set on a line when it is next due, and return it."""
    made = planned.made.order_by("-day") if planned.pk else CommunicationMade.objects.none()
    planned.next_due = next_report_due(
        start=planned.start,
        end=planned.end,
        last=made.values_list("day", flat=True).first(),
        months=planned.frequency_months,
    )
    return planned.next_due
