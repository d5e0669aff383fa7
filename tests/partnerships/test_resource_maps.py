"""Does a resource map set the partnerships' money beside the mainstream's, and add it up?"""

from decimal import Decimal

import pytest

from govreg.core.refusals import Refused
from partnerships.models import ResourceMap
from partnerships.queries.resource_maps import map_page
from partnerships.services.resource_maps import add_resource_map
from tests.people import Cast, signed_in

from .pages import filled_in, page, problems, read, send

COUNTY = "Resources of a county"


def a_map(title: str) -> ResourceMap:
    return ResourceMap.objects.get(title=title)


def amounts(title: str) -> list[int]:
    return [int(line.amount) for line in a_map(title).lines.all()]


@pytest.mark.django_db
def test_the_study_tells_who_paid_for_the_big_clean_up() -> None:
    assert amounts("Big Derbyshire Clean Up") == [247_000, 100_000, 100_000, 300_000]
    thing = a_map("Big Derbyshire Clean Up")
    assert thing.is_example
    shown = map_page(thing)
    assert shown.partnership_total == thing.stated_partnership == Decimal("747000.00")
    assert "Partnership resources add up to the £747,000 that the source states." in shown.sentences
    assert amounts("Pooled for the local area agreement") == [500_000, 500_000]
    assert a_map("Pooled for the local area agreement").area == "Leicestershire"


def test_the_county_spends_fifty_times_what_its_partnership_does(cast: Cast) -> None:
    thing = a_map(COUNTY)
    shown = map_page(thing)
    assert shown.mainstream_total == Decimal("1572000000.00")
    assert shown.partnership_total == Decimal("43000000.00")
    soup = page(signed_in(cast.scrutiny_member), "partnerships:resource-map", thing.pk)
    text = " ".join(soup.text.split())
    assert "£2,000,000 more than the £1,570,000,000 that the source states" in text
    assert "are 2.7 % of the mainstream’s £1,572,000,000" in text
    assert "An example from elsewhere" in text
    assert "£5,700,000" in text
    chart = soup.find("svg")
    assert chart.find("desc").text.count("£") == 7
    assert "Police, Mainstream spending: £77,000,000." in chart.find("desc").text
    in_the_table = {cell.text for cell in soup.find_all("td")}
    assert {"£672,000,000", "£653,000,000", "£170,000,000", "£77,000,000"} <= in_the_table


def test_an_officer_maps_an_area_and_changes_the_map(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    typed = {
        "title": "Leeds",
        "area": "Leeds",
        "financial_year": "2007-08",
        "source": "Budget books",
        "kind_0": "mainstream",
        "holder_0": "Leeds City Council",
        "amount_0": "£500,000,000",
        "kind_1": "partnership",
        "holder_1": "Grant",
        "amount_1": "1000",
    }
    assert send(client, "partnerships:add-resource-map", changes=typed).status_code == 302
    made = a_map("Leeds")
    assert made.financial_year == "2007/08"
    again = send(client, "partnerships:add-resource-map", changes=typed)
    assert "There is a map of this title" in problems(again)
    change = {"holder_0": "", "amount_0": "", "amount_1": "2000", "reason": "Corrected"}
    sent = send(client, "partnerships:change-resource-map", made.pk, changes=change)
    assert sent.status_code == 302
    assert [(line.holder, line.amount) for line in made.lines.all()] == [
        ("Grant", Decimal("2000.00"))
    ]
    history = page(client, "history:record", "partnerships.resourcemap", made.pk).text
    assert "Leeds City Council" in history


def test_a_row_says_whose_it_is_and_how_much(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    typed = {
        "title": "Leeds",
        "area": "Leeds",
        "source": "Books",
        "amount_0": "1.001",
        "holder_1": "Police",
        "amount_2": "5",
    }
    sent = send(client, "partnerships:add-resource-map", changes=typed)
    said = problems(sent)
    assert "2 decimal places or fewer" in said
    assert "Enter the amount of Police" in said
    assert "Say whose the amount of row 3 is" in said
    assert filled_in(read(sent))["amount_0"] == "1.001"
    only = {"title": "Leeds", "area": "Leeds", "source": "Books"}
    empty = send(client, "partnerships:add-resource-map", changes=only)
    assert "Enter at least one amount" in problems(empty)


def test_only_who_keeps_all_partnerships_keeps_the_maps(cast: Cast) -> None:
    lines = [{"kind": "mainstream", "holder": "Police", "amount": Decimal(1)}]
    values = {"title": "Leeds", "area": "Leeds", "source": "Books"}
    for person in (cast.lead_officer, cast.auditor):
        with pytest.raises(Refused, match="not change them"):
            add_resource_map(values=values, lines=lines, by=person)
