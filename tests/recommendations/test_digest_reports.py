"""Is a lead officer told once a period of the performance reports that bodies are to be given?"""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govreg.core import clock
from govreg.core.outbox.models import OutgoingMessage
from partnerships.models import Body, Partnership
from partnerships.services.bodies import add_body
from partnerships.services.posts import appoint
from partnerships.services.reporting import add_line, record_report
from recommendations.queries.digests import digests_of
from recommendations.rules.digests import Kind
from recommendations.services.digests import choose_frequency, send_digests
from tests.people import Cast, signed_in

from .digest_people import titles

pytestmark = pytest.mark.django_db
LAYER = "executive"


def bodies(cast: Cast, count: int) -> list[Body]:
    """Return bodies of a layer of West, whose lead officer is its area manager; some are new."""
    west = Partnership.objects.select_related("scope", "lead").get(reference="dp-west")
    if not west.lead.holdings.filter(user=cast.area_manager_west).exists():
        appoint(post=west.lead, user=cast.area_manager_west, start=None, by=cast.administrator)
    return [
        add_body(
            partnership=west,
            values={"name": f"Group {number}", "kind": "executive", "layer": LAYER},
            by=cast.partnerships_officer,
        )
        for number in range(count)
    ]


def told(cast: Cast, body: Body, *, days_ago: int) -> None:
    """Record that a body was told of performance some days ago."""
    by = cast.partnerships_officer
    values = {"to_body": body, "mechanism": "Paper", "frequency_months": 2}
    line = add_line(partnership=body.partnership, values=values, by=by)
    day = clock.today() - timedelta(days=days_ago)
    record_report(line=line, values={"day": day, "what": "The quarter"}, by=by)


def test_what_is_overdue_and_due_soon_waits_for_the_lead_officer_alone(cast: Cast) -> None:
    late, near, later, _never = bodies(cast, 4)
    told(cast, late, days_ago=100)
    told(cast, near, days_ago=50)
    told(cast, later, days_ago=5)
    lead = cast.area_manager_west
    name = late.partnership.name
    assert titles(lead, Kind.REPORT_OVERDUE) == {f"{late.name}, {name}"}
    assert titles(lead, Kind.REPORT_DUE) == {f"{near.name}, {name}"}
    everybody = [getattr(cast, one) for one in Cast.__slots__]
    found = digests_of(everybody, on=clock.today())
    readers = {
        key
        for key, parts in found.items()
        if {part.kind for part in parts} & {Kind.REPORT_OVERDUE, Kind.REPORT_DUE}
    }
    assert readers == {lead.pk}
    part = next(p for p in found[lead.pk] if p.kind == Kind.REPORT_OVERDUE)
    assert "It was last told on" in part.lines[0].detail
    assert signed_in(lead).get(part.lines[0].path).status_code == 200
    shown = signed_in(lead).get("/digest/").text
    assert "Performance reports due soon (1)" in shown
    told(cast, late, days_ago=0)
    assert titles(lead, Kind.REPORT_OVERDUE) == set()


def test_who_leads_and_may_not_see_the_partnership_is_told_nothing(cast: Cast) -> None:
    (body,) = bodies(cast, 1)
    told(cast, body, days_ago=100)
    appoint(post=body.partnership.lead, user=cast.other_owner, start=None, by=cast.administrator)
    assert titles(cast.other_owner, Kind.REPORT_OVERDUE) == set()


def test_it_is_one_message_a_period_and_none_for_who_wants_none(cast: Cast) -> None:
    (body,) = bodies(cast, 1)
    told(cast, body, days_ago=100)
    lead = cast.area_manager_west
    monday = clock.today() + timedelta(days=(7 - clock.today().weekday()) % 7)
    for day in (monday, monday, monday + timedelta(days=1)):
        send_digests(on=day)
    (message,) = OutgoingMessage.objects.filter(to=lead.email)
    assert "1 performance report overdue" in message.subject
    assert f"{body.name}, {body.partnership.name}" in message.text
    choose_frequency(user=lead, version=0, frequency="never", by=lead)
    send_digests(on=monday + timedelta(days=7))
    assert OutgoingMessage.objects.filter(to=lead.email).count() == 1


def test_what_is_read_does_not_grow_with_the_bodies(cast: Cast) -> None:
    def asked(users: list[Any]) -> int:
        with CaptureQueriesContext(connection) as captured:
            digests_of(users, on=clock.today())
        return len(captured)

    found = bodies(cast, 8)
    told(cast, found[0], days_ago=100)
    users = [cast.area_manager_west, cast.owner]
    before = asked(users), asked(users[:1])
    for body in found[1:]:
        told(cast, body, days_ago=100)
    assert len(titles(cast.area_manager_west, Kind.REPORT_OVERDUE)) == len(found)
    assert (asked(users), asked(users[:1])) == before
