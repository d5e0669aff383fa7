"""How do the meetings of a partnership's bodies leave as a sheet, and come in again?

What is exempt from publication leaves with those alone who may read it.
"""

from collections.abc import Collection, Iterable
from typing import Any

from govreg.core.refusals import Refusal, Refused
from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import Column, Kind, Sheet
from partnerships.models import Meeting
from partnerships.models.meetings import may_read
from partnerships.services.allowed import enforce_keeping_members
from partnerships.services.meetings import (
    EDITABLE,
    cancel_meeting,
    change_meeting,
    log_meeting,
    plan_meeting,
)
from partnerships.services.recording import record_meeting

from .binding import RowsOfPartnership, narrowed, told

State, LONG = Meeting.State, 10_000
SHEET = Sheet(
    "meetings",
    "Meetings",
    ("meeting", "meetings"),
    (
        Column("body", "Body", Kind.NAME, required=True),
        Column("day", "Date", Kind.DATE, required=True),
        Column("starts_at", "Starts at", Kind.TIME),
        Column("ends_at", "Ends at", Kind.TIME),
        Column("place", "Place", empty=""),
        Column(
            "kind",
            "Type",
            Kind.CHOICE,
            choices=dict(Meeting.Kind.choices),
            empty=Meeting.Kind.BOARD.value,
            help="Meeting of the body where it is empty",
        ),
        Column("state", "State", Kind.CHOICE, choices=dict(State.choices), required=True),
        Column("cancelled_because", "Why it was cancelled", empty="", most=500),
        Column("agenda", "Agenda", Kind.LONG_TEXT, empty="", most=LONG),
        Column(
            "exempt", "Exempt from publication", Kind.YES_NO, empty=False, help="No where empty"
        ),
    ),
)


def refused(code: str, sentence: str) -> Refused:
    """Return a refusal to raise."""
    return Refused(Refusal(code, sentence))


class Meetings(RowsOfPartnership):
    """The meetings of one partnership's bodies, planned, held and cancelled."""

    sheet = SHEET
    model = Meeting
    verb = "Imported meetings"
    headings = {
        "ends-first": "Ends at",
        "no-start": "Starts at",
        "held-to-come": "Date",
        "meeting-to-come": "Date",
        "meeting-known": "Date",
        "attendance-recorded": "Date",
        "no-reason": "Why it was cancelled",
        "meeting-held": "State",
        "meeting-state": "State",
        "meeting-moved": "Body",
    }

    def enforce_allowed(self) -> None:
        """Refuse whoever does not keep the partnership's meetings."""
        enforce_keeping_members(self.partnership, by=self.by)

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give the meetings that the person may read, without those logged by mistake."""
        found: Any = Meeting.objects.not_withdrawn().filter(
            may_read(self.by), body__partnership=self.partnership
        )
        found = found.select_related("body").order_by("day", "pk")
        for one in narrowed(found, lock=lock, only=only):
            one.body.partnership = self.partnership
            values = {column.key: getattr(one, column.key) for column in SHEET.own}
            yield Held(one, one.pk, one.version, values)

    def address_of(self, record: Any) -> str:
        """Return the meeting's page."""
        return str(record.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the body and the day."""
        day = values["day"]
        return told(values["body"], day and f"{day:%-d %B %Y}")

    def save(self, draft: Draft) -> None:
        """Plan, log, change or cancel the meeting, or say that it was held."""
        values = draft.values
        edited = {name: values[name] for name in EDITABLE}
        if values["cancelled_because"] and values["state"] != State.CANCELLED:
            raise refused(
                "meeting-state",
                "“Why it was cancelled” is filled in, but the state is not “Cancelled”.",
            )
        if draft.held is None:
            add = log_meeting if values["state"] == State.HELD else plan_meeting
            meeting, was = add(body=values["body"], values=edited, by=self.by), State.PLANNED
            if values["state"] == State.HELD:
                return
        else:
            meeting, was = draft.held.record, draft.held.record.state
            if "body" in draft.changed:
                raise refused(
                    "meeting-moved",
                    "A meeting stays with its body. Cancel it, and add a row for the other body.",
                )
            if was == State.CANCELLED or draft.changed & set(EDITABLE):
                meeting = change_meeting(
                    meeting=meeting, version=meeting.version, values=edited, by=self.by
                )
        self._go_on(meeting, was, values)

    def _go_on(self, meeting: Meeting, was: str, values: dict[str, Any]) -> None:
        """Take the meeting from the state it was in to that of the row."""
        state = values["state"]
        if state == was:
            return
        if state == State.CANCELLED:
            cancel_meeting(meeting=meeting, because=values["cancelled_because"], by=self.by)
        elif (was, state) == (State.PLANNED, State.HELD):
            record_meeting(
                meeting=meeting,
                version=meeting.version,
                seats=[],
                decisions=[],
                messages=[],
                quorate=meeting.quorate_stated,
                by=self.by,
            )
        else:
            raise refused("meeting-state", "A meeting that was held cannot be planned again.")
