"""Are risks judged on the council's scale, kept with every judgement, and reviewed in time?"""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.council.settings import decide
from govreg.core.refusals import Refused
from partnerships.models import Body, Organisation, Partnership, Risk
from partnerships.queries.health import State, health_of
from partnerships.services.risks import (
    add_action,
    add_risk,
    assess_risk,
    close_risk,
    state_register,
)
from tests.people import Cast, signed_in

from .pages import day, page, problems, read, send

WEST, TRUST = "dp-west", "children-leeds"


def partnership(reference: str = WEST) -> Partnership:
    return Partnership.objects.select_related("scope").get(reference=reference)


def days(n: int) -> date:
    return clock.today() + timedelta(days=n)


def risk(cast: Cast, likelihood: int = 3, impact: int = 4, **given: Any) -> Risk:
    values = {"title": "The grant ends", "review_due": days(200), **given}
    assessment = {"day": days(-5), "likelihood": likelihood, "impact": impact, "note": ""}
    west = partnership()
    by = cast.partnerships_officer
    return add_risk(partnership=west, values=values, assessment=assessment, by=by)


def standing(reference: str, on: date | None = None) -> Any:
    found = partnership(reference)
    return health_of([found], on=on or clock.today())[found.pk]["risks"]


def test_the_safeguarding_board_had_no_register_in_2007(cast: Cast) -> None:
    shown = page(signed_in(cast.scrutiny_member), "partnerships:risks", TRUST)
    rows = {row.th.text: row.td.text.strip() for row in shown.select("table")[0].select("tbody tr")}
    assert rows["Local Safeguarding Children's Board"] == "None"
    assert rows["Integrated Strategic Commissioning Board"] == "Kept"
    assert rows["Children Leeds Partnership"] == "Kept"
    assert rows["Director of Children's Services Unit"] == "Kept"
    assert rows["Open Forums"] == rows["The partnership as a whole"] == "Not stated"
    found = standing(TRUST, date(2007, 11, 2))
    assert found.state == State.MISSING
    assert found.reason == "No formal risk register: Local Safeguarding Children's Board."
    assert standing(TRUST, date(2007, 10, 31)).reason == "No risk register is recorded."


def test_an_officer_adds_a_risk_and_judges_it_again(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    later = days(90)
    typed = {
        "title": "The lease ends",
        "likelihood": ["4"],
        "impact": ["3"],
        **day("review_due", later.day, later.month, later.year),
    }
    assert send(client, "partnerships:add-risk", WEST, changes=typed).status_code == 302
    thing = Risk.objects.get(title="The lease ends")
    listed = page(client, "partnerships:risks", WEST)
    assert "High 12 (4 × 3, of 4)" in listed.text
    again = {**typed, "likelihood": ["1"], "note": "A new lease is signed."}
    args = (WEST, thing.pk)
    assert send(client, "partnerships:assess-risk", *args, changes=again).status_code == 302
    shown = page(client, "partnerships:risk", *args)
    judged = [" ".join(row.text.split()) for row in shown.select("table")[0].select("tbody tr")]
    assert len(judged) == 2
    assert "3, low" in shown.select("table")[0].text
    assert "12, high" in shown.select("table")[0].text
    assert "Low 3" in page(client, "partnerships:risks", WEST).text
    history = page(client, "history:record", "partnerships.risk", thing.pk).text
    assert "Assessed a risk" in history
    name = partnership().name
    assert f"The lease ends, {name}" in page(client, "search", words="lease").text


def test_the_heat_map_has_the_numbers_of_its_table(cast: Cast) -> None:
    risk(cast)
    risk(cast, title="Nobody leads")
    risk(cast, 1, 1, title="A key is lost")
    shown = page(signed_in(cast.auditor), "partnerships:risks", WEST)
    drawing = ElementTree.fromstring(str(shown.find("svg", class_="app-chart")))
    texts = ["".join(t.itertext()) for t in drawing.iter() if t.tag.endswith("text")]
    at_high = [after for text, after in pairwise(texts) if text == "H 12"]
    assert "2" in at_high
    table = shown.select("details table")[0]
    cells = [td.text for td in table.select("tbody td")]
    assert cells.count("2 (high, 12)") == 1
    assert cells.count("1 (low, 1)") == 1
    assert len(cells) == 16


def test_what_was_judged_on_another_scale_keeps_its_rating(cast: Cast) -> None:
    thing = risk(cast)
    decide(
        name="risk-scale",
        value=5,
        start=clock.today(),
        by=cast.administrator,
        reason="Corporate scale",
    )
    shown = page(signed_in(cast.auditor), "partnerships:risks", WEST)
    assert "1 last judged on another scale does not stand here" in " ".join(shown.text.split())
    assert "High 12 (3 × 4, of 4)" in shown.text
    values = {"day": clock.today(), "likelihood": 5, "impact": 5, "note": ""}
    by = cast.partnerships_officer
    assess_risk(risk=thing, values=values, review_due=days(30), by=by)
    assert "High 25 (5 × 5, of 5)" in page(signed_in(cast.auditor), "partnerships:all-risks").text
    values = {**values, "impact": 6}
    with pytest.raises(Refused, match="scale of 1 to 5"):
        assess_risk(risk=thing, values=values, review_due=days(30), by=by)


def test_an_assessment_is_neither_to_come_nor_before_the_last(cast: Cast) -> None:
    thing, by = risk(cast), cast.partnerships_officer
    values = {"day": days(1), "likelihood": 1, "impact": 1, "note": ""}
    with pytest.raises(Refused, match="still to come"):
        assess_risk(risk=thing, values=values, review_due=days(30), by=by)
    values = {**values, "day": days(-6)}
    with pytest.raises(Refused, match="Give that day or a later one"):
        assess_risk(risk=thing, values=values, review_due=days(30), by=by)
    values = {**values, "day": days(0)}
    with pytest.raises(Refused, match="must be later"):
        assess_risk(risk=thing, values=values, review_due=days(0), by=by)


def test_a_closed_risk_says_why_and_is_left_alone(cast: Cast) -> None:
    thing, client = risk(cast), signed_in(cast.partnerships_officer)
    args = (WEST, thing.pk)
    assert problems(send(client, "partnerships:close-risk", *args))
    sent = send(client, "partnerships:close-risk", *args, changes={"because": "It was paid."})
    assert sent.status_code == 302
    shown = page(client, "partnerships:risk", *args).text
    assert "It was paid." in shown
    assert "Add a new one if it has come back" in shown
    assert client.get(reverse("partnerships:assess-risk", args=args)).status_code == 403
    assert "The grant ends" not in page(client, "partnerships:risks", WEST).text
    assert "The grant ends" in page(client, "partnerships:risks", WEST, standing="closed").text


def test_an_action_is_done_once(cast: Cast) -> None:
    thing, client = risk(cast), signed_in(cast.partnerships_officer)
    values = {"text": "Find other money", "due": days(-1)}
    action = add_action(risk=thing, values=values, by=cast.partnerships_officer)
    assert "Overdue" in page(client, "partnerships:risk", WEST, thing.pk).text
    args = (WEST, thing.pk, action.pk)
    assert send(client, "partnerships:finish-risk-action", *args).status_code == 302
    assert "Overdue" not in page(client, "partnerships:risk", WEST, thing.pk).text
    assert client.get(reverse("partnerships:finish-risk-action", args=args)).status_code == 403


@pytest.mark.parametrize(
    ("due_in", "state"), [(200, State.MET), (20, State.DUE), (-1, State.OVERDUE)]
)
def test_reviews_fall_due(cast: Cast, due_in: int, state: State) -> None:
    assert standing(WEST).state == State.MISSING
    risk(cast)
    values = {"state": "kept", "day": days(-100), "review_due": days(due_in)}
    state_register(partnership=partnership(), values=values, by=cast.partnerships_officer)
    assert standing(WEST).state == state


def test_a_register_without_a_date_of_review_is_a_gap(cast: Cast) -> None:
    by = cast.partnerships_officer
    body = Body.objects.filter(partnership=partnership()).first()
    for state, told in (("preparing", "is being prepared"), ("kept", "no date of its review")):
        values = {"state": state, "day": days(-1), "body": body}
        state_register(partnership=partnership(), values=values, by=by)
        assert told in standing(WEST).reason


def test_an_overdue_review_does_not_hide_that_a_body_has_no_register(cast: Cast) -> None:
    by, body = cast.partnerships_officer, Body.objects.filter(partnership=partnership()).first()
    for values in (
        {"state": "kept", "day": days(-100), "review_due": days(-1)},
        {"state": "none", "day": days(-100), "body": body},
    ):
        state_register(partnership=partnership(), values=values, by=by)
    found = standing(WEST)
    assert found.state == State.OVERDUE
    assert f"No formal risk register: {body}." in found.reason


def test_the_register_lists_what_the_reader_may_see(cast: Cast) -> None:
    thing = risk(cast)
    close_risk(
        risk=risk(cast, title="Gone"),
        version=1,
        closed_on=clock.today(),
        because="Over.",
        by=cast.partnerships_officer,
    )
    where = reverse("partnerships:all-risks")
    text = read(signed_in(cast.auditor).get(where, {"band": "high"})).text
    assert thing.title in text
    assert "Gone" not in text
    assert thing.title not in read(signed_in(cast.auditor).get(where, {"band": "low"})).text
    assert thing.title not in read(signed_in(cast.lead_officer).get(where)).text
    sent = signed_in(cast.auditor).get(where, {"export": "csv", "standing": "all"})
    exported = b"".join(sent.streaming_content) if sent.streaming else sent.content
    assert b"West Leeds District Partnership" in exported
    assert b"Gone" in exported


def test_who_only_reads_adds_no_risk(cast: Cast) -> None:
    values = {"title": "A", "review_due": days(1)}
    assessment = {"day": days(0), "likelihood": 1, "impact": 1, "note": ""}
    with pytest.raises(Refused, match="but not change it"):
        add_risk(
            partnership=partnership(),
            values=values,
            assessment=assessment,
            by=cast.area_manager_west,
        )


def test_a_risk_is_of_the_whole_of_a_body_or_of_one_partner(cast: Cast) -> None:
    police = Organisation.objects.get(name="West Yorkshire Police")
    body = Body.objects.filter(partnership=partnership()).order_by("pk")[0]
    with pytest.raises(Refused, match="Choose a body or a partner organisation, not both"):
        risk(cast, body=body, organisation=police)
    youth = Organisation.objects.get(name="Youth Council")
    with pytest.raises(Refused, match="has never been a member of the partnership"):
        risk(cast, organisation=youth)
    made = risk(cast, organisation=police)
    client = signed_in(cast.partnerships_officer)
    assert "West Yorkshire Police" in page(client, "partnerships:risk", WEST, made.pk).text
    listed = page(client, "partnerships:risks", WEST).select("table")[-1]
    assert "West Yorkshire Police" in listed.text
    both = {"body": str(body.pk), "reason": "Moved."}
    refused = send(client, "partnerships:change-risk", WEST, made.pk, changes=both)
    assert "Choose a body or a partner organisation" in problems(refused)
