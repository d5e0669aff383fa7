"""Are figures entered for many areas at once, corrected without loss, and shown with a trend?"""

from decimal import Decimal

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refused
from partnerships.models import Area, Indicator, IndicatorValue
from partnerships.services.areas import change_area
from partnerships.services.indicator_values import Figure, Place, enter_values
from tests.partnerships.indicator import entered, place, small_indicator
from tests.partnerships.pages import filled_in, page, read
from tests.people import signed_in

pytestmark = pytest.mark.django_db
Q3 = "2006-07-q3"


def opened(client, one):
    return filled_in(page(client, "partnerships:enter-figures", one.pk, year="2006-07"))


def address(one):
    return f"{reverse('partnerships:enter-figures', args=[one.pk])}?year=2006-07"


def field(area, slug=Q3):
    return f"figure_{place(area, slug).key}"


def test_several_areas_and_periods_are_saved_at_once(cast):
    one = small_indicator(cast.area_manager_west)
    client = signed_in(cast.area_manager_west)
    sent = opened(client, one)
    sent |= {field("", Q3): "12.25", field("West", Q3): "1,200", field("West", "2006-07-q2"): "9"}
    answer = client.post(address(one), sent, follow=True)
    assert "3 figures were saved" in answer.content.decode()
    held = {(str(row.area), row.quarter): row.value for row in one.values.all()}
    assert held == {
        ("None", 3): Decimal("12.25"),
        ("West", 3): Decimal(1200),
        ("West", 2): Decimal(9),
    }


def test_words_are_no_figure_and_nothing_typed_is_lost(cast):
    one = small_indicator(cast.area_manager_west)
    client = signed_in(cast.area_manager_west)
    sent = opened(client, one) | {field("West"): "about ten", field("East"): "7"}
    told = read(client.post(address(one), sent))
    assert "West, Quarter 3 2006/07: Write a number, such as 120 or 12.5" in told.text
    assert told.find(id=field("West"))["value"] == "about ten"
    assert told.find(id=field("East"))["value"] == "7"
    assert not one.values.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1e400", "at most fourteen digits"),
        ("9" * 30, "at most fourteen digits"),
        ("0.12345", "at most four digits after the point"),
        ("NaN", "Write a number"),
        ("5%", "without words or a per cent sign"),
        ("\0", "Write a number"),
    ],
)
def test_what_is_no_figure_is_told_in_a_sentence(cast, typed, said):
    one = small_indicator(cast.area_manager_west)
    client = signed_in(cast.area_manager_west)
    told = client.post(address(one), opened(client, one) | {field("West"): typed})
    assert said in told.content.decode()
    assert not one.values.exists()


def test_a_correction_says_why_and_every_revision_stays(cast):
    one = small_indicator(cast.area_manager_west)
    entered(one, {("West", Q3): "12"}, by=cast.area_manager_west)
    client = signed_in(cast.area_manager_west)
    sent = opened(client, one) | {field("West"): "14"}
    told = client.post(address(one), sent).content.decode()
    assert "Say why it is corrected" in told
    client.post(address(one), {**sent, "reason": "A street was left out."})
    revisions = [(row.revision, row.value) for row in one.values.order_by("revision")]
    assert revisions == [(1, Decimal(12)), (2, Decimal(14))]
    text = page(signed_in(cast.scrutiny_member), "partnerships:indicator", one.pk).text
    assert "Corrected: A street was left out." in text
    assert "Before: 12" in text


def test_a_figure_that_is_taken_out_is_a_revision_too(cast):
    officer = cast.area_manager_west
    one = small_indicator(officer)
    entered(one, {("West", Q3): "12"}, by=officer)
    entered(one, {("West", Q3): None}, by=officer, reason="Of another area.", seen=1)
    assert one.values.count() == 2
    assert "Taken back" in page(signed_in(officer), "partnerships:indicator", one.pk).text


def test_who_enters_over_a_newer_figure_is_told_and_keeps_their_own(cast):
    officer = cast.area_manager_west
    one = small_indicator(officer)
    client = signed_in(officer)
    sent = opened(client, one) | {field("West"): "14"}
    entered(one, {("West", Q3): "12"}, by=cast.partnerships_officer)
    answer = client.post(address(one), sent)
    assert answer.status_code == 409
    told = read(answer)
    assert "Somebody entered 12 meanwhile" in told.text
    assert told.find(id=field("West"))["value"] == "14"
    again = filled_in(told) | {"reason": "Counted anew."}
    client.post(address(one), again)
    assert one.values.order_by("-revision")[0].value == Decimal(14)


def test_a_stale_revision_writes_nothing(cast):
    officer = cast.area_manager_west
    one = small_indicator(officer)
    entered(one, {("West", Q3): "12"}, by=officer)
    with pytest.raises(StaleVersion):
        entered(one, {("East", Q3): "1", ("West", Q3): "13"}, by=officer)
    assert one.values.count() == 1


def test_periods_to_come_and_of_the_other_sort_are_refused(cast):
    officer = cast.area_manager_west
    one = small_indicator(officer)
    with pytest.raises(Refused, match="has not ended"):
        entered(one, {("", "2098-99-q1"): "1"}, by=officer)
    yearly = Place(0, place("", Q3).year.after(-1), 0)
    with pytest.raises(Refused, match="has figures for quarters"):
        enter_values(
            indicator=one, figures={yearly: Figure(Decimal(1))}, on=clock.today(), by=officer
        )


def test_a_closed_area_takes_no_figure_and_keeps_those_it_has(cast):
    one = small_indicator(cast.area_manager_west)
    entered(one, {("West", Q3): "12"}, by=cast.area_manager_west)
    area = Area.objects.get(name="West")
    change_area(
        area=area,
        version=area.version,
        values={"is_closed": True},
        by=cast.partnerships_officer,
        reason="New districts.",
    )
    with pytest.raises(Refused, match="No figures are entered for West any more"):
        entered(one, {("West", "2006-07-q2"): "12"}, by=cast.area_manager_west)
    assert "West" in page(signed_in(cast.auditor), "partnerships:indicator", one.pk).text


def test_only_keepers_enter_figures(cast):
    one = small_indicator(cast.area_manager_west)
    with pytest.raises(Refused, match="kept by its area manager"):
        entered(one, {("West", Q3): "12"}, by=cast.scrutiny_member)
    assert signed_in(cast.area_manager_east).get(address(one)).status_code == 404
    assert signed_in(cast.scrutiny_member).get(address(one)).status_code == 403


def test_only_those_who_keep_areas_add_one(cast):
    given = {"name": "Beeston", "kind": "ward"}
    where = reverse("partnerships:add-area")
    assert signed_in(cast.area_manager_west).post(where, given).status_code == 403
    client = signed_in(cast.partnerships_officer)
    client.post(where, given)
    assert Area.objects.get(name="Beeston").kind == "ward"
    assert (
        "is recorded already" in client.post(where, {**given, "name": "beeston"}).content.decode()
    )


def test_the_page_shows_trend_target_and_baseline_in_words_too(cast):
    one = Indicator.objects.get(reference="RP8")
    soup = page(signed_in(cast.scrutiny_member), "partnerships:indicator", one.pk)
    told = soup.find("desc").text
    assert "Quarter 3 2006/07: 14.8 per cent, target 15." in told
    assert "Baseline: 21." in told
    names = [span.text for span in soup.find("svg").find_all("tspan")]
    assert {"Figure", "Target", "Baseline"} <= set(names)
    soup = page(
        signed_in(cast.scrutiny_member),
        "partnerships:indicator",
        one.pk,
        area=str(Area.objects.get(name="West").pk),
    )
    assert "Figures: West" in soup.text
    assert "Two inspections of the quarter had been left out." in soup.text


def test_the_demonstration_loads_the_same_figures_each_time():
    west = IndicatorValue.objects.filter(indicator__reference="RP8", area__name="West")
    figures = west.filter(financial_year="2006/07").order_by("quarter", "revision")
    assert [str(row.value.normalize()) for row in figures] == ["18.5", "17.7", "20.5", "16.8"]
