"""How is it recorded that a body meets otherwise from a day on?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Body, MeetingArrangement, Membership
from partnerships.rules.attendance import refusal_of_quorum
from partnerships.rules.meetings import refusal_of_day

from .allowed import enforce_keeping_members

EDITABLE = (
    "start",
    "meetings_a_year",
    "chair_selection",
    "quorum",
    "usual_day",
    "usual_time",
    "usual_place",
    "clerk",
)


def add_arrangement(
    *, body: Body, values: Mapping[str, Any], by: Any, reason: str = ""
) -> MeetingArrangement:
    """Record how a body meets from a day on."""
    scope = body.partnership.scope
    with change(verb="Recorded meeting arrangements", by=by, reason=reason, scope=scope):
        enforce_keeping_members(body.partnership, by=by)
        arrangement = MeetingArrangement(body=body)
        put(arrangement, values, allowed=EDITABLE)
        _check(arrangement)
        arrangement.save()
    return arrangement


def correct_arrangement(
    *,
    arrangement: MeetingArrangement,
    version: int,
    values: Mapping[str, Any],
    by: Any,
    reason: str,
) -> MeetingArrangement:
    """Correct what was recorded of how a body meets."""
    body = arrangement.body
    scope = body.partnership.scope
    with change(verb="Corrected meeting arrangements", by=by, reason=reason, scope=scope):
        enforce_keeping_members(body.partnership, by=by)
        arrangement = locked(MeetingArrangement, arrangement.pk, version=version)
        arrangement.body = body
        put(arrangement, values, allowed=EDITABLE)
        _check(arrangement)
        arrangement.save()
    return arrangement


def _seats(arrangement: MeetingArrangement) -> int:
    """Return how many may count towards the quorum on its first day; 0 where none is recorded.

    Beside the body's own seats, those on the partnership as a whole may come to its meetings. Those
    of observers do not count, vacant ones do.
    """
    body = arrangement.body
    seats = Membership.objects.filter(partnership=body.partnership_id).in_force(
        on=arrangement.start
    )
    voting = seats.exclude(role=Membership.Role.OBSERVER)
    own = voting.filter(body=body).count()
    return own + voting.filter(body=None).count() if own else 0


def _check(arrangement: MeetingArrangement) -> None:
    body = arrangement.body
    enforce(refusal_of_day(day=arrangement.start, body_start=body.start, body_end=body.end))
    enforce(refusal_of_quorum(quorum=arrangement.quorum, seats=_seats(arrangement)))
    same = MeetingArrangement.objects.filter(body=body, start=arrangement.start)
    if same.exclude(pk=arrangement.pk).exists():
        raise Refused(
            Refusal(
                "arrangement-known",
                "Arrangements from that day are already recorded. Correct those instead.",
            )
        )
