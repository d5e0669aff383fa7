"""How do members join and leave a partnership and its bodies?"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Attendance, Membership, Partnership
from partnerships.rules.attendance import refusal_to_shorten
from partnerships.rules.lifecycle import refusal_after_the_end
from partnerships.rules.membership import (
    refusal_after_the_body,
    refusal_of_end,
    refusal_of_overlap,
    refusal_of_period,
    refusal_of_vacancy,
)
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping_members

EDITABLE = (
    "body",
    "organisation",
    "representative",
    "post",
    "role",
    "delegated_authority",
    "voting",
    "substitutes_allowed",
    "is_vacant",
    "start",
    "end",
)


def add_member(
    *, partnership: Partnership, values: Mapping[str, Any], by: Any, reason: str = ""
) -> Membership:
    """Record that an organisation is a member from a day on (or from an unknown day)."""
    with change(verb="Added a member", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping_members(partnership, by=by)
        membership = Membership(partnership=partnership)
        put(membership, values, allowed=EDITABLE)
        _check(membership)
        membership.save()
    return membership


def add_members(
    *, partnership: Partnership, several: Sequence[Mapping[str, Any]], by: Any, reason: str = ""
) -> list[Membership]:
    """Record that several organisations are members: all of them, or none where one is refused."""
    added = []
    with change(verb="Added members", by=by, reason=reason, scope=partnership.scope):
        for values in several:
            try:
                added.append(add_member(partnership=partnership, values=values, by=by))
            except Refused as refused:
                who, why = values["organisation"], refused.refusal
                raise Refused(Refusal(why.code, f"{who}: {why.sentence}")) from refused
    return added


def correct_member(
    *, membership: Membership, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Membership:
    """Correct what was recorded of a membership."""
    scope = membership.partnership.scope
    with change(verb="Corrected a membership", by=by, reason=reason, scope=scope):
        enforce_keeping_members(membership.partnership, by=by)
        membership = locked(Membership, membership.pk, version=version)
        put(membership, values, allowed=EDITABLE)
        _check(membership)
        _keep_attendance(membership)
        membership.save()
    return membership


def end_member(*, membership: Membership, end: date, by: Any, reason: str) -> Membership:
    """Record the last day of a membership; what it was stays readable."""
    scope = membership.partnership.scope
    with change(verb="Ended a membership", by=by, reason=reason, scope=scope):
        enforce_keeping_members(membership.partnership, by=by)
        membership = locked(Membership, membership.pk)
        enforce(refusal_of_end(start=membership.start, already_ended=membership.end, end=end))
        membership.end = end
        _keep_attendance(membership)
        membership.save()
    return membership


def _keep_attendance(membership: Membership) -> None:
    """Refuse what would leave attendance recorded of somebody who was no member."""
    rows = Attendance.objects.filter(membership=membership)
    meetings = rows.values_list("meeting__day", "meeting__body_id")
    own = membership.body_id
    attended = [(day, own in (None, body)) for day, body in meetings]
    if membership.is_vacant:
        enforce(refusal_of_vacancy(attended=[day for day, _own in attended]))
    enforce(refusal_to_shorten(start=membership.start, end=membership.end, attended=attended))


def _check(membership: Membership) -> None:
    enforce(refusal_of_period(start=membership.start, end=membership.end))
    ended_on = membership.partnership.ended_on
    enforce(refusal_after_the_end(ended_on=ended_on, day=membership.start, what="A membership"))
    enforce(refusal_of_stranger(partnership_id=membership.partnership_id, body=membership.body))
    body = membership.body
    if body is not None:
        start = membership.start
        enforce(refusal_after_the_body(body=body.name, ended_on=body.end, start=start))
    others = (
        Membership.objects.filter(
            partnership=membership.partnership,
            body=membership.body,
            organisation=membership.organisation,
            representative=membership.representative,
            post=membership.post,
        )
        .exclude(pk=membership.pk)
        .values_list("start", "end")
    )
    enforce(refusal_of_overlap(start=membership.start, end=membership.end, others=others))
