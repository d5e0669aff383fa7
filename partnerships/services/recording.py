"""How is a meeting recorded that was held: who came, what was decided, what is to be relayed?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.files.store import take_upload
from govreg.core.history.change import change
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Attendance, Decision, KeyMessage, Meeting, Membership, Minutes
from partnerships.rules.attendance import refusal_of_member, refusal_of_substitute
from partnerships.rules.meetings import refusal_to_hold

from .allowed import enforce_keeping_members, enforce_reading
from .searching import enter_decision, leave_decision

#: A seat, what became of it ("" takes what was recorded away), and who came instead.
Seat = tuple[Membership, str, str]


def record_meeting(
    *,
    meeting: Meeting,
    version: int,
    seats: Iterable[Seat],
    decisions: Sequence[Mapping[str, str]],
    messages: Sequence[Mapping[str, str]],
    quorate: bool | None,
    by: Any,
    uploads: Iterable[Any] = (),
    reason: str = "",
) -> Meeting:
    """Record a held meeting whole, in one change set. What it held before is corrected.

    Decisions and messages are given in their order, as they now stand; an empty text takes that
    one away.
    """
    body = meeting.body
    scope = body.partnership.scope
    with change(verb="Recorded a meeting", by=by, reason=reason, scope=scope):
        enforce_keeping_members(body.partnership, by=by)
        meeting = locked(Meeting, meeting.pk, version=version)
        meeting.body = body
        enforce_reading(meeting, by=by)
        enforce(refusal_to_hold(day=meeting.day, cancelled=meeting.is_cancelled, on=clock.today()))
        meeting.state = Meeting.State.HELD
        meeting.quorate_stated = quorate
        meeting.save()
        _attendance(meeting, seats)
        _texts(meeting, Decision, decisions, ("text", "reference"))
        _texts(meeting, KeyMessage, messages, ("text", "to_whom"))
        for upload in uploads:
            file = take_upload(upload, by=by)
            Minutes(meeting=meeting, file=file, added_on=clock.today()).save()
    return meeting


def relay_message(*, message: KeyMessage, on: date, by: Any) -> KeyMessage:
    """Record on which day a key message was relayed."""
    meeting = message.meeting
    with change(verb="Relayed a key message", by=by, scope=meeting.body.partnership.scope):
        enforce_keeping_members(meeting.body.partnership, by=by)
        locked(Meeting, meeting.pk)  # so that no record of the meeting is corrected meanwhile
        message = locked(KeyMessage, message.pk)
        if on < meeting.day:
            raise Refused(
                Refusal("relayed-too-early", "The message cannot be relayed before the meeting.")
            )
        if on > clock.today():
            raise Refused(
                Refusal("relayed-to-come", "That day is still to come. Give the day it was done.")
            )
        message.relayed_on = on
        message.save()
    return message


def _attendance(meeting: Meeting, seats: Iterable[Seat]) -> None:
    held = {row.membership_id: row for row in meeting.attendance.all()}
    given = [(membership.pk, state, substitute) for membership, state, substitute in seats]
    members = _locked_members([pk for pk, _state, _substitute in given])
    for pk, state, substitute in given:
        membership = members[pk]
        row = held.get(membership.pk)
        if not state:
            _check_substitute(membership, state, substitute)
            if row:
                row.delete()
            continue
        _check_seat(meeting, membership, state, substitute)
        row = row or Attendance(meeting=meeting, membership=membership)
        if (row.pk, row.state, row.substitute) != (row.pk or 0, state, substitute.strip()):
            row.state, row.substitute = state, substitute.strip()
            row.save()


def _locked_members(keys: list[int]) -> dict[int, Membership]:
    """Return memberships as they stand now, so that none ends or moves until this is saved."""
    found = Membership.objects.select_for_update(of=("self",)).select_related("organisation")
    return {membership.pk: membership for membership in found.filter(pk__in=keys).order_by("pk")}


def _check_seat(meeting: Meeting, membership: Membership, state: str, substitute: str) -> None:
    organisation = membership.organisation.name
    same_body = not membership.is_vacant and (
        membership.body_id == meeting.body_id
        or (membership.body_id is None and membership.partnership_id == meeting.body.partnership_id)
    )
    enforce(
        refusal_of_member(
            who=organisation,
            same_body=same_body,
            start=membership.start,
            end=membership.end,
            day=meeting.day,
        )
    )
    _check_substitute(membership, state, substitute)


def _check_substitute(membership: Membership, state: str, substitute: str) -> None:
    organisation = membership.organisation.name
    refused = refusal_of_substitute(
        is_substitute=state == Attendance.State.SUBSTITUTE, substitute=substitute
    )
    if refused:
        raise Refused(Refusal(refused.code, f"{organisation}: {refused.sentence}"))


def _texts(
    meeting: Meeting,
    model: type[Decision] | type[KeyMessage],
    given: Sequence[Mapping[str, str]],
    columns: tuple[str, str],
) -> None:
    """Make the meeting's rows of a kind those given, keeping and changing the ones it had."""
    held: list[Any] = list(model.objects.filter(meeting=meeting))
    for position, values in enumerate(given):
        row = held[position] if position < len(held) else None
        if not values["text"].strip():
            if row:
                leave_decision(row)
                row.delete()
            continue
        row = row or model(meeting=meeting)
        new = [values[column].strip() for column in columns]
        said_otherwise = [getattr(row, column) for column in columns] != new
        if row.pk is None or said_otherwise or row.position != position:
            for column, value in zip(columns, new, strict=True):
                setattr(row, column, value)
            if said_otherwise and isinstance(row, KeyMessage):
                row.relayed_on = None  # what was relayed is another message
            row.position = position
            row.meeting = meeting
            row.save()
            if isinstance(row, Decision):
                enter_decision(row)
