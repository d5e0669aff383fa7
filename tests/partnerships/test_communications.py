"""Does a communications plan say who is informed of what, and what is due?"""

from datetime import date, timedelta

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import Partnership, PlannedCommunication
from partnerships.services.communications import plan_communication, record_communication
from tests.people import Cast, signed_in

from .pages import day, page, problems, send
from .yearly import words

WEST, TRUST = "dp-west", "children-leeds"
PLAN, LINE = "partnerships:communications", "partnerships:communication"
TYPED = {
    "party": "Frontline staff",
    "needs": "Who decides what",
    "method": "Newsletter",
    "frequency_months": "3",
}


def planned(*, by, reference: str = TRUST, **changes) -> PlannedCommunication:
    partnership = Partnership.objects.select_related("scope").get(reference=reference)
    values = {**TYPED, "frequency_months": 3, **changes}
    return plan_communication(partnership=partnership, values=values, by=by)


def test_a_line_is_planned_said_and_due_again(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    assert "The plan has no line yet" in words(page(client, PLAN, TRUST))
    sent = send(client, "partnerships:add-communication", TRUST, changes=TYPED)
    assert sent.status_code == 302
    line = PlannedCommunication.objects.get(party="Frontline staff")
    assert "Nothing recorded" in words(page(client, PLAN, TRUST))
    said = {"what": "The new structure", "evidence": "Newsletter 14"} | day("day", 30, 11, 2006)
    record = "partnerships:record-communication"
    assert send(client, record, TRUST, line.pk, changes=said).status_code == 302
    shown = words(page(client, LINE, TRUST, line.pk))
    assert "Next due 28 February 2007" in shown
    assert "30 November 2006 The new structure Newsletter 14" in shown
    assert "Overdue" in shown
    history = words(page(client, "history:record", "partnerships.partnership", line.partnership_id))
    assert "Added to the communications plan" in history


def test_what_is_due_is_listed_across_partnerships(cast: Cast) -> None:
    by, today = cast.partnerships_officer, clock.today()
    late = planned(by=by, party="Parents")
    record_communication(
        planned=late, values={"day": today - timedelta(days=200), "what": "Plan"}, by=by
    )
    fresh = planned(by=by, reference=WEST, party="Residents")
    record_communication(planned=fresh, values={"day": today, "what": "Plan"}, by=by)
    client = signed_in(cast.auditor)
    due = words(page(client, "partnerships:all-communications").find("main"))
    assert "Parents" in due
    assert "Residents" not in due
    everything = words(page(client, "partnerships:all-communications", standing="all").find("main"))
    assert "Residents" in everything
    west = words(page(signed_in(cast.area_manager_west), "partnerships:all-communications"))
    assert "Parents" not in west


def test_a_line_is_ended_with_a_reason_and_then_nothing_is_due(cast: Cast) -> None:
    line = planned(by=cast.partnerships_officer, start=date(2006, 1, 1))
    client = signed_in(cast.lead_officer)
    changes = day("end", 31, 12, 2006) | {"reason": ""}
    change = "partnerships:change-communication"
    assert "Enter the reason for the change" in problems(
        send(client, change, TRUST, line.pk, changes=changes)
    )
    changes |= {"reason": "The newsletter ended."}
    assert send(client, change, TRUST, line.pk, changes=changes).status_code == 302
    line.refresh_from_db()
    assert line.next_due is None
    assert "Ended" in words(page(client, LINE, TRUST, line.pk))
    said = {"what": "Too late"} | day("day", 1, 2, 2007)
    refused = send(client, "partnerships:record-communication", TRUST, line.pk, changes=said)
    assert "This line ended on 31 December 2006" in problems(refused)
    assert "Too late" in refused.text


def test_what_was_not_said_yet_is_not_recorded_and_readers_record_nothing(cast: Cast) -> None:
    line = planned(by=cast.partnerships_officer)
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Refused, match="is still to come"):
        record_communication(
            planned=line, values={"day": tomorrow, "what": "Plan"}, by=cast.lead_officer
        )
    with pytest.raises(Refused, match="not change it"):
        planned(by=cast.area_manager_west, reference=WEST)
