"""Are the indicators of a partnership kept, with the limits that an agreement and a rule set?"""

from decimal import Decimal

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refused
from partnerships.models import Indicator, Partnership, Plan
from partnerships.queries.indicators import set_counts
from partnerships.services.indicators import (
    change_indicator,
    set_targets,
    withdraw_indicator,
)
from tests.partnerships.indicator import VALUES, entered, small_indicator, west
from tests.partnerships.pages import filled_in, page
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def leicestershire(by, *, negotiated=35, local=10, statutory=16):
    """The set of the county's agreement of 2008: 35 + 10 + 16, each with its delivery plan."""
    partnership = west()
    plan = Plan.objects.filter(partnership=partnership).first()
    groups = [("negotiated", negotiated), ("local", local), ("statutory", statutory)]
    for group, number in groups:
        for n in range(number):
            small_indicator(
                by,
                reference=f"{group[:1]}{n}",
                name=f"{group} {n}",
                group=group,
                delivery_plan=plan,
            )
    return partnership


def test_a_set_of_61_is_counted_and_the_36th_negotiated_is_refused(cast):
    officer = cast.partnerships_officer
    partnership = leicestershire(officer)
    counts = set_counts(partnership, on=clock.today())
    assert (counts.negotiated, counts.local, counts.statutory, counts.total) == (35, 10, 16, 61)
    client = signed_in(cast.area_manager_west)
    listed = page(client, "partnerships:partnership-indicators", partnership.reference).text
    assert "61 indicators: 35 negotiated (at most 35 may be designated), 10 local" in listed
    with pytest.raises(Refused, match="at most 35 targets be designated"):
        small_indicator(officer, reference="N36", group="negotiated")
    one = Indicator.objects.get(reference="l0")
    with pytest.raises(Refused, match="Enter this one as local, or withdraw another"):
        change_indicator(
            indicator=one,
            version=one.version,
            values={"group": "negotiated"},
            by=officer,
            reason="Agreed",
        )
    withdrawn = Indicator.objects.get(reference="n0")
    withdraw_indicator(
        indicator=withdrawn,
        version=withdrawn.version,
        day=clock.today(),
        on=clock.today(),
        by=officer,
        reason="Replaced.",
    )
    small_indicator(officer, reference="N36", group="negotiated")


def test_a_set_says_how_many_have_no_delivery_plan(cast):
    small_indicator(cast.partnerships_officer)
    client = signed_in(cast.area_manager_west)
    listed = page(client, "partnerships:partnership-indicators", "dp-west")
    assert "1 local and 0 statutory. 1 without a delivery plan." in listed.text


def test_the_36th_negotiated_is_refused_on_the_page_and_nothing_is_lost(cast):
    leicestershire(cast.partnerships_officer, local=0, statutory=0)
    client = signed_in(cast.area_manager_west)
    address = reverse("partnerships:add-indicator", args=["dp-west"])
    sent = filled_in(page(client, "partnerships:add-indicator", "dp-west"))
    sent |= {**VALUES, "reference": "N36", "group": "negotiated", "name": "One too many"}
    told = client.post(address, sent).content.decode()
    assert "This partnership has 35 negotiated indicators already" in told
    assert 'value="One too many"' in told
    assert not Indicator.objects.filter(reference="N36").exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"reference": "x1", "name": "Another"}, "has the reference x1"),
        ({"baseline": Decimal(3)}, "of which period the baseline is"),
        ({"baseline": Decimal(3), "baseline_period": "2005/06", "has_no_baseline": True}, "none"),
        ({"good_from": Decimal(30)}, "Lower is better here"),
        ({"poor_from": None}, "Give both limits, or neither"),
    ],
)
def test_what_contradicts_itself_is_refused(cast, values, said):
    officer = cast.partnerships_officer
    if "reference" in values:
        small_indicator(officer)
    with pytest.raises(Refused, match=said):
        small_indicator(officer, **values)


def test_a_plan_of_another_partnership_is_refused(cast):
    other = Plan.objects.exclude(partnership=west()).first()
    with pytest.raises(Refused, match="belongs to another partnership"):
        small_indicator(cast.partnerships_officer, delivery_plan=other)


def test_an_area_manager_keeps_their_own_and_finds_no_other(cast):
    east = Partnership.objects.select_related("scope").get(reference="dp-east")
    with pytest.raises(Refused, match="kept by its area manager"):
        small_indicator(cast.area_manager_west, east)
    own = small_indicator(cast.area_manager_west)
    client = signed_in(cast.area_manager_east)
    assert client.get(own.get_absolute_url()).status_code == 404
    assert client.post(f"{own.get_absolute_url()}change/", {}).status_code == 404


def test_new_without_a_baseline_is_said_so(cast):
    one = small_indicator(cast.area_manager_west, has_no_baseline=True)
    client = signed_in(cast.scrutiny_member)
    assert "New, no baseline" in page(client, "partnerships:indicator", one.pk).text


def test_targets_are_kept_by_financial_year_and_a_malformed_year_is_told(cast):
    officer = cast.area_manager_west
    one = small_indicator(officer)
    client = signed_in(officer)
    address = f"{one.get_absolute_url()}targets/"
    sent = filled_in(page(client, "partnerships:indicator-targets", one.pk))
    told = client.post(address, {**sent, "year_1": "2006/08", "value_1": "12"}).content.decode()
    assert "“2006/08” is no financial year. Write it as 2006/07" in told
    assert 'value="12"' in told
    told = client.post(address, {**sent, "year_1": "2006/07", "value_1": "a dozen"})
    assert "Write a number, such as 120 or 12.5" in told.content.decode()
    client.post(address, {**sent, "year_1": "2006-07", "value_1": "12.5"})
    assert [(row.financial_year, row.value) for row in one.targets.all()] == [
        ("2006/07", Decimal("12.5"))
    ]
    entered(one, {("", "2006-07-q3"): "13"}, by=officer)
    assert "Off target" in page(client, "partnerships:indicator", one.pk).text


def test_two_who_set_targets_meet_each_other(cast):
    officer = cast.area_manager_west
    one = small_indicator(officer)
    set_targets(indicator=one, version=one.version, targets={"2006/07": Decimal(1)}, by=officer)
    with pytest.raises(StaleVersion):
        set_targets(indicator=one, version=one.version, targets={}, by=officer)


def test_a_withdrawn_indicator_stays_with_its_reason(cast):
    officer = cast.area_manager_west
    one = small_indicator(officer)
    client = signed_in(officer)
    sent = filled_in(page(client, "partnerships:withdraw-indicator", one.pk))
    client.post(f"{one.get_absolute_url()}withdraw/", {**sent, "reason": "Not measured."})
    assert "Not measured." in page(client, "partnerships:indicator", one.pk).text
    listed = page(client, "partnerships:partnership-indicators", "dp-west")
    assert "Streets with graffiti" not in listed.text
    with pytest.raises(Refused, match="was withdrawn on"):
        entered(one, {("", "2006-07-q3"): "1"}, by=officer)


def test_the_list_is_filtered_and_leaves_as_a_file(cast):
    client = signed_in(cast.scrutiny_member)
    listed = page(client, "partnerships:indicators", baseline="new")
    assert "People who feel safe after dark" in listed.text
    assert "Streets with litter" not in listed.text
    listed = page(client, "partnerships:indicators", checked="answer")
    assert "Streets with litter" in listed.text
    assert "Homes broken into" not in listed.text
    listed = page(client, "partnerships:indicators", checked="judgement")
    assert "Streets with litter" in listed.text
    assert "Homes broken into" not in listed.text
    assert "Streets with litter" not in page(client, "partnerships:indicators", checked="plan").text
    rows = client.get(reverse("partnerships:indicators"), {"export": "csv"})
    text = b"".join(rows.streaming_content).decode()
    assert "RP8,Streets with litter,Leeds Initiative,Local,Environment,14.8,per cent" in text


def test_a_plan_leads_to_its_indicators_alone(cast):
    client = signed_in(cast.scrutiny_member)
    officer = cast.partnerships_officer
    leeds = Partnership.objects.select_related("scope").get(reference="leeds-initiative")
    small_indicator(officer, leeds)
    plan = Plan.objects.get(short_name="Leeds Regeneration Plan")
    soup = page(client, "partnerships:plan", plan.pk)
    address = soup.find("a", string="Indicators of the plan")["href"]
    listed = client.get(address).content.decode()
    assert "Streets with litter" in listed
    assert "Streets with graffiti" not in listed
