"""Does the page of information sharing say who signed, what keeps it alive, what hinders it?"""

from datetime import date, timedelta

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import (
    GovernanceDocument,
    Organisation,
    Partnership,
    SharingActivity,
    SharingObstacle,
)
from partnerships.queries.documents import yet_to_adopt
from partnerships.services.information_sharing import add_obstacle, record_activity
from partnerships.services.memberships import add_member
from tests.people import Cast, signed_in

from .pages import day, page, problems, send
from .yearly import words

WEST, TRUST = "dp-west", "children-leeds"
PAGE = "partnerships:information-sharing"


def test_what_the_review_of_2007_found_is_there(cast: Cast) -> None:
    shown = words(page(signed_in(cast.scrutiny_member), PAGE, TRUST).find("main"))
    assert "2 of 2 open." in shown
    assert "Systems that do not work together" in shown
    assert "Partners or staff who are unwilling" in shown
    assert "Joint training across agencies" in shown
    assert "Not covered" in shown
    west = words(page(signed_in(cast.area_manager_west), PAGE, WEST).find("main"))
    assert "No information sharing protocol is recorded." in west


def test_training_and_reminders_are_recorded_and_withdrawn(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    record = "partnerships:record-sharing"
    told = {"kind": "reminder", "what": "Letter", "reached": "All partners", "trained": "4"}
    refused = send(client, record, TRUST, changes=told | day("day", 1, 12, 2007))
    assert "is said of a training only" in problems(refused)
    told |= {"kind": "training", "covers_ethics": "yes"}
    assert send(client, record, TRUST, changes=told | day("day", 1, 12, 2007)).status_code == 302
    made = SharingActivity.objects.get(what="Letter")
    assert (made.trained, made.covers_ethics) == (4, True)
    withdraw = "partnerships:withdraw-sharing"
    gone = {"reason": "It was another partnership’s."}
    assert send(client, withdraw, TRUST, made.pk, changes=gone).status_code == 302
    assert "Withdrawn It was another partnership’s." in words(page(client, PAGE, TRUST))
    late = {"kind": "training", "what": "Next", "reached": "All"}
    by = cast.lead_officer
    trust = Partnership.objects.select_related("scope").get(reference=TRUST)
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Refused, match="still to come"):
        record_activity(partnership=trust, values={**late, "day": tomorrow}, by=by)


def test_an_obstacle_is_resolved_by_what_was_done(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    made = SharingObstacle.objects.get(kind="systems")
    change = "partnerships:change-sharing-obstacle"
    closed = day("resolved_on", 1, 3, 2008) | {"reason": "Settled."}
    refused = send(client, change, TRUST, made.pk, changes=closed)
    assert "Say what was done about it." in problems(refused)
    early = day("resolved_on", 1, 3, 2006) | {"reason": "Settled.", "done": "One system."}
    assert "was not resolved before that" in problems(
        send(client, change, TRUST, made.pk, changes=early)
    )
    closed |= {"done": "One system."}
    assert send(client, change, TRUST, made.pk, changes=closed).status_code == 302
    shown = words(page(client, PAGE, TRUST))
    assert "1 of 2 open." in shown
    assert "Resolved 1 March 2008" in shown
    west = Partnership.objects.select_related("scope").get(reference=WEST)
    values = {"kind": "other", "description": "x", "since": date(2007, 1, 1)}
    with pytest.raises(Refused, match="not change it"):
        add_obstacle(partnership=west, values=values, by=cast.area_manager_west)


def test_a_vacant_seat_makes_nobody_a_member_who_has_yet_to_sign(cast: Cast) -> None:
    trust = Partnership.objects.select_related("scope").get(reference=TRUST)
    document = GovernanceDocument.objects.filter(partnership=trust, body=None)[0]
    asked = {}
    for name, is_vacant in (("Jobcentre Plus", True), ("Youth Council", False)):
        organisation = Organisation.objects.get(name=name)
        values = {"organisation": organisation, "body": None, "is_vacant": is_vacant}
        add_member(partnership=trust, values=values, by=cast.lead_officer)
        asked[name] = organisation in yet_to_adopt(document, set(), on=clock.today())
    assert asked == {"Jobcentre Plus": False, "Youth Council": True}
