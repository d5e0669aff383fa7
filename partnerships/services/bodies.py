"""How are a partnership's bodies, their arrangements and their reporting lines kept?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Body, BodyReportsTo, Decision, Meeting, Partnership
from partnerships.rules.meetings import refusal_to_leave_meetings
from partnerships.rules.membership import refusal_of_period
from partnerships.rules.structure import (
    refusal_of_circle,
    refusal_of_reporting_circle,
    refusal_of_stranger,
)

from .searching import enter_body, enter_decisions

EDITABLE = (
    "name",
    "local_term",
    "kind",
    "layer",
    "parent",
    "meetings",
    "meetings_a_year",
    "chair_selection",
    "composition",
    "function",
    "governing_document",
    "position",
    "start",
    "end",
)


def add_body(
    *,
    partnership: Partnership,
    values: Mapping[str, Any],
    by: Any,
    reports_to: Iterable[Body] = (),
    reason: str = "",
) -> Body:
    """Add a board, group or component to a partnership."""
    with change(verb="Added a body", by=by, reason=reason, scope=partnership.scope):
        body = Body(partnership=partnership)
        put(body, values, allowed=EDITABLE)
        _check(body)
        body.save()
        _report_to(body, reports_to)
        enter_body(body)
    return body


def describe_body(
    *,
    body: Body,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reports_to: Iterable[Body],
    reason: str,
) -> Body:
    """Change a body's arrangements: how often it meets, how its chair is chosen, and the like."""
    with change(verb="Changed a body", by=by, reason=reason, scope=body.partnership.scope):
        body = locked(Body, body.pk, version=version)
        was = body.name
        put(body, values, allowed=EDITABLE)
        _check(body)
        body.save()
        _report_to(body, reports_to)
        enter_body(body)
        if body.name != was:
            enter_decisions(Decision.objects.filter(meeting__body=body))
    return body


def _check(body: Body) -> None:
    enforce(refusal_of_period(start=body.start, end=body.end))
    enforce(refusal_to_leave_meetings(start=body.start, end=body.end, met=_met(body)))
    enforce(refusal_of_stranger(partnership_id=body.partnership_id, body=body.parent))
    enforce(refusal_of_circle(record=body, above=body.parent, next_above=lambda b: b.parent))
    same = Body.objects.filter(partnership=body.partnership, name__iexact=body.name)
    if same.exclude(pk=body.pk).exists():
        raise Refused(
            Refusal("body-known", f"“{body.name}” is already a body of this partnership.")
        )


def _met(body: Body) -> list[date]:
    """Return the days of the meetings that the body held or plans, once it is recorded at all."""
    if body.pk is None:
        return []
    meetings = Meeting.objects.filter(body=body).exclude(state=Meeting.State.CANCELLED)
    return list(meetings.values_list("day", flat=True))


def _report_to(body: Body, reports_to: Iterable[Body]) -> None:
    """Make the reporting lines those to the given bodies, keeping the ones that stay."""
    wanted = {to.pk: to for to in reports_to}
    for to in wanted.values():
        enforce(refusal_of_stranger(partnership_id=body.partnership_id, body=to))
    for line in body.reporting_lines.all():
        if wanted.pop(line.to_id, None) is None:
            line.delete()
    for to in wanted.values():
        enforce(refusal_of_reporting_circle(body=body, to=to, reports_to=_reports_to))
        BodyReportsTo(body=body, to=to).save()


def _reports_to(body: Body) -> list[Body]:
    return [line.to for line in body.reporting_lines.select_related("to")]
