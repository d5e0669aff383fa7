"""Are a body's meeting arrangements kept by those who keep its partnership?"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from govreg.core.refusals import Refused
from partnerships.models import Body, Partnership
from partnerships.queries.structure import bodies_in_being, structure
from partnerships.services.bodies import add_body, describe_body
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, read, send

WEST = "dp-west"


def body(name: str) -> Body:
    return Body.objects.get(partnership__reference=WEST, name=name)


def test_the_page_of_a_body_says_how_it_works(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    groups = body("Sub groups on key themes")
    soup = page(client, "partnerships:body", WEST, groups.pk)
    rows = {
        term.text: " ".join(term.find_next("dd").get_text(" ").split())
        for term in soup.find_all("dt")
    }
    assert rows["Called locally"] == "sub groups"
    assert rows["Common kind"] == "Theme group"
    assert rows["Reports to"] == "Executive group Core Group"
    assert rows["Frequency of meetings"] == "Not stated"


def test_the_area_manager_changes_the_arrangements_with_a_reason(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    core = body("Core Group")
    changes = {
        "meetings": "Every month",
        "meetings_a_year": "11",
        "chair_selection": "Elected each year",
        "reports_to": [str(body("Executive group").pk)],
        "reason": "Agreed at the last meeting.",
    }
    assert (
        send(client, "partnerships:change-body", WEST, core.pk, changes=changes).status_code == 302
    )
    core.refresh_from_db()
    assert (core.meetings, core.meetings_a_year) == ("Every month", 11)
    assert [line.to.name for line in core.reporting_lines.all()] == ["Executive group"]
    untouched = filled_in(page(client, "partnerships:change-body", WEST, core.pk))
    assert untouched["reports_to"] == [str(body("Executive group").pk)]
    history = page(client, "history:record", "partnerships.body", core.pk).text
    assert "Agreed at the last meeting." in history
    assert "Every month" in history


def test_a_body_is_added_once_under_its_name(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    typed = {"name": "Youth forum", "kind": "forum", **day("start", 1, 4, 2006)}
    assert send(client, "partnerships:add-body", WEST, changes=typed).status_code == 302
    assert "Youth forum" in page(client, "partnerships:structure", WEST).text
    again = send(client, "partnerships:add-body", WEST, changes={**typed, "name": "YOUTH FORUM"})
    assert "is already a body of this partnership" in problems(again)


def test_the_first_body_of_a_partnership_is_asked_for_no_other(cast: Cast) -> None:
    from partnerships.services.partnerships import add_partnership

    officer = cast.partnerships_officer
    values = {"name": "New", "kind": "other", "status": "active"}
    add_partnership(reference="new-one", values=values, by=officer)
    client = signed_in(officer)
    assert "Reports to" not in page(client, "partnerships:add-body", "new-one").text
    typed = {"name": "Board", "kind": "board"}
    assert send(client, "partnerships:add-body", "new-one", changes=typed).status_code == 302
    (only,) = Body.objects.filter(partnership__reference="new-one")
    changes = {"meetings": "Monthly", "reason": "Known now."}
    saved = send(client, "partnerships:change-body", "new-one", only.pk, changes=changes)
    assert saved.status_code == 302


def test_a_body_cannot_stand_under_its_own_part(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    top, part = body("Executive group"), body("Core Group")
    changes = {"parent": str(part.pk), "reason": "A slip."}
    response = send(client, "partnerships:change-body", WEST, top.pk, changes=changes)
    assert "cannot stand under one of its own parts" in problems(response)
    assert body("Executive group").parent is None


def test_bodies_do_not_report_to_each_other_in_a_circle(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    executive, core = body("Executive group"), body("Core Group")
    groups = body("Sub groups on key themes")
    straight = {"reports_to": [str(groups.pk)], "reason": "As they say."}
    refused = send(client, "partnerships:change-body", WEST, executive.pk, changes=straight)
    assert "“Sub groups on key themes” reports to “Executive group”" in problems(refused)
    officer = cast.partnerships_officer
    far = add_body(
        partnership=executive.partnership,
        values={"name": "Task group", "kind": "working-group"},
        reports_to=[groups],
        by=officer,
    )
    round_about = {"reports_to": [str(far.pk)], "reason": "As they say."}
    refused = send(client, "partnerships:change-body", WEST, core.pk, changes=round_about)
    assert "“Task group” reports to “Core Group”, itself or through" in problems(refused)
    itself = {"reports_to": [core], "version": core.version, "reason": "A slip.", "values": {}}
    with pytest.raises(Refused, match="cannot report to itself"):
        describe_body(body=core, by=officer, **itself)
    assert not executive.reporting_lines.exists()


def test_no_body_is_lost_from_the_structure_where_one_reports_to_its_own_part(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    executive = body("Executive group")
    part = add_body(
        partnership=executive.partnership,
        values={"name": "Inner group", "kind": "other", "parent": executive},
        by=cast.partnerships_officer,
    )
    changes = {"reports_to": [str(part.pk)], "reason": "As they say."}
    saved = send(client, "partnerships:change-body", WEST, executive.pk, changes=changes)
    assert saved.status_code == 302
    west = Partnership.objects.get(reference=WEST)
    bodies = bodies_in_being([west], on=west.bodies.model.objects.first().start or _a_day())
    seen = []

    def walk(places) -> None:
        for place in places:
            seen.append(place.body.name)
            walk(place.below)

    walk(structure(bodies))
    assert sorted(seen) == sorted(b.name for b in bodies)
    assert page(client, "partnerships:structure", WEST).find("svg")


def _a_day():
    from govreg.core import clock

    return clock.today()


def test_a_conflict_on_a_body_shows_both_texts(cast: Cast) -> None:
    client, officer = signed_in(cast.area_manager_west), signed_in(cast.partnerships_officer)
    core = body("Core Group")
    mine = filled_in(page(client, "partnerships:change-body", WEST, core.pk))
    theirs = {"meetings": "Every quarter", "reason": "Theirs."}
    send(officer, "partnerships:change-body", WEST, core.pk, changes=theirs)
    address = reverse("partnerships:change-body", args=[WEST, core.pk])
    response = client.post(address, {**mine, "meetings": "Every month", "reason": "Mine."})
    assert response.status_code == 409
    sides = [s.text.strip() for s in read(response).find_all(class_="app-compare__text")]
    assert sides == ["Every month", "Every quarter"]
    assert filled_in(read(response))["meetings"] == "Every month"


def test_the_queries_of_a_partnerships_page_do_not_grow_with_its_bodies(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    west = Partnership.objects.get(reference=WEST)
    top = body("Executive group")

    def count() -> int:
        address = reverse("partnerships:structure", args=[WEST])
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    few = count()
    for number in range(9):
        values = {"name": f"Group {number}", "kind": "theme"}
        add_body(partnership=west, values=values, reports_to=[top], by=cast.partnerships_officer)
    assert count() == few


def test_thirty_digits_and_endless_texts_are_refused(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    base = {"name": "Forum", "kind": "forum"}
    for typed, sentence in [
        ({"meetings_a_year": "9" * 30}, "366"),
        ({"position": "-1"}, "Place in lists"),
        (day("start", 1, 1, "1" * 30), "4 numbers"),
        ({"function": "x" * 100_000}, "characters or fewer"),
        ({"name": "a\x00b"}, "Name"),
        ({**day("start", 2, 1, 2007), **day("end", 1, 1, 2007)}, "before the first day"),
    ]:
        response = send(client, "partnerships:add-body", WEST, changes={**base, **typed})
        assert sentence in problems(response), typed
    assert not Body.objects.filter(name="Forum").exists()
