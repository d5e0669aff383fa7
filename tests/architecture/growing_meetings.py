"""Which rows of meetings and attendance can a story add one by one, through the services?"""

from datetime import date, timedelta
from typing import Any

from govreg.core import clock
from partnerships.models import Body, Meeting, Organisation
from partnerships.services.arrangements import add_arrangement
from partnerships.services.calendars import make_link
from partnerships.services.interventions import add_intervention
from partnerships.services.meetings import log_meeting, plan_meeting
from tests import uploads
from tests.partnerships.board import record
from tests.people import Cast

from .growing import body_of, first_body, member, trust


def log(body: Body, day: date, by: Any) -> Meeting:
    return log_meeting(body=body, values={"day": day, "place": "Grown"}, by=by)


def meeting(cast: Cast, i: int) -> None:
    """One held and one to come, of a body of its own, with who came."""
    by, today = cast.partnerships_officer, clock.today()
    body = body_of(cast, i)
    member(cast, i)
    seat = first_body().memberships.order_by("-pk")[0]
    held = log(first_body(), today - timedelta(days=i + 1), by)
    record(held, {seat: ("present", "absent")[i % 2]}, by=by)
    plan_meeting(body=body, values={"day": today + timedelta(days=i + 1)}, by=by)
    log(body, today - timedelta(days=i + 1), by)


def line_of_meeting(cast: Cast, i: int) -> None:
    """One more member who came, decision, message and file of one meeting."""
    by = cast.partnerships_officer
    day = clock.today() - timedelta(days=1)
    found = Meeting.objects.filter(body=first_body(), day=day).first()
    held = found or log(first_body(), day, by)
    member(cast, i)
    told = [{"text": f"Grown {n}", "reference": "1", "to_whom": "All"} for n in range(i + 1)]
    seats = dict.fromkeys(first_body().memberships.all(), "present")
    files = [uploads.pdf(f"grown-{i}.pdf")]
    record(held, seats, by=by, decisions=told, messages=told, uploads=files)


def intervention(cast: Cast, i: int) -> None:
    values = {
        "kind": "letter",
        "day": date(2007, 4, 1) + timedelta(days=i),
        "text": f"Grown {i}",
        "organisation": Organisation.objects.order_by("pk")[i] if i % 2 else None,
        "body": first_body() if i % 3 else None,
    }
    add_intervention(partnership=trust(), values=values, by=cast.partnerships_officer)


def arrangement(cast: Cast, i: int) -> None:
    values = {"start": date(2006, 1, 1) + timedelta(days=i), "quorum": 1}
    add_arrangement(body=first_body(), values=values, by=cast.partnerships_officer)


def calendar_link(cast: Cast, i: int) -> None:
    make_link(user=cast.auditor, body=body_of(cast, i))
