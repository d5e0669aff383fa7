"""How is a meeting planned, logged, changed and cancelled?"""

from collections.abc import Mapping, Sequence
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.ui.words import long_date
from partnerships.models import Body, Meeting
from partnerships.queries.meetings import resting_on
from partnerships.rules import meetings as rules
from partnerships.rules.lifecycle import refusal_after_the_end

from .allowed import enforce_keeping_members, enforce_reading
from .searching import enter_decisions

EDITABLE = ("day", "starts_at", "ends_at", "place", "kind", "agenda", "exempt")


def plan_meeting(*, body: Body, values: Mapping[str, Any], by: Any, reason: str = "") -> Meeting:
    """Plan one meeting of a body."""
    return _add(body, values, Meeting.State.PLANNED, verb="Planned a meeting", by=by, reason=reason)


def log_meeting(*, body: Body, values: Mapping[str, Any], by: Any, reason: str = "") -> Meeting:
    """Record that a body met."""
    return _add(body, values, Meeting.State.HELD, verb="Logged a meeting", by=by, reason=reason)


def plan_meetings(
    *, body: Body, several: Sequence[Mapping[str, Any]], by: Any, reason: str = ""
) -> list[Meeting]:
    """Plan several meetings of a body: all of them, or none where one is refused."""
    planned = []
    with change(verb="Planned meetings", by=by, reason=reason, scope=body.partnership.scope):
        for values in several:
            try:
                planned.append(plan_meeting(body=body, values=values, by=by))
            except Refused as refused:
                why = refused.refusal
                sentence = f"{long_date(values['day'])}: {why.sentence}"
                raise Refused(Refusal(why.code, sentence)) from refused
    return planned


def change_meeting(
    *, meeting: Meeting, version: int, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Meeting:
    """Change when, where or about what a body meets."""
    body = meeting.body
    scope = body.partnership.scope
    with change(verb="Changed a meeting", by=by, reason=reason, scope=scope):
        enforce_keeping_members(body.partnership, by=by)
        meeting = locked(Meeting, meeting.pk, version=version)
        meeting.body = body
        enforce_reading(meeting, by=by)
        enforce(rules.refusal_to_change(cancelled=meeting.is_cancelled))
        was = meeting.day
        put(meeting, values, allowed=EDITABLE)
        recorded = meeting.attendance.exists()
        enforce(rules.refusal_of_move(old=was, new=meeting.day, has_attendance=recorded))
        _check(meeting)
        meeting.save()
        enter_decisions(meeting.decisions.all())
    return meeting


def cancel_meeting(*, meeting: Meeting, because: str, by: Any) -> Meeting:
    """Record that a planned meeting does not take place, and why."""
    scope = meeting.body.partnership.scope
    with change(verb="Cancelled a meeting", by=by, reason=because, scope=scope):
        enforce_keeping_members(meeting.body.partnership, by=by)
        meeting = locked(Meeting, meeting.pk)
        enforce(
            rules.refusal_to_cancel(
                held=meeting.is_held, cancelled=meeting.is_cancelled, because=because
            )
        )
        meeting.state = Meeting.State.CANCELLED
        meeting.cancelled_because = because.strip()
        meeting.save()
    return meeting


def withdraw_meeting(*, meeting: Meeting, because: str, by: Any) -> Meeting:
    """Record that a meeting was logged by mistake; it counts no more and stays in the history."""
    scope = meeting.body.partnership.scope
    with change(verb="Withdrew a meeting", by=by, reason=because, scope=scope):
        enforce_keeping_members(meeting.body.partnership, by=by)
        meeting = locked(Meeting, meeting.pk)
        basis = resting_on(meeting)
        enforce(rules.refusal_to_withdraw(held=meeting.is_held, basis=basis, because=because))
        meeting.state = Meeting.State.CANCELLED
        meeting.logged_by_mistake = True
        meeting.cancelled_because = because.strip()
        meeting.save()
    return meeting


def _add(
    body: Body, values: Mapping[str, Any], state: str, *, verb: str, by: Any, reason: str
) -> Meeting:
    with change(verb=verb, by=by, reason=reason, scope=body.partnership.scope):
        enforce_keeping_members(body.partnership, by=by)
        locked(Body, body.pk)  # so that two do not add the same meeting
        meeting = Meeting(body=body, state=state)
        put(meeting, values, allowed=EDITABLE)
        _check(meeting)
        meeting.save()
    return meeting


def _check(meeting: Meeting) -> None:
    body = meeting.body
    enforce(rules.refusal_of_day(day=meeting.day, body_start=body.start, body_end=body.end))
    ended_on = body.partnership.ended_on
    enforce(refusal_after_the_end(ended_on=ended_on, day=meeting.day, what="A meeting"))
    enforce(rules.refusal_of_held_day(day=meeting.day, held=meeting.is_held, on=clock.today()))
    enforce(rules.refusal_of_times(starts_at=meeting.starts_at, ends_at=meeting.ends_at))
    others = Meeting.objects.filter(body=body, day=meeting.day).exclude(pk=meeting.pk)
    known = others.exclude(state=Meeting.State.CANCELLED).values_list("day", "kind")
    enforce(rules.refusal_of_second(day=meeting.day, kind=meeting.kind, known=known))
