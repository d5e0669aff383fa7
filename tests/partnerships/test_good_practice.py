"""Is good practice found by other partnerships, and kept back where it is not shared?"""

from datetime import timedelta

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import GoodPractice, Partnership, Plan
from partnerships.services.good_practice import decide_on_good_practice, note_good_practice
from tests.people import Cast, signed_in

from .pages import filled_in, page, problems, read, send
from .yearly import words

WEST, TRUST = "dp-west", "children-leeds"
EVERYWHERE, NOTE = "partnerships:all-good-practice", "partnerships:good-practice-note"
DECIDE = "partnerships:decide-on-good-practice"


def partnership(reference: str) -> Partnership:
    return Partnership.objects.select_related("scope").get(reference=reference)


def noted(*, by, reference: str = WEST, **changes) -> GoodPractice:
    values = {
        "title": "A forum in every ward",
        "theme": "engagement",
        "done": "A forum meets in each ward.",
        "is_shared": True,
        **changes,
    }
    return note_good_practice(partnership=partnership(reference), values=values, by=by)


def decided(note: GoodPractice, state: str, *, by, days_ago: int = 0, words: str = "") -> None:
    day = clock.today() - timedelta(days=days_ago)
    values = {"state": state, "day": day, "decided_by": "Board", "words": words}
    decide_on_good_practice(note=note, partnership=partnership(TRUST), values=values, by=by)


def test_what_is_shared_is_found_by_those_who_do_not_see_its_partnership(cast: Cast) -> None:
    shared = noted(by=cast.partnerships_officer)
    own = noted(by=cast.partnerships_officer, title="Kept at home", is_shared=False)
    client = signed_in(cast.lead_officer)
    found = words(page(client, EVERYWHERE, words="ward"))
    assert "A forum in every ward" in found
    assert "Training for staff" not in found
    assert "Training for staff of several agencies together" in words(page(client, EVERYWHERE))
    assert "A forum meets in each ward." in words(page(client, NOTE, shared.pk))
    assert client.get(own.get_absolute_url()).status_code == 404
    assert "Kept at home" not in client.get("/search/", {"words": "home"}).text
    officer = signed_in(cast.partnerships_officer)
    assert "Not shared" in words(page(officer, "partnerships:good-practice", WEST))


def test_another_partnership_takes_it_over_and_thinks_better_of_it(cast: Cast) -> None:
    note = noted(by=cast.partnerships_officer)
    client = signed_in(cast.lead_officer)
    trust = str(partnership(TRUST).pk)
    typed = {"partnership": trust, "state": "declined", "decided_by": "Board", "words": ""}
    assert "Say why it was declined." in problems(send(client, DECIDE, note.pk, changes=typed))
    typed |= {"state": "adopted", "words": "In the wedges."}
    assert send(client, DECIDE, note.pk, changes=typed).status_code == 302
    shown = words(page(client, NOTE, note.pk))
    assert "Adopted" in shown
    assert "In the wedges." in shown
    listed = page(client, EVERYWHERE, words="ward").find("tbody").find_all("td")
    assert listed[-1].text == "1"
    decided(note, "declined", by=cast.lead_officer, words="Too dear.")
    assert "Too dear." in words(page(client, NOTE, note.pk))
    assert "In the wedges." not in words(page(client, NOTE, note.pk))
    listed = page(client, EVERYWHERE, words="ward").find("tbody").find_all("td")
    assert listed[-1].text == "0"


def test_what_is_withdrawn_is_found_no_more_and_stays_with_its_partnership(cast: Cast) -> None:
    note = noted(by=cast.partnerships_officer)
    officer = signed_in(cast.partnerships_officer)
    withdraw = "partnerships:withdraw-good-practice"
    reason = {"reason": "It did not work."}
    assert send(officer, withdraw, WEST, note.pk, changes=reason).status_code == 302
    assert "It did not work." in words(page(officer, NOTE, note.pk))
    assert signed_in(cast.lead_officer).get(note.get_absolute_url()).status_code == 404
    with pytest.raises(Refused, match="not shared with other partnerships any more"):
        decided(note, "adopted", by=cast.lead_officer)


def test_nobody_decides_about_their_own_or_for_a_partnership_they_do_not_keep(cast: Cast) -> None:
    note = noted(by=cast.partnerships_officer, reference=TRUST)
    with pytest.raises(Refused, match="the partnership’s own practice"):
        decided(note, "adopted", by=cast.lead_officer)
    other = noted(by=cast.partnerships_officer)
    with pytest.raises(Refused, match="not change it"):
        decided(other, "adopted", by=cast.area_manager_west)
    with pytest.raises(Refused, match="is still to come"):
        decided(other, "adopted", by=cast.lead_officer, days_ago=-1)


def test_a_note_names_its_plan_and_stands_on_the_plans_page(cast: Cast) -> None:
    officer = signed_in(cast.partnerships_officer)
    plan = Plan.objects.get(short_name="West")
    shown = page(officer, "partnerships:plan", plan.pk)
    link = shown.find("a", string="Note good practice of this plan")["href"]
    form = read(officer.get(link))
    assert form.find("select", {"name": "plan"}).find("option", selected=True).text == str(plan)
    typed = {"title": "Walks with residents", "theme": "engagement", "done": "They walk."}
    assert officer.post(link, {**filled_in(form), **typed}).status_code == 302
    note = GoodPractice.objects.get(title="Walks with residents")
    assert note.plan == plan
    assert page(officer, "partnerships:plan", plan.pk).find("a", string=note.title)
    assert page(officer, NOTE, note.pk).find("a", string=str(plan))
    reason = {"reason": "Twice."}
    send(officer, "partnerships:withdraw-good-practice", WEST, note.pk, changes=reason)
    assert not page(officer, "partnerships:plan", plan.pk).find("a", string=note.title)


def test_a_reader_elsewhere_finds_the_shared_note_and_not_the_plan_they_may_not_see(
    cast: Cast,
) -> None:
    west = Plan.objects.get(short_name="West")
    note = noted(by=cast.partnerships_officer, plan=west)
    own = noted(by=cast.partnerships_officer, plan=west, title="At home", is_shared=False)
    reader = signed_in(cast.lead_officer)
    assert not page(reader, NOTE, note.pk).find("a", string=str(west))
    neighbour = signed_in(cast.area_manager_east)
    assert neighbour.get(own.get_absolute_url()).status_code == 404
    with pytest.raises(Refused, match="plan of this partnership"):
        noted(by=cast.partnerships_officer, reference=TRUST, plan=west)
