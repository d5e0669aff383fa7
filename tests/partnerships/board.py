"""Which board meets in the tests' stories?"""

from datetime import date, timedelta
from typing import Any

from govreg.core import clock
from partnerships.models import Body, Meeting, Membership, Organisation, Partnership
from partnerships.services.arrangements import add_arrangement
from partnerships.services.meetings import log_meeting, plan_meeting
from partnerships.services.memberships import add_member
from partnerships.services.recording import record_meeting

WEST = "dp-west"


def west() -> Partnership:
    return Partnership.objects.get(reference=WEST)


def board(reference: str = WEST) -> Body:
    """The West's executive group, or the first body of another partnership."""
    found = Body.objects.filter(partnership__reference=reference).order_by("pk")
    return found.select_related("partnership")[0]


def seat(organisation: str, body: Body) -> Membership:
    return Membership.objects.get(organisation__name=organisation, body=body)


def joins(organisation: str, body: Body, *, by: Any, **period: date) -> Membership:
    values = {"organisation": Organisation.objects.get(name=organisation), "body": body, **period}
    return add_member(partnership=body.partnership, values=values, by=by)


def yesterday() -> date:
    return clock.today() - timedelta(days=1)


def held(body: Body, *, by: Any, day: date | None = None, **values: Any) -> Meeting:
    return log_meeting(body=body, values={"day": day or yesterday(), **values}, by=by)


def planned(body: Body, *, by: Any, day: date, **values: Any) -> Meeting:
    return plan_meeting(body=body, values={"day": day, **values}, by=by)


def record(meeting: Meeting, states: dict[Membership, str], *, by: Any, **given: Any) -> Meeting:
    """Record who came, and what else is given."""
    given = {"decisions": [], "messages": [], "quorate": None, **given}
    seats = [(membership, state, "") for membership, state in states.items()]
    current = Meeting.objects.get(pk=meeting.pk)
    return record_meeting(meeting=meeting, version=current.version, seats=seats, by=by, **given)


def quorum(body: Body, number: int, *, by: Any, start: date = date(2005, 1, 1)) -> None:
    add_arrangement(body=body, values={"start": start, "quorum": number}, by=by)
