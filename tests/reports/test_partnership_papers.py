"""Can the papers about partnerships be read, printed and compared?"""

import subprocess
from datetime import timedelta

import pytest

from govreg.core import clock
from partnerships.models import Partnership
from partnerships.services.particulars import describe_particulars
from tests.people import Cast, signed_in

from . import pdf_structure, verapdf

PROFILE = "/partnerships/children-leeds/profile/"
REGISTER = "/significant-partnerships/"


def judge(cast: Cast, reference: str, significance: str) -> Partnership:
    found = Partnership.objects.get(reference=reference)
    return describe_particulars(
        partnership=found,
        version=found.version,
        values={"significance": significance, "significance_reason": "Money and children."},
        by=cast.partnerships_officer,
        reason="Judged.",
    )


def words_of(response) -> str:
    return " ".join(response.content.decode().split())


def told_by(response) -> str:
    return words_of(response).partition("<main")[2]


def saved(response, tmp_path):
    assert response.status_code == 200, words_of(response)
    assert response["Content-Type"] == "application/pdf"
    path = tmp_path / "paper.pdf"
    path.write_bytes(response.content)
    return path


def text_in(path) -> str:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return " ".join(done.stdout.split())


def test_the_profile_tells_what_a_council_publishes(cast: Cast) -> None:
    shown = words_of(signed_in(cast.scrutiny_member).get(PROFILE))
    for told in (
        "Children Act 2004",
        "Director of Children",
        "Integrated Strategic Commissioning Board",
        "Constitution",
        "does not stand in the published register",
        "It is not recorded where a complaint goes.",
    ):
        assert told in shown


def test_the_profile_of_a_past_day_is_of_that_day(cast: Cast) -> None:
    client = signed_in(cast.scrutiny_member)
    address = "/partnerships/dp-west/profile/?as-at=31+December+2005"
    before = told_by(client.get(address))
    west = Partnership.objects.get(reference="dp-west")
    describe_particulars(
        partnership=west,
        version=west.version,
        values={"complaints_route": "Write to the chair."},
        by=cast.partnerships_officer,
        reason="Found.",
    )
    assert told_by(client.get(address)) == before
    assert "Write to the chair." in words_of(client.get("/partnerships/dp-west/profile/"))
    nothing = client.get("/partnerships/dp-west/profile/?as-at=2001-01-01")
    assert nothing.status_code == 400
    assert "said nothing of it at the end of 1 January 2001" in words_of(nothing)


def test_both_papers_are_accessible_pdfs_and_always_the_same(cast: Cast, tmp_path) -> None:
    judge(cast, "children-leeds", "significant")
    client = signed_in(cast.partnerships_officer)
    for address in (f"{PROFILE}pdf/", f"{REGISTER}pdf/?since=2007-01-01"):
        path = saved(client.get(address), tmp_path)
        assert path.read_bytes() == client.get(address).content
        found = pdf_structure.inspect(path)
        assert found.problems == []
        assert found.tables >= 1
        assertions, failed = verapdf.failures(path, verapdf.ACCESSIBLE)
        assert failed == []
        assert assertions > 500


def test_the_printed_profile_has_the_words_of_the_page(cast: Cast, tmp_path) -> None:
    told = text_in(saved(signed_in(cast.auditor).get(f"{PROFILE}pdf/"), tmp_path))
    for words in ("Children Leeds", "Governing documents", "Locality", "Not in the published"):
        assert words in told


@pytest.mark.parametrize(("reference", "most"), [("children-leeds", 4), ("dp-west", 3)])
def test_the_printed_profile_leaves_no_half_of_a_page_empty(
    cast: Cast, tmp_path, reference: str, most: int
) -> None:
    address = f"/partnerships/{reference}/profile/pdf/"
    path = saved(signed_in(cast.auditor).get(address), tmp_path)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    assert done.stdout.count("\f") <= most


def test_what_joined_and_left_the_register_since_is_told(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    assert "No partnership at work was judged significant." in words_of(client.get(REGISTER))
    past = clock.now() - timedelta(days=40)
    with clock.set_to(past):
        judge(cast, "dp-west", "significant")
        judge(cast, "dp-east", "significant")
    judge(cast, "dp-west", "limited")
    judge(cast, "children-leeds", "significant")
    since = clock.day_of(past).isoformat()
    shown = words_of(client.get(REGISTER, {"since": since}))
    listed, _, changes = shown.partition("Changes since")
    assert "Children Leeds" in listed
    assert "West Leeds District Partnership</a>" not in listed.replace("North West", "NW")
    assert 'Children Leeds</th><td class="govuk-table__cell">Added' in changes
    assert "Its significance is limited." in changes
    assert "East Leeds" in listed


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"since": "2099-01-01"}, "still to come"),
        ({"as-at": "2007-01-01", "since": "2007-01-01"}, "before the day of the register"),
        ({"since": "yesterday-ish"}, "is not a day the register understands"),
    ],
)
def test_days_that_cannot_be_are_answered_with_a_sentence(cast: Cast, query, sentence) -> None:
    for address in (REGISTER, f"{REGISTER}pdf/"):
        response = signed_in(cast.auditor).get(address, query)
        assert response.status_code == 400
        assert sentence in words_of(response)


def test_an_area_manager_reads_of_the_own_partnership_alone(cast: Cast) -> None:
    judge(cast, "dp-west", "significant")
    judge(cast, "dp-south", "significant")
    shown = words_of(signed_in(cast.area_manager_west).get(REGISTER))
    assert "West Leeds District Partnership" in shown
    assert "South Leeds" not in shown
