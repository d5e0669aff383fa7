"""Which meetings does the access matrix turn on?"""

from datetime import date, timedelta
from typing import Any

from govreg.core import clock
from partnerships.services.arrangements import add_arrangement
from partnerships.services.calendars import make_link
from partnerships.services.interventions import add_intervention
from partnerships.services.meetings import cancel_meeting
from tests import uploads
from tests.partnerships.board import board, held, planned, record
from tests.people import Cast

WEST, TRUST = "dp-west", "children-leeds"


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Hold, plan and cancel meetings of West and of the trust, one of them exempt."""
    by = cast.partnerships_officer
    for key, reference in (("west", WEST), ("trust", TRUST)):
        body = board(reference)
        meeting = held(body, day=date(2007, 9, 5), by=by, agenda="The plan")
        seats = dict.fromkeys(body.memberships.all(), "present")
        told = [{"text": "The plan is adopted.", "to_whom": ""}]
        record(
            meeting,
            seats,
            by=by,
            quorate=False,
            decisions=[{"text": "Adopt the plan.", "reference": "12/07"}],
            messages=told,
            uploads=[uploads.pdf("minutes.pdf")],
        )
        values = {"kind": "letter", "day": date(2007, 9, 6), "text": "Please come."}
        done = add_intervention(partnership=body.partnership, values=values, by=by)
        world[f"{key} intervention"] = [reference, done.pk]
        world[f"{key} meeting"] = [reference, meeting.pk]
        world[f"{key} message"] = [reference, meeting.pk, meeting.key_messages.get().pk]
        world[f"{key} minutes"] = [reference, meeting.pk, meeting.minutes.get().pk]
    west = board(WEST)
    exempt = held(west, day=date(2007, 10, 5), by=by, exempt=True)
    record(exempt, {}, by=by, uploads=[uploads.pdf("exempt.pdf")])
    world["exempt meeting"] = [WEST, exempt.pk]
    world["exempt minutes"] = [WEST, exempt.pk, exempt.minutes.get().pk]
    world["exempt meeting's history"] = ["partnerships.meeting", exempt.pk]
    coming = planned(west, day=clock.today() + timedelta(days=30), by=by)
    world["planned meeting"] = [WEST, coming.pk]
    off = planned(west, day=clock.today() + timedelta(days=60), by=by)
    cancel_meeting(meeting=off, because="Snow.", by=by)
    world["cancelled meeting"] = [WEST, off.pk]
    for start in (date(2006, 1, 1), date(2007, 1, 1)):
        values = {"start": start, "quorum": 5, "meetings_a_year": 6}
        arrangement = add_arrangement(body=west, values=values, by=by)
    world["west arrangement"] = [WEST, west.pk, arrangement.pk]
    link, token = make_link(user=cast.area_manager_west)
    world["west's calendar link"] = [link.pk]
    world["calendar"] = [token]
    world["no calendar"] = ["x" * 43]
