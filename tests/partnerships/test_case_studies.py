"""Does the register tell what was done, what changed for whom, and how that is known?"""

from datetime import date, timedelta
from typing import Any

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import CaseStudy, Plan
from partnerships.services.case_studies import tell_case_study
from tests.people import Cast, signed_in

from .board import west
from .pages import day, filled_in, page, problems, read, send

WEST = "dp-west"
TYPED = {
    "title": "Swings for the park",
    "done": "Residents and the council chose them together.",
    "for_whom": "Families",
    "changed": "Children play outside.",
    **day("start", 1, 4, 2006),
}


def told(cast: Cast, **changes: Any) -> CaseStudy:
    values = {
        "title": "Swings for the park",
        "start": date(2006, 4, 1),
        "done": "Residents chose them.",
        "for_whom": "Families",
        "changed": "Children play outside.",
        **changes,
    }
    return tell_case_study(partnership=west(), values=values, by=cast.area_manager_west)


def test_each_district_tells_one_which_says_that_it_is_invented(cast: Cast) -> None:
    client = signed_in(cast.scrutiny_member)
    listed = page(client, "partnerships:all-case-studies")
    assert len(listed.select("tbody tr")) == 5
    only = page(client, "partnerships:all-case-studies", plan="South")
    assert [row.a.text for row in only.select("tbody tr")] == ["Two days a week in the workshop"]
    shown = read(client.get(only.select_one("tbody tr a")["href"]))
    assert "This case study is invented" in shown.text
    assert "71% to 88%" in shown.text
    assert shown.find("a", string=lambda text: text and text.startswith("S19:"))


def test_an_area_manager_tells_one_of_an_action_of_their_plan(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    plan = Plan.objects.get(short_name="West")
    typed = {**TYPED, "plan": str(plan.pk), "reference": "w2"}
    assert send(client, "partnerships:add-case-study", WEST, changes=typed).status_code == 302
    added = CaseStudy.objects.get(title=TYPED["title"])
    assert added.action is not None
    assert added.action.reference == "W2"
    assert page(client, "partnerships:plan", plan.pk).find("a", string=TYPED["title"])
    changes = {"evidence": "Counted in May.", "reason": "Known now."}
    sent = send(client, "partnerships:change-case-study", added.pk, changes=changes)
    assert sent.status_code == 302
    history = client.get(f"/history/partnerships.casestudy/{added.pk}/")
    assert "Known now." in read(history).text
    assert TYPED["title"] in read(client.get("/search/?words=outside")).text
    listed = client.get(f"/partnerships/{WEST}/case-studies/?export=csv")
    assert b"Children play outside." in b"".join(listed)


def test_what_is_typed_wrongly_is_said_at_its_field_and_kept(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    tomorrow = clock.today() + timedelta(days=1)
    typed = {
        **TYPED,
        "reference": "W999",
        **day("start", tomorrow.day, tomorrow.month, tomorrow.year),
    }
    sent = send(client, "partnerships:add-case-study", WEST, changes=typed)
    assert "still to come" in problems(sent)
    assert "Choose the plan" in problems(sent)
    assert 'value="Swings for the park"' in sent.content.decode()
    plan = str(Plan.objects.get(short_name="West").pk)
    sent = send(client, "partnerships:add-case-study", WEST, changes={**typed, "plan": plan})
    assert "The plan has no action W999" in problems(sent)


def test_a_plan_of_another_partnership_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="plan of this partnership"):
        told(cast, plan=Plan.objects.get(short_name="East"))


def test_a_withdrawn_one_stays_to_be_read_and_stands_in_no_plan(cast: Cast) -> None:
    plan = Plan.objects.get(short_name="West")
    one = told(cast, plan=plan)
    client = signed_in(cast.area_manager_west)
    sent = send(client, "partnerships:withdraw-case-study", one.pk, changes={"reason": "Twice."})
    assert sent.status_code == 302
    assert "Twice." in page(client, "partnerships:case-study", one.pk).text
    assert not page(client, "partnerships:plan", plan.pk).find("a", string=one.title)
    late = send(client, "partnerships:change-case-study", one.pk, changes={"reason": "More."})
    assert "was withdrawn" in read(late).text


def test_two_writers_meet_with_both_texts(cast: Cast) -> None:
    one = told(cast)
    first, second = signed_in(cast.area_manager_west), signed_in(cast.partnerships_officer)
    opened = filled_in(page(second, "partnerships:change-case-study", one.pk))
    mine = {"changed": "Swings are used.", "reason": "Seen."}
    send(first, "partnerships:change-case-study", one.pk, changes=mine)
    typed = {**opened, "changed": "Slides are used.", "reason": "Seen."}
    met = second.post(f"/case-studies/{one.pk}/change/", typed)
    assert "Swings are used." in read(met).text
    assert "Slides are used." in read(met).text
