"""Does the register say which partnerships lack which organisations and sectors, on any day?"""

import csv
import io
from datetime import date
from typing import Any

from django.test import Client

from partnerships.models import Partnership
from partnerships.queries.gaps import Gaps
from partnerships.services.memberships import end_member
from tests.people import Cast, signed_in

from .board import WEST, board, joins
from .pages import day, page
from .test_memberships import jobcentre_plus
from .test_vacancies import vacancy

#: Found on every District Partnership by the auditors in 2005 (section 3.5).
SEVEN = {
    "Primary Care Trusts",
    "Arms Length Management Organisations",
    "Education Leeds",
    "Leeds Initiative",
    "Inner and Outer Area Committees",
    "West Yorkshire Police",
    "Social Services",
}


def file_of(client: Client, **query: Any) -> list[dict[str, str]]:
    answer = client.get("/membership-gaps/", {**query, "export": "csv"})
    text = b"".join(answer.streaming_content).decode().removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_seven_found_on_every_district_partnership_in_2005(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    rows = file_of(client, kind="area", **day("on", 30, 6, 2005), shown="every")
    compared = {name for name in rows[0] if not name.startswith(("Sector", "Partnership"))}
    assert compared == SEVEN | {"Leeds City Council"}
    assert len(rows) == 5
    assert {row[name] for row in rows for name in SEVEN} == {"Yes"}


def test_the_private_sector_sits_on_three_of_five_in_april_2007(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    typed = {"kind": "area", **day("on", 30, 4, 2007)}
    table = page(client, "partnerships:gaps", **typed).find_all("table")[-1]
    lines = {row.th.text: row.td.text for row in table.find_all("tr")[1:]}
    assert "30 April 2007" in table.caption.text
    assert lines["Private"] == "3 of 5"
    assert lines["Public"] == "5 of 5"
    rows = file_of(client, **typed)
    assert [row["Sector: Private"] for row in rows].count("Yes") == 3


def test_a_chosen_organisation_is_seen_where_it_sits_and_where_it_does_not(cast: Cast) -> None:
    one = jobcentre_plus()
    client = signed_in(cast.auditor)
    found = page(client, "partnerships:gaps", kind="area", organisation=str(one.pk)).find("table")
    lines = {row.a.text: row.td.text for row in found.find_all("tr")[1:]}
    sits_on = Partnership.objects.filter(memberships__organisation=one, kind="area")
    expected = {p.name: "No" for p in Partnership.objects.filter(kind="area")}
    assert lines == expected | {p.name: "Yes" for p in sits_on}
    assert set(lines.values()) == {"Yes", "No"}


def test_joining_and_leaving_change_the_report_from_the_day_on(cast: Cast) -> None:
    west, one = Partnership.objects.get(reference=WEST), jobcentre_plus()
    seat = joins(one.name, board(), by=cast.area_manager_west, start=date(2006, 4, 1))

    def on(one_day: date) -> str:
        return str(Gaps([west], on=one_day).seat(west.pk, one.pk))

    assert on(date(2005, 6, 30)) == "No"
    assert on(date(2006, 4, 1)) == "Yes"
    left = {"end": date(2007, 3, 31), "by": cast.area_manager_west, "reason": "Closed."}
    end_member(membership=seat, **left)
    assert on(date(2007, 4, 1)) == "No"


def test_a_vacancy_is_no_seat_but_said(cast: Cast) -> None:
    one = jobcentre_plus()
    vacancy(cast)
    client = signed_in(cast.auditor)
    rows = file_of(client, kind="area", organisation=str(one.pk))
    assert {row["Partnership"]: row[one.name] for row in rows}[west_name()] == "Vacant"


def west_name() -> str:
    return Partnership.objects.get(reference=WEST).name


def test_an_area_manager_compares_only_what_the_own_scope_shows(cast: Cast) -> None:
    rows = file_of(signed_in(cast.area_manager_west))
    assert west_name() in {row["Partnership"] for row in rows}
    assert "East" not in {row["Partnership"].split()[0] for row in rows}


def test_a_day_that_is_none_is_said_and_the_report_is_shown_all_the_same(cast: Cast) -> None:
    shown = page(signed_in(cast.auditor), "partnerships:gaps", **day("on", 31, 2, 2007))
    assert shown.find(class_="govuk-error-message")
    assert "Sectors covered" in shown.text
