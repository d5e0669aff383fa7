"""Does the list of gaps say what is to be mended, whose it is and until when?"""

import csv
import io
from datetime import timedelta

from django.urls import reverse

from govreg.core import clock
from partnerships.models import Partnership
from partnerships.queries.health import health_of
from partnerships.services.membership_reviews import record_membership_review
from tests.people import Cast, signed_in

from .pages import page
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


def test_every_gap_of_every_partnership_at_work_is_in_the_file(cast: Cast) -> None:
    sent = signed_in(cast.partnerships_officer).get(
        reverse("partnerships:governance-gaps"), {"export": "csv"}
    )
    text = b"".join(sent.streaming_content).decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text)))
    judged = health_of(list(Partnership.objects.all()), on=clock.today())
    expected = sum(one.state.is_gap for points in judged.values() for one in points.values())
    assert len(found) == expected > 20
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
