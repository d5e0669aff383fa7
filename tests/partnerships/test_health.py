"""Does the register show where governance is thin, and how it is mended?"""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse

from govreg.core import clock
from partnerships.models import Membership, Organisation, Partnership
from partnerships.queries.health import State, health_of, points
from partnerships.services.lifecycle import go_on
from partnerships.services.membership_reviews import record_membership_review
from partnerships.services.particulars import describe_particulars
from tests.people import Cast, signed_in

from .board import board, held, joins, quorum, record
from .pages import day, page, problems, read, send

WEST, CES = "dp-west", "ces"


def partnership(reference: str) -> Partnership:
    return Partnership.objects.get(reference=reference)


def standing(reference: str, point: str):
    found = partnership(reference)
    return health_of([found], on=clock.today())[found.pk][point]


def reviewed(cast: Cast, on: date, next_due: date | None = None) -> None:
    record_membership_review(
        partnership=partnership(WEST),
        reviewed_on=on,
        by_whom="Annual general meeting",
        outcome="No change.",
        next_due=next_due,
        by=cast.area_manager_west,
    )


def test_exit_arrangements_of_2005_stand_out(cast: Cast) -> None:
    assert standing(WEST, "exit").state == State.MISSING
    assert standing(WEST, "exit").reason == "4 of 4 not covered."
    assert standing(CES, "exit").state == State.MET


@pytest.mark.parametrize(
    ("days_ago", "next_in", "state"),
    [(10, 300, "met"), (10, 20, "due"), (300, -1, "overdue"), (370, None, "overdue")],
)
def test_a_review_of_the_membership_falls_due(
    cast: Cast, days_ago: int, next_in: int | None, state: str
) -> None:
    assert standing(WEST, "members").state == State.MISSING
    today = clock.today()
    due = None if next_in is None else today + timedelta(days=next_in)
    reviewed(cast, today - timedelta(days=days_ago), due)
    assert standing(WEST, "members").state == state


def test_the_page_leads_whoever_may_to_what_mends_a_gap(cast: Cast) -> None:
    manager = page(signed_in(cast.area_manager_west), "partnerships:partnership", WEST)
    assert any("Record a review" in link.text for link in manager.find_all("a"))
    assert not any("Answer the questions" in link.text for link in manager.find_all("a"))
    officer = page(signed_in(cast.partnerships_officer), "partnerships:partnership", WEST)
    assert any("Answer the questions" in link.text for link in officer.find_all("a"))


def test_an_area_manager_records_a_review_and_reads_it_above_the_members(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    typed = {
        **day("reviewed_on", 1, 2, 2008),
        "by_whom": "Annual general meeting",
        "outcome": "Two members to be sought from business.",
        **day("next_due", 1, 1, 2008),
    }
    refused = send(client, "partnerships:review-members", WEST, changes=typed)
    assert "must be later" in problems(refused)
    typed |= day("next_due", 1, 2, 2009)
    assert send(client, "partnerships:review-members", WEST, changes=typed).status_code == 302
    assert "Two members to be sought" in page(client, "partnerships:members", WEST).text


def test_what_is_closed_has_nothing_to_keep_up(cast: Cast) -> None:
    found = partnership(CES)
    by = {"by": cast.partnerships_officer, "reason": "Decided"}
    wound = go_on(partnership=found, version=found.version, to="winding-down", **by)
    go_on(
        partnership=wound,
        version=wound.version,
        to="closed",
        ended_on=clock.today(),
        ended_because="aims-met",
        **by,
    )
    states = {standing(CES, point.key).state for point in points()}
    assert states == {State.NOT_APPLICABLE}


def test_the_overview_is_filtered_by_gap_and_exported_with_reasons(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    all_of_them = page(client, "partnerships:overview")
    assert len(all_of_them.find("tbody").find_all("tr")) == Partnership.objects.count()
    gaps = page(client, "partnerships:overview", point="exit")
    names = {row.find("th").text for row in gaps.find("tbody").find_all("tr")}
    assert partnership(WEST).name in names
    assert partnership(CES).name not in names
    met = page(client, "partnerships:overview", point="exit", standing="met")
    assert {row.find("th").text for row in met.find("tbody").find_all("tr")} == {
        partnership(CES).name
    }
    sent = client.get(reverse("partnerships:overview"), {"export": "csv", "point": "exit"})
    text = b"".join(sent.streaming_content).decode("utf-8-sig")
    rows = {row[0]: row for row in csv.reader(io.StringIO(text))}
    assert "Missing: 4 of 4 not covered." in rows[partnership(WEST).name]


@pytest.mark.parametrize(
    "asked", [{"as-at": "2099-01-01"}, {"on_day": "1", "on_month": "1", "on_year": "2199"}]
)
def test_the_overview_of_a_day_to_come_is_refused(cast: Cast, asked: dict) -> None:
    client = signed_in(cast.partnerships_officer)
    refused = client.get(reverse("partnerships:overview"), asked)
    assert refused.status_code == 400
    assert "That day is still to come. Choose today or a day that is past." in problems(refused)
    assert partnership(WEST).name not in read(refused).find("main").text
    nonsense = client.get(reverse("partnerships:overview"), {"as-at": "soon"})
    assert "“soon” is not a day the register understands" in problems(nonsense)
    past = page(client, "partnerships:overview", **{"as-at": "2007-06-01"})
    assert "stood on 1 June 2007" in past.text


def test_the_particulars_are_recorded_and_shown(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    typed = {
        "significance_approved_by": "Corporate Governance Board",
        "liabilities": "None beyond its grants.",
        "reason": "Yearly look.",
    }
    refused = send(client, "partnerships:change-particulars", WEST, changes=typed)
    assert "Choose the significance" in problems(refused)
    typed |= {"significance": "moderate", **day("significance_on", 1, 2, 2008)}
    assert send(client, "partnerships:change-particulars", WEST, changes=typed).status_code == 302
    shown = " ".join(page(client, "partnerships:particulars", WEST).text.split())
    assert "Moderate, approved by Corporate Governance Board on 1 February 2008" in shown
    assert "None beyond its grants." in shown
    assert standing(WEST, "significance").state == State.MET


def test_a_significance_that_nobody_approved_is_a_gap(cast: Cast) -> None:
    found = partnership(WEST)
    describe_particulars(
        partnership=found,
        version=found.version,
        values={"significance": "limited"},
        by=cast.partnerships_officer,
        reason="",
    )
    assert standing(WEST, "significance").reason == "Limited, but nobody has approved it."


def test_meetings_are_judged_by_who_came_and_by_the_quorum(cast: Cast) -> None:
    by = cast.area_manager_west
    assert standing(WEST, "meetings").reason == "No meeting was recorded in the last twelve months."
    body = board()
    meeting = held(body, by=by)
    assert standing(WEST, "meetings").state == State.DUE
    assert standing(WEST, "meetings").reason == "Who came is not recorded for 1 of 1 meetings."
    on_it = Membership.objects.filter(partnership=body.partnership).values("organisation")
    others = Organisation.objects.exclude(pk__in=on_it).order_by("pk")[:2]
    seats = [joins(organisation.name, body, by=by) for organisation in others]
    record(meeting, {seats[0]: "present", seats[1]: "apologies"}, by=by)
    assert "No quorum is recorded" in standing(WEST, "meetings").reason
    quorum(body, 2, by=by)
    assert standing(WEST, "meetings").reason == "Not quorate: 1 of 1 meetings."
    record(meeting, {seats[0]: "present", seats[1]: "substitute"}, by=by)
    assert standing(WEST, "meetings").state == State.MET
