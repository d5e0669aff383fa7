"""Does each layer of governance see what is its own, and when it is next told?"""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from govreg.core.quarters import read_quarter
from partnerships.models import Body, Indicator, Partnership, PlanAction
from partnerships.queries.gaps_at_work import REPORTS, gaps_at_work
from partnerships.queries.performance import (
    indicator_lines,
    last_reported,
)
from partnerships.queries.performance_reports import bodies_due
from partnerships.rules.performance import next_report_due, reports_a_year
from partnerships.services.reporting import add_line, record_report
from tests.partnerships.indicator import entered, small_indicator
from tests.partnerships.pages import page
from tests.people import signed_in

pytestmark = pytest.mark.django_db
Q3 = "2006-07-q3"


def leeds():
    return Partnership.objects.select_related("scope").get(reference="leeds-initiative")


def told(on):
    return bodies_due([leeds()], on=on, layer="executive")


def quarter(slug=Q3):
    found = read_quarter(slug)
    assert found is not None
    return found


def layer(cast, key, **query):
    who = signed_in(cast.scrutiny_member)
    return page(who, "partnerships:performance-layer", "leeds-initiative", key, **query)


def test_the_strategic_layer_sees_what_changed_and_what_is_reportable(cast):
    officer = cast.partnerships_officer
    fell = small_indicator(officer, leeds(), reference="C1", name="Fallen back")
    for slug, value in (("2006-07-q2", "9"), (Q3, "12")):
        entered(fell, {("", slug): value}, by=officer)
    soup = page(signed_in(cast.scrutiny_member), "partnerships:performance", "leeds-initiative")
    assert "It gives account to the partners." in soup.text
    assert "Fallen back, 12 per cent: Was good, is middling" in " ".join(soup.text.split())
    reportable = soup.find("table", string=None).find_parent("main").text
    assert "RP1 Homes broken into" in reportable
    assert "RP8 Streets with litter" not in soup.text
    assert "Quarter 2 2006/07: " in soup.find("svg").desc.text


def test_a_turn_of_direction_is_a_key_change():
    lines = {one.indicator.reference: one for one in indicator_lines(leeds(), quarter())}
    assert lines["RP1"].direction == "Better than before"
    assert lines["RP7"].period == "2005/06"
    told = [one.changes for one in lines.values() if one.direction != one.earlier_direction]
    assert all("Turned" in " ".join(said) or not said or "Was" in said[0] for said in told)


def test_the_executive_layer_sees_exceptions_and_the_operational_every_action(cast):
    soup = layer(cast, "executive", period=Q3)
    text = " ".join(soup.text.split())
    assert "It gives account to the strategic layer." in text
    assert "102 actions" in text
    assert "RP2 People who feel safe after dark" in text
    assert "RP1 Homes broken into" not in text
    soup = layer(cast, "operational", period=Q3)
    assert "582 actions" in soup.text
    assert "RP1 Homes broken into" in soup.text
    soup = layer(cast, "operational", period=Q3, status="red")
    assert "8 actions" in soup.text
    links = [link["href"] for link in soup.select('nav[aria-label="Layers"] a')]
    where = [
        reverse("partnerships:performance-layer", args=["leeds-initiative", key])
        for key in ("strategic", "executive")
    ]
    assert links == [f"{address}?period={Q3}" for address in where]


def test_actions_of_plans_that_a_reader_may_not_see_are_left_out(cast):
    client = signed_in(cast.area_manager_west)
    where = reverse("partnerships:performance-layer", args=["leeds-initiative", "operational"])
    if client.get(where).status_code == 404:
        where = reverse("partnerships:performance-layer", args=["dp-west", "operational"])
    rows = b"".join(client.get(where, {"period": Q3, "export": "csv"}).streaming_content)
    assert (
        len(rows.decode().splitlines()) - 1
        == PlanAction.objects.filter(plan__short_name="West").count()
    )


def test_an_unknown_layer_is_not_found_and_a_malformed_quarter_is_the_last(cast):
    client = signed_in(cast.scrutiny_member)
    where = reverse("partnerships:performance-layer", args=["leeds-initiative", "middle"])
    assert client.get(where).status_code == 404
    assert "Quarter 3 2006/07" in layer(cast, "strategic", period="soon").text
    assert last_reported(leeds(), on=date(2026, 1, 1)) == quarter()


@pytest.mark.parametrize(
    ("meetings", "band", "a_year"),
    [(None, (3, 4), 3), (5, (6, 12), 6), (20, (6, 12), 12), (24, (12, 52), 24), (4, (3, 4), 4)],
)
def test_reports_follow_the_meetings_within_the_band(meetings, band, a_year):
    assert reports_a_year(meetings=meetings, least=band[0], most=band[1]) == a_year


def test_the_next_report_is_as_far_off_as_the_band_says():
    last = date(2007, 11, 30)
    assert next_report_due(last=last, a_year=4) == date(2008, 2, 29)
    assert next_report_due(last=last, a_year=12) == date(2007, 12, 30)
    assert next_report_due(last=last, a_year=52) == date(2007, 12, 7)
    assert next_report_due(last=None, a_year=4) is None


def test_a_report_by_a_formal_line_counts_as_told(cast):
    officer = cast.partnerships_officer
    body = Body.objects.filter(partnership=leeds(), layer="executive").first()
    before = {one.body: one for one in told(date(2007, 6, 1))}
    assert before[body].due is None
    line = add_line(
        partnership=leeds(),
        values={"to_body": body, "mechanism": "Paper", "frequency_months": 2},
        by=officer,
    )
    record_report(line=line, values={"day": date(2007, 1, 31), "what": "Quarter 3"}, by=officer)
    found = {one.body: one for one in told(date(2007, 6, 1))}
    assert (found[body].due, found[body].is_overdue) == (date(2007, 3, 31), True)
    assert found[body].band == "6 to 12"
    assert "Overdue" in layer(cast, "executive").text
    gaps = gaps_at_work([leeds()], on=date(2007, 6, 1))[leeds().pk]
    sentences = [gap.standing.reason for gap in gaps if gap.subject is REPORTS]
    assert sentences == [f"{body.name} was to be told of performance on 31 March 2007."]
    assert not [
        gap
        for gap in gaps_at_work([leeds()], on=date(2007, 2, 1))[leeds().pk]
        if gap.subject is REPORTS
    ]


def test_off_target_and_poor_are_exceptions():
    by_reference = {one.indicator.reference: one for one in indicator_lines(leeds(), quarter())}
    assert by_reference["RP2"].is_off
    assert by_reference["RP2"].is_exception
    assert not by_reference["RP1"].is_exception
    assert Indicator.objects.get(reference="RP2").baseline is None
    assert by_reference["RP2"].target == Decimal(54)
