"""Does the list of gaps say what is to be mended, whose it is and until when?"""

import csv
import io
from datetime import timedelta

from django.urls import reverse

from govreg.core import clock
from govreg.core.ui.words import long_date
from partnerships.models import Partnership
from partnerships.queries.gaps_at_work import CELLS, SUBJECTS
from partnerships.queries.health import health_of
from partnerships.services.accountability import state_accountability
from partnerships.services.documents import add_document
from partnerships.services.information_sharing import add_obstacle
from partnerships.services.liaison import hold_briefing
from partnerships.services.membership_reviews import record_membership_review
from tests.people import Cast, signed_in

from .pages import page
from .test_roles import briefing
from .yearly import words

WEST, CES = "dp-west", "ces"


def reviewed(reference: str, *, due_in: int, cast: Cast) -> None:
    today = clock.today()
    record_membership_review(
        partnership=Partnership.objects.get(reference=reference),
        reviewed_on=today - timedelta(days=30),
        by_whom="Board",
        outcome="No change.",
        next_due=today + timedelta(days=due_in),
        by=cast.partnerships_officer,
    )


def lines(client, **asked) -> list[str]:
    body = page(client, "partnerships:governance-gaps", **asked).find("tbody")
    return [words(row) for row in body.find_all("tr")] if body else []


def of_west(client, **asked) -> list[str]:
    west = Partnership.objects.get(reference=WEST).name
    return [line for line in lines(client, **asked) if line.startswith(west)]


def test_every_gap_of_every_partnership_at_work_is_in_the_file(cast: Cast) -> None:
    sent = signed_in(cast.partnerships_officer).get(
        reverse("partnerships:governance-gaps"), {"export": "csv"}
    )
    text = b"".join(sent.streaming_content).decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text)))
    judged = health_of(list(Partnership.objects.all()), on=clock.today())
    expected = sum(one.state.is_gap for points in judged.values() for one in points.values())
    of_points = [row for row in found if row["Point"] not in {one.title for one in SUBJECTS}]
    assert len(of_points) == expected > 20
    assert len(found) > expected
    assert {"Met", "Does not apply"}.isdisjoint(row["Standing"] for row in found)
    assert all(row["Why"] for row in found)


def test_what_is_late_comes_first_and_what_is_soon_is_found(cast: Cast) -> None:
    reviewed(WEST, due_in=-3, cast=cast)
    reviewed(CES, due_in=5, cast=cast)
    client = signed_in(cast.partnerships_officer)
    dated = [line for line in lines(client) if "No date" not in line]
    assert "30 July 2004" in dated[0]
    assert dated == lines(client)[: len(dated)]
    (late,) = lines(client, due="past", point="members")
    assert Partnership.objects.get(reference=WEST).name in late
    assert "Overdue" in late
    (soon,) = lines(client, due="soon", point="members")
    assert Partnership.objects.get(reference=CES).name in soon
    assert all("No date" in line for line in lines(client, due="undated"))


def test_the_point_leads_whoever_may_to_where_it_is_mended(cast: Cast) -> None:
    west = Partnership.objects.get(reference=WEST).name

    def led_to(person, point: str) -> str | None:
        body = page(signed_in(person), "partnerships:governance-gaps", point=point).find("tbody")
        row = next(row for row in body.find_all("tr") if row.th.text == west)
        return row.td.a and row.td.a["href"]

    change = reverse("partnerships:change-particulars", args=[WEST])
    review = reverse("partnerships:review-members", args=[WEST])
    assert led_to(cast.partnerships_officer, "significance") == change
    assert led_to(cast.area_manager_west, "significance") is None
    assert led_to(cast.area_manager_west, "members") == review


def test_the_owner_is_the_lead_officer_and_is_filtered_for(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    west = Partnership.objects.select_related("lead").get(reference=WEST)
    mine = lines(client, owner=str(west.lead_id))
    assert mine
    assert all(west.lead.title in line for line in mine)
    unled = [line for line in lines(client, point="lead") if "No lead officer is named" in line]
    assert len(unled) == Partnership.objects.filter(lead=None).count()


def test_an_area_manager_sees_the_gaps_of_their_partnership_alone(cast: Cast) -> None:
    name = Partnership.objects.get(reference=WEST).name
    found = lines(signed_in(cast.area_manager_west))
    assert found
    assert all(line.startswith(name) for line in found)


def test_a_briefing_is_the_gap_of_whoever_briefs_until_it_is_held(cast: Cast) -> None:
    client, today = signed_in(cast.partnerships_officer), clock.today()
    late = briefing(cast, last_held=today - timedelta(days=10))
    soon = briefing(cast, last_held=today - timedelta(days=5), about="Again")
    briefing(cast, frequency="yearly", last_held=today)
    found = of_west(client, point="briefings", owner=str(late.briefed_by_id))
    assert ["Overdue" in line for line in found] == [True, False]
    assert all(late.briefed_by.title in line for line in found)
    assert long_date(soon.next_due) in found[1]
    table = page(client, "partnerships:governance-gaps", point="briefings").find("table")
    held = reverse("partnerships:briefing-held", args=[WEST, late.pk])
    assert table.find("a", href=held)
    hold_briefing(briefing=late, version=late.version, held_on=today, by=cast.partnerships_officer)
    again = of_west(client, point="briefings")
    assert len(again) == 2
    assert not any("Overdue" in line for line in again)


def test_account_that_is_not_stated_and_sharing_that_nobody_signed_are_gaps(cast: Cast) -> None:
    by, client = cast.partnerships_officer, signed_in(cast.partnerships_officer)
    west = Partnership.objects.select_related("scope").get(reference=WEST)
    (account,) = of_west(client, point="accountability")
    assert "9 of 9 cells of how account is given are empty." in account
    cells = dict.fromkeys(CELLS, "To the board.")
    state_accountability(partnership=west, version=0, values=cells, by=by)
    assert of_west(client, point="accountability") == []
    (none,) = of_west(client, point="information-sharing")
    assert "No information sharing protocol is recorded." in none
    add_document(
        partnership=west,
        values={"kind": "information-sharing", "title": "Protocol"},
        first={"label": "1", "agreed_in_words": "By all."},
        state="in-force",
        by=by,
    )
    (unsigned,) = of_west(client, point="information-sharing")
    assert "member organisations have not signed “Protocol”." in unsigned
    assert "No training in “Protocol”, nor a reminder of it, is recorded." in unsigned
    obstacle = {"kind": "systems", "description": "Two systems", "since": clock.today()}
    add_obstacle(partnership=west, values=obstacle, by=by)
    told = of_west(client, point="information-sharing")
    assert any("Nothing is done about an obstacle" in line for line in told)
