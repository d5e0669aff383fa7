"""How does attendance leave as a sheet, and come in again?

A row is found by its meeting (body, date and type) and its member (organisation, and the post that
represents it where the organisation has several seats).
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from datetime import date
from typing import Any

from govreg.core.refusals import enforce
from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import Column, Kind, Sheet
from govreg.core.ui.words import long_date
from partnerships.models import Attendance, Meeting, Membership
from partnerships.models.meetings import may_read
from partnerships.rules.attendance import refusal_of_member
from partnerships.services.allowed import enforce_keeping_members
from partnerships.services.recording import record_meeting

from .binding import GroupsOfPartnership, narrowed, told
from .meetings import refused
from .names import folded

Found = tuple[Meeting, Membership]
TELLS_WHICH = {"body", "day", "kind", "organisation", "representative"}
SHEET = Sheet(
    "attendance",
    "Attendance",
    ("attendance", "attendance"),
    (
        Column("body", "Body", Kind.NAME, required=True),
        Column("day", "Date of the meeting", Kind.DATE, required=True),
        Column(
            "kind",
            "Type of meeting",
            Kind.CHOICE,
            choices=dict(Meeting.Kind.choices),
            empty=Meeting.Kind.BOARD.value,
            help="Meeting of the body where it is empty",
        ),
        Column("organisation", "Organisation", Kind.NAME, required=True),
        Column(
            "representative",
            "Representative’s post",
            empty="",
            help="Needed where the organisation has several seats on the body",
        ),
        Column(
            "state",
            "Attendance",
            Kind.CHOICE,
            choices=dict(Attendance.State.choices),
            required=True,
        ),
        Column("substitute", "Who came instead", empty=""),
    ),
)


def represented(membership: Membership) -> str:
    """Return the post that represents a member, as far as it is known."""
    return membership.post.title if membership.post else membership.representative


class AttendanceRows(GroupsOfPartnership):
    """Who came to the meetings of one partnership's bodies."""

    sheet = SHEET
    model = Attendance
    verb = "Imported attendance"
    headings = {
        "no-member": "Organisation",
        "several-seats": "Representative’s post",
        "no-substitute": "Who came instead",
        "meeting-unknown": "Date of the meeting",
        "meeting-to-come": "Date of the meeting",
        "meeting-cancelled": "Date of the meeting",
    }

    def enforce_allowed(self) -> None:
        """Refuse whoever does not keep the partnership's attendance."""
        enforce_keeping_members(self.partnership, by=self.by)

    def start(self) -> None:
        """Read the names, the meetings, the members and what is recorded already."""
        super().start()
        readable = Meeting.objects.filter(may_read(self.by), body__partnership=self.partnership)
        readable = readable.select_related("body").order_by("-state", "pk")
        self._meetings: dict[Hashable, Meeting] = {}
        for meeting in readable:
            meeting.body.partnership = self.partnership
            key = meeting.body_id, meeting.day, meeting.kind
            if key not in self._meetings or not meeting.is_cancelled:
                self._meetings[key] = meeting
        self._seats: defaultdict[int, list[Membership]] = defaultdict(list)
        for seat in Membership.objects.filter(partnership=self.partnership).select_related("post"):
            self._seats[seat.organisation_id].append(seat)
        rows = Attendance.objects.filter(meeting__body__partnership=self.partnership)
        self._taken: set[Hashable] = set(rows.order_by().values_list("meeting", "membership"))
        self._found: dict[int, Found] = {}

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give the attendance of the meetings that the person may read."""
        found: Any = Attendance.objects.filter(
            may_read(self.by, path="meeting__"), meeting__body__partnership=self.partnership
        ).select_related("meeting__body", "membership__organisation", "membership__post")
        found = found.order_by("meeting__day", "meeting", "membership__organisation__name", "pk")
        for one in narrowed(found, lock=lock, only=only):
            meeting, member = one.meeting, one.membership
            meeting.body.partnership = self.partnership
            values = {
                "body": meeting.body,
                "day": meeting.day,
                "kind": meeting.kind,
                "organisation": member.organisation,
                "representative": represented(member),
                "state": one.state,
                "substitute": one.substitute,
            }
            yield Held(one, one.pk, one.version, values)

    def address_of(self, record: Any) -> str:
        """Return the meeting's page."""
        return str(record.meeting.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the member, the body and the day."""
        day = values["day"]
        return told(values["organisation"], values["body"], day and f"{day:%-d %B %Y}")

    def look_at(self, draft: Draft) -> None:
        """Find the row's meeting and member. Raises Refused where there is none such."""
        if draft.held:
            if draft.changed & TELLS_WHICH:
                raise refused(
                    "attendance-moved",
                    "Attendance stays with its meeting and its member. Leave these as they are, "
                    "and add a row for another.",
                )
            record = draft.held.record
            self._found[draft.line] = record.meeting, record.membership
            return
        values = draft.values
        meeting = self._meeting(values["body"], values["day"], values["kind"])
        seat = self._seat(meeting, values["organisation"], values["representative"])
        if (meeting.pk, seat.pk) in self._taken:
            raise refused(
                "attendance-known",
                f"The attendance of {values['organisation']} at this meeting is recorded already, "
                "or stands on another line. Download the sheet again and change that row.",
            )
        self._taken.add((meeting.pk, seat.pk))
        self._found[draft.line] = meeting, seat

    def _meeting(self, body: Any, day: date, kind: str) -> Meeting:
        found = self._meetings.get((body.pk, day, kind))
        if found is None:
            raise refused(
                "meeting-unknown",
                f"No meeting of this type of {body} on {long_date(day)} is recorded. Record the "
                "meeting first, or correct the date.",
            )
        return found

    def _seat(self, meeting: Meeting, organisation: Any, representative: str) -> Membership:
        seats = [
            seat
            for seat in self._seats[organisation.pk]
            if seat.body_id in (None, meeting.body_id)
            and not seat.is_vacant
            and seat.is_in_force(on=meeting.day)
        ]
        if representative:
            wanted = folded(representative)
            seats = [seat for seat in seats if folded(represented(seat)) == wanted]
        if not seats:
            who = told(organisation, representative)
            enforce(
                refusal_of_member(who=who, same_body=False, start=None, end=None, day=meeting.day)
            )
        if len(seats) > 1:
            raise refused(
                "several-seats",
                f"{organisation} has several seats on {meeting.body}. Fill in which one it is.",
            )
        return seats[0]

    def group_of(self, draft: Draft) -> Hashable:
        """Record what is said of one meeting at once."""
        return self._found[draft.line][0].pk

    def save(self, drafts: Sequence[Draft]) -> None:
        """Record the attendance of some members of one meeting; that of the others stays."""
        meeting = self._found[drafts[0].line][0]
        present = Meeting.objects.get(pk=meeting.pk)
        present.body = meeting.body
        record_meeting(
            meeting=present,
            version=present.version,
            seats=[
                (self._found[d.line][1], d.values["state"], d.values["substitute"]) for d in drafts
            ],
            decisions=[],
            messages=[],
            quorate=present.quorate_stated,
            by=self.by,
        )
