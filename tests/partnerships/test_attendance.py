"""Does the attendance report say who came how often, and what changed after something was done?"""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from govreg.core import clock
from govreg.core.council.settings import decide
from govreg.core.refusals import Refused
from partnerships.models import AttendanceIntervention, Body, Organisation, Partnership
from partnerships.services.interventions import add_intervention
from partnerships.services.memberships import add_member
from tests.people import Cast, signed_in

from .board import WEST, board, held, joins, record, seat, west
from .pages import day, page, problems, read, send

POLICE = "West Yorkshire Police"
TRUST = "children-leeds"
BEFORE, SINCE = {"before": "2007-04-15"}, {"after": "2007-05-01"}


def lines(client, **asked):
    """Return the report's lines as the page has them: header to cell."""
    soup = page(client, "partnerships:attendance", **asked)
    table = soup.select_one("div[aria-label=Attendance] table")
    if table is None:
        return []
    heads = [th.text.strip(" ▲▼") for th in table.select("thead th")]
    return [
        dict(zip(heads, [cell.text for cell in row.find_all(["th", "td"])], strict=True))
        for row in table.select("tbody tr")
    ]


def of_police(client, **asked):
    police = Organisation.objects.get(name=POLICE)
    found = lines(client, organisation=str(police.pk), sort="body", **asked)
    return {line["Body"]: line for line in found}


def test_the_police_came_to_one_in_three_and_were_flagged(cast: Cast) -> None:
    found = of_police(signed_in(cast.lead_officer), **BEFORE)
    assert set(found) == {
        "Children Leeds Partnership",
        "Integrated Strategic Commissioning Board",
        "Local Safeguarding Children's Board",
    }
    for line in found.values():
        assert (line["Expected"], line["Attended"], line["Rate"]) == ("3", "1", "33 %")
        assert line["Threshold"] == "Below"


def test_since_the_letter_and_the_new_cycle_they_came_to_every_meeting(cast: Cast) -> None:
    found = of_police(signed_in(cast.lead_officer), **SINCE)
    assert len(found) == 3
    for line in found.values():
        assert (line["Expected"], line["Attended"], line["Rate"]) == ("2", "2", "100 %")
        assert line["Threshold"] == "Kept"
    over_all = of_police(signed_in(cast.lead_officer))
    assert over_all["Children Leeds Partnership"]["Trend"] == "Rising: 33 % to 100 %"


def test_the_letter_shows_the_rates_before_and_since(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    police = Organisation.objects.get(name=POLICE)
    trust = Partnership.objects.get(reference=TRUST)
    asked = {"organisation": str(police.pk), "partnership": str(trust.pk)}
    soup = page(client, "partnerships:attendance", **asked)
    done = soup.select_one('div[aria-label="What was done about attendance"]')
    letter, cycle = (
        next(row.text for row in done.select("tbody tr") if what in row.text)
        for what in ("Letter to partners", "Change of the meeting cycle")
    )
    assert "33 % (3 of 9)" in letter
    assert "100 % (6 of 6)" in letter
    assert "100 % (6 of 6)" in cycle
    thing = AttendanceIntervention.objects.get(partnership=trust, kind="letter")
    shown = page(client, "partnerships:intervention", TRUST, thing.pk)
    row = next(r.text for r in shown.select("tbody tr") if POLICE in r.text and "Safeg" in r.text)
    assert "33 % (1 of 3)" in row
    assert "100 % (2 of 2)" in row
    of_trust = ("history:record", "partnerships.partnership", trust.pk)
    history = "".join(page(client, *of_trust, page=number).text for number in ("1", "2"))
    assert "Placed for the demonstration" in history


def test_the_report_is_had_as_csv_with_numbers(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    address = reverse("partnerships:attendance")
    response = client.get(address, {**BEFORE, "export": "csv", "low": "yes"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["Organisation"], row["Rate"]) for row in rows] == [(POLICE, "33")] * 3


def test_lines_can_be_put_together_by_organisation_or_by_body(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    by_organisation = lines(client, lines="organisation", **BEFORE)
    wanted = ("Organisation", "Body", "Expected", "Attended")
    assert {tuple(line[name] for name in wanted) for line in by_organisation} == {
        (POLICE, "All bodies", "9", "3"),
        ("Leeds City Council", "All bodies", "3", "3"),
    }
    by_body = lines(client, lines="body", sort="organisation", **BEFORE)
    (clp,) = (line for line in by_body if line["Body"] == "Children Leeds Partnership")
    assert (clp["Organisation"], clp["Expected"], clp["Attended"]) == ("All members", "6", "4")


def test_an_organisation_with_two_seats_was_there_when_either_was(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    one = joins("Jobcentre Plus", body, by=by)
    other = joins("Jobcentre Plus", body, by=by, representative="Deputy")
    for month, states in enumerate((("present", "absent"), ("absent", "absent")), start=1):
        meeting = held(body, day=date(2007, month, 10), by=by)
        record(meeting, dict(zip((one, other), states, strict=True)), by=by)
    (line,) = lines(signed_in(by))
    assert (line["Expected"], line["Attended"], line["Absent"]) == ("2", "1", "3")
    assert line["Rate"] == "50 %"
    assert line["Trend"] == "Falling: 100 % to 0 %"


def test_a_seat_on_the_partnership_counts_on_each_body_it_came_to(cast: Cast) -> None:
    by = cast.partnerships_officer
    first, second = Body.objects.filter(partnership__reference=TRUST).order_by("pk")[:2]
    wide = add_member(
        partnership=Partnership.objects.get(reference=TRUST),
        values={"organisation": Organisation.objects.get(name="Jobcentre Plus"), "body": None},
        by=by,
    )
    for number, (body, state) in enumerate(((first, "present"), (second, "absent"))):
        meeting = held(body, day=date(2008, 1, 10 + number), by=by)
        record(meeting, {wide: state}, by=by)
    client = signed_in(by)
    jobcentre = str(wide.organisation.pk)
    each = {line["Body"]: line["Rate"] for line in lines(client, organisation=jobcentre)}
    assert each == {first.name: "100 %", second.name: "0 %"}
    (together,) = lines(client, organisation=jobcentre, lines="organisation")
    assert (together["Expected"], together["Rate"]) == ("2", "50 %")


def test_one_missed_meeting_is_not_flagged_and_two_are(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    police, client = seat(POLICE, body), signed_in(cast.area_manager_west)
    for month, flag in ((1, "1 meeting"), (2, "Below")):
        record(held(body, day=date(2008, month, 10), by=by), {police: "absent"}, by=by)
        (line,) = lines(client)
        assert (line["Rate"], line["Threshold"]) == ("0 %", flag)


def test_a_seat_that_follows_another_is_no_second_seat(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    one = joins("Jobcentre Plus", body, by=by, end=date(2007, 1, 31))
    other = joins("Jobcentre Plus", body, by=by, start=date(2007, 2, 1))
    for month, member in ((1, one), (2, other)):
        record(held(body, day=date(2007, month, 10), by=by), {member: "present"}, by=by)
    (line,) = lines(signed_in(by))
    assert (line["Expected"], line["Attended"]) == ("2", "2")


@pytest.mark.parametrize(("value", "flag"), [(60, "Kept"), (61, "Below")])
def test_the_threshold_is_a_setting_of_its_day(cast: Cast, value: int, flag: str) -> None:
    given = {"name": "attendance-threshold", "start": clock.today(), "reason": "Tried."}
    decide(value=value, by=cast.administrator, **given)
    client, clp = signed_in(cast.lead_officer), "Children Leeds Partnership"
    now = of_police(client)[clp]
    assert (now["Rate"], now["Threshold"]) == ("60 %", flag)
    assert (len(lines(client, low="yes")) == 3) is (flag == "Below")
    until_the_cycle = of_police(client, before="2007-06-20")[clp]
    assert (until_the_cycle["Rate"], until_the_cycle["Threshold"]) == ("50 %", "Kept")


def test_a_reader_sees_the_attendance_of_their_partnerships_only(cast: Cast) -> None:
    meeting = held(board(), day=date(2007, 1, 10), by=cast.area_manager_west)
    record(meeting, {seat(POLICE, board()): "present"}, by=cast.area_manager_west)
    own = lines(signed_in(cast.area_manager_west))
    assert [line["Partnership"] for line in own] == [west().name]
    assert lines(signed_in(cast.area_manager_east)) == []
    assert len(lines(signed_in(cast.auditor))) == 5


def test_what_was_done_is_recorded_corrected_and_never_in_the_future(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    meeting = held(board(), day=date(2007, 1, 10), by=cast.area_manager_west)
    record(meeting, {seat(POLICE, board()): "absent"}, by=cast.area_manager_west)
    typed = {"kind": "talk", "text": "Asked why.", **day("day", 1, 2, 2007)}
    response = send(client, "partnerships:add-intervention", WEST, changes=typed)
    thing = AttendanceIntervention.objects.get(partnership=west())
    assert response["Location"] == thing.get_absolute_url()
    shown = read(client.get(response["Location"])).find("main").text
    assert "0 % (0 of 1)" in shown
    assert "No meeting" in shown
    late = send(
        client,
        "partnerships:add-intervention",
        WEST,
        changes={**typed, **day("day", 1, 2, 2099)},
    )
    assert "is still to come" in problems(late)
    changes = {"text": "Asked why not.", "reason": "Misheard."}
    send(client, "partnerships:correct-intervention", WEST, thing.pk, changes=changes)
    thing.refresh_from_db()
    assert thing.text == "Asked why not."
    shown = page(client, "partnerships:meetings", WEST).find("main")
    assert shown.find("a", string="record what was done about attendance")


def test_what_was_done_names_a_body_of_the_partnership(cast: Cast) -> None:
    values = {"kind": "talk", "text": "x", "day": date(2007, 1, 1), "body": board("dp-east")}
    with pytest.raises(Refused, match="a body of another partnership"):
        add_intervention(partnership=west(), values=values, by=cast.area_manager_west)


def test_the_report_costs_the_same_however_many_meetings(cast: Cast) -> None:
    by, body = cast.partnerships_officer, board()
    client = signed_in(cast.auditor)
    costs = []
    for numbers in (range(1, 3), range(3, 13)):
        for number in numbers:
            meeting = held(body, day=date(2006, number, 10), by=by)
            record(meeting, dict.fromkeys(body.memberships.all(), "present"), by=by)
        client.get(reverse("partnerships:attendance"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("partnerships:attendance"))
        costs.append(len(captured))
    assert costs[0] == costs[1] < 20
