"""Is a partnership read as the register described it on a past day, whatever came later?"""

import pytest

from govreg.core import clock
from partnerships.models import Organisation, Partnership
from partnerships.services.bodies import add_body
from partnerships.services.memberships import add_member
from partnerships.services.particulars import describe_particulars
from partnerships.services.partnerships import describe_partnership
from tests.people import Cast, signed_in

from .pages import read

WEST = "/partnerships/dp-west/as-at/"


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(read(response).find("main").text.split())


def change_everything(cast: Cast) -> None:
    west = Partnership.objects.get(reference="dp-west")
    officer = cast.partnerships_officer
    top = west.bodies.order_by("pk")[0]
    add_body(
        partnership=west,
        values={"name": "A group of today", "kind": "theme"},
        reports_to=[top],
        by=officer,
    )
    agency = Organisation.objects.get(name="Jobcentre Plus")
    add_member(partnership=west, values={"organisation": agency, "body": top}, by=officer)
    values = {"name": "West Leeds Partnership", "purpose": "Another purpose."}
    describe_partnership(
        partnership=west, version=west.version, values=values, by=officer, reason="Renamed."
    )
    west.refresh_from_db()
    describe_particulars(
        partnership=west,
        version=west.version,
        values={"liabilities": "A lease until 2031."},
        by=officer,
        reason="Found.",
    )


def test_what_was_known_in_2005_is_unchanged_by_everything_since(cast: Cast) -> None:
    client = signed_in(cast.scrutiny_member)
    before = text_of(client, f"{WEST}?as-at=31+December+2005")
    assert "This is what the register said of West Leeds District Partnership" in before
    assert "at the end of 31 December 2005" in before
    assert "Executive group, all partners" in before
    change_everything(cast)
    after = text_of(client, f"{WEST}?as-at=2005-12-31")
    told = "This is what the register said"
    assert after.partition(told)[2] == before.partition(told)[2]


def test_today_is_a_day_too_and_shows_what_was_recorded_since(cast: Cast) -> None:
    client = signed_in(cast.scrutiny_member)
    change_everything(cast)
    today = text_of(client, f"{WEST}?as-at={clock.today().isoformat()}")
    for words in ("A group of today", "Jobcentre Plus", "Another purpose.", "A lease until 2031."):
        assert words in today


def test_the_structure_of_that_day_is_drawn(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    change_everything(cast)
    soup = read(client.get(f"{WEST}?as-at=2005-12-31"))
    drawn = soup.find("svg")
    assert drawn.find("title").text == "Structure of West Leeds District Partnership"
    assert "A group of today" not in drawn.text
    assert "Executive group" in drawn.text


def test_before_the_first_record_it_says_so(cast: Cast) -> None:
    said = text_of(signed_in(cast.scrutiny_member), f"{WEST}?as-at=2001-05-03")
    assert "At the end of 3 May 2001 the register said nothing of this partnership." in said
    assert "Its first record is of 30 June 2005." in said


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("x", "“x” is not a day the register understands"),
        ("1 May 1066", "with a year from 1800 to 2200"),
        ("2099-01-01", "That day is still to come."),
        ("2005-02-31", "is not a day"),
        ("9" * 40, "is not a day"),
        ("%00", "is not a day"),
    ],
)
def test_a_day_that_cannot_be_is_answered_with_a_sentence(cast: Cast, typed, sentence) -> None:
    response = signed_in(cast.scrutiny_member).get(f"{WEST}?as-at={typed}")
    assert response.status_code == 400
    assert sentence in read(response).find("main").text


def test_the_page_asks_for_the_day_first(cast: Cast) -> None:
    assert "Give a day" in text_of(signed_in(cast.area_manager_west), WEST)


def test_the_overview_of_a_past_day_judges_by_what_was_dated_up_to_it(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    address = "/partnerships/overview/?on_day=31&on_month=12&on_year=2005"
    soup = read(client.get(address))
    assert "how the partnerships stood on 31 December 2005" in " ".join(soup.text.split())
    listed = [cell.text for cell in soup.select("tbody th[scope=row]")]
    assert "West Leeds District Partnership" in listed
    assert "Children Leeds" not in listed  # it was recorded in 2007
    west = Partnership.objects.get(reference="dp-west")
    describe_partnership(
        partnership=west,
        version=west.version,
        values={"lead": None},
        by=cast.partnerships_officer,
        reason="The post is gone.",
    )
    past, present = (read(client.get(where)) for where in (address, "/partnerships/overview/"))
    assert _standing(past, "Lead officer") != _standing(present, "Lead officer")


def _standing(soup, point: str) -> str:
    headers = [" ".join(cell.text.split()) for cell in soup.select("thead th")]
    names = soup.select("tbody th[scope=row]")
    row = next(name for name in names if name.text == "West Leeds District Partnership").parent
    return row.find_all(["th", "td"])[headers.index(point)].text.strip()
