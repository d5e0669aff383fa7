"""Is a partnership found, read, added and changed by those who may, and by nobody else?"""

import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from govreg.core.history.models import ChangeSet
from partnerships.models import Partnership, PartnershipAlias
from partnerships.services.partnerships import add_partnership
from tests.people import Cast, signed_in

from .pages import filled_in, page, problems, read, send

WEST = "dp-west"


def names_in(soup) -> list[str]:
    return [cell.text for cell in soup.select("tbody th[scope=row]")]


def add_some(cast: Cast, count: int, start: int = 0) -> None:
    for number in range(start, start + count):
        add_partnership(
            reference=f"extra-{number}",
            values={"name": f"Extra partnership {number}", "kind": "other", "status": "active"},
            by=cast.partnerships_officer,
        )


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_list_shows_what_a_person_may_see(cast: Cast) -> None:
    all_of_them = names_in(page(signed_in(cast.auditor), "partnerships:list"))
    assert {"Leeds Initiative", "West Leeds District Partnership"} <= set(all_of_them)
    west_only = names_in(page(signed_in(cast.area_manager_west), "partnerships:list"))
    assert west_only == ["West Leeds District Partnership"]


def test_the_list_is_filtered_by_words_kind_status_and_umbrella(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    assert names_in(page(client, "partnerships:list", words="LCES")) == [
        "Community Equipment Services Pooled Budget"
    ]
    assert len(names_in(page(client, "partnerships:list", kind="area"))) == 5
    umbrella = Partnership.objects.get(reference="leeds-initiative")
    under = names_in(page(client, "partnerships:list", umbrella=str(umbrella.pk)))
    assert len(under) == Partnership.objects.filter(parent=umbrella).count()
    closed = page(client, "partnerships:list", status="closed")
    assert "Nothing matches these filters" in closed.text


def test_an_action_owner_without_a_role_for_it_sees_no_partnerships(cast: Cast) -> None:
    assert signed_in(cast.owner).get(reverse("partnerships:list")).status_code == 403


def test_the_queries_of_the_list_and_the_page_do_not_grow_with_the_rows(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    add_some(cast, 3)
    address = reverse("partnerships:list") + "?words=extra"
    few = queries(client, address)
    add_some(cast, 9, start=3)
    assert queries(client, address) == few
    assert len(names_in(read(client.get(address)))) == 12


def test_the_page_reproduces_the_working_arrangements_of_2005(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    shown = page(client, "partnerships:structure", "leeds-initiative")
    table = shown.find(attrs={"aria-label": "Working arrangements"})
    rows = {}
    for row in table.select("tbody tr"):
        cells = [" ".join(cell.text.split()) for cell in row.find_all(["th", "td"])]
        rows[cells[0].removesuffix(" Leeds District Partnership")] = cells[1:]
    board, executive = "Partnership Board, all partners", "Executive group, all partners"
    assert rows["West"][:2] == [executive, "Core Group, key officers"]
    assert rows["West"][3] == "Executive group/Core Group"
    assert rows["South"][:2] == [board, "Core Group, key officers"]
    assert rows["South"][3] == "Partnership Board/Core Group"
    assert rows["East"][:2] == [board, "Executive Group, key officers"]
    assert "called “Partnership Groups (sub groups)”" in rows["East"][2]
    assert rows["East"][3] == "Partnership Board/Executive Group"
    assert rows["North West"][1] == "Chief Officers Support Group, key officers"
    assert rows["North West"][3] == "Executive group/Chief Officers Support Group"
    assert rows["North East"][0] == "Executive, all partners"
    assert "satellite partnerships" in rows["North East"][2]
    assert (rows["North East"][1], rows["North East"][3]) == ("None stated", "None stated")


def test_the_structure_is_drawn_and_told_as_a_list(cast: Cast) -> None:
    soup = page(signed_in(cast.area_manager_west), "partnerships:structure", WEST)
    assert soup.find("svg").find("title").text == "Structure of West Leeds District Partnership"
    listed = soup.find("details").text
    assert "also reports to Core Group" in " ".join(listed.split())
    here = soup.select_one("nav[aria-label=Sections] ul + ul [aria-current=page]")
    assert here.text == "Structure"


def test_the_page_says_what_is_missing_and_leads_to_the_rest(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    soup = page(client, "partnerships:partnership", WEST)
    links = soup.select("nav[aria-label=Sections] a")
    assert len(links) >= 6
    assert all(client.get(link["href"]).status_code == 200 for link in links)
    basis = soup.find("dt", string="Legal basis").find_next("dd").text
    assert basis == "Not stated"
    assert "9 member organisations" in soup.text
    assert "voluntary and community 1" in soup.text
    assert "Change the entry" not in soup.text
    assert "Add a member" in soup.text


def test_the_umbrella_is_named_without_a_link_to_what_the_reader_may_not_see(cast: Cast) -> None:
    soup = page(signed_in(cast.area_manager_west), "partnerships:partnership", WEST)
    umbrella = soup.find("dt", string="Umbrella partnership").find_next("dd")
    assert umbrella.text == "Leeds Initiative"
    assert umbrella.find("a") is None


def test_the_partnerships_officer_adds_a_partnership(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    typed = {"reference": "Health-Board", "name": "Health Board", "kind": "statutory"}
    response = send(client, "partnerships:add", changes=typed)
    assert response.status_code == 302
    assert response["Location"] == "/partnerships/health-board/"
    shown = page(client, "partnerships:partnership", "health-board")
    assert "No members" not in shown.text
    assert "Add the first members" in shown.text
    taken = send(client, "partnerships:add", changes={**typed, "name": "Another"})
    assert "is taken" in problems(taken)
    reserved = send(client, "partnerships:add", changes={**typed, "reference": "add"})
    assert "Choose another reference" in problems(reserved)
    spaced = send(client, "partnerships:add", changes={**typed, "reference": "a b/c"})
    assert "only letters, numbers and hyphens" in problems(spaced)


def test_a_lead_officer_of_one_partnership_adds_none(cast: Cast) -> None:
    response = signed_in(cast.lead_officer).get(reverse("partnerships:add"))
    assert response.status_code == 403
    assert "Only the partnerships officers add partnerships" in read(response).text


def test_the_lead_officer_changes_the_own_entry_with_a_reason(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    reference = "children-leeds"
    before = Partnership.objects.get(reference=reference)
    no_reason = send(client, "partnerships:change", reference, changes={"area": "The whole city"})
    assert "Enter the reason for the change" in problems(no_reason)
    changes = {"area": "The whole city", "reason": "Agreed by the board."}
    assert send(client, "partnerships:change", reference, changes=changes).status_code == 302
    after = Partnership.objects.get(reference=reference)
    assert after.area == "The whole city"
    assert after.parent == before.parent
    history = page(client, "history:record", "partnerships.partnership", after.pk)
    assert "Agreed by the board." in history.text
    assert client.get(reverse("partnerships:change", args=[WEST])).status_code == 404


def test_a_new_name_is_the_name_of_its_scope_too_and_no_other_partnerships(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    west = Partnership.objects.get(reference=WEST)
    taken = {"name": "leeds initiative", "reason": "A slip."}
    refused = send(client, "partnerships:change", WEST, changes=taken)
    assert "“leeds initiative” is already recorded" in problems(refused)
    changes = {"name": "West Leeds Partnership", "reason": "Their own wish."}
    before = ChangeSet.objects.count()
    assert send(client, "partnerships:change", WEST, changes=changes).status_code == 302
    assert ChangeSet.objects.count() == before + 1
    west = Partnership.objects.select_related("scope").get(reference=WEST)
    assert (west.name, west.scope.name) == ("West Leeds Partnership", "West Leeds Partnership")


def test_two_people_change_one_entry_and_nothing_is_lost(cast: Cast) -> None:
    first, second = signed_in(cast.partnerships_officer), signed_in(cast.partnerships_officer)
    mine = filled_in(page(first, "partnerships:change", WEST))
    theirs = {"purpose": "Their purpose", "reason": "Theirs."}
    assert send(second, "partnerships:change", WEST, changes=theirs).status_code == 302
    address = reverse("partnerships:change", args=[WEST])
    response = first.post(address, {**mine, "purpose": "My purpose", "reason": "Mine."})
    assert response.status_code == 409
    shown = read(response)
    assert [s.text.strip() for s in shown.find_all(class_="app-compare__text")] == [
        "My purpose",
        "Their purpose",
    ]
    assert filled_in(shown)["purpose"] == "My purpose"
    assert Partnership.objects.get(reference=WEST).purpose == "Their purpose"


def test_a_partnership_cannot_stand_under_its_own_part(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    west = Partnership.objects.get(reference=WEST)
    changes = {"parent": str(west.pk), "reason": "A slip."}
    response = send(client, "partnerships:change", "leeds-initiative", changes=changes)
    assert "cannot stand under one of its own parts" in problems(response)


def test_other_names_are_added_and_removed_with_a_reason(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    send(client, "partnerships:add-name", WEST, changes={"name": "The Wedge"})
    assert names_in(page(client, "partnerships:list", words="wedge"))
    again = send(client, "partnerships:add-name", WEST, changes={"name": "the wedge"})
    assert "already recorded" in problems(again)
    alias = PartnershipAlias.objects.get(name="The Wedge")
    confirm = page(client, "partnerships:remove-name", WEST, alias.pk)
    assert "is no longer found as “The Wedge”" in confirm.text
    gone = send(client, "partnerships:remove-name", WEST, alias.pk, changes={"reason": "Wrong."})
    assert gone.status_code == 302
    assert not PartnershipAlias.objects.filter(pk=alias.pk).exists()


def test_an_export_runs_no_formula(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    formula = '=HYPERLINK("http://example.org","x")'
    send(
        client,
        "partnerships:add",
        changes={"reference": "formula", "name": formula, "kind": "other"},
    )
    response = client.get(reverse("partnerships:list"), {"export": "csv", "words": "hyperlink"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    header, row = list(csv.reader(io.StringIO(text)))
    assert header[0] == "Name"
    assert row[0] == f"'{formula}"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Enter the name"),
        ({"name": "a\x00b"}, "Name"),
        ({"purpose": "x" * 100_000}, "5,000 characters or fewer"),
        ({"established_on_year": "1" * 30}, "must"),
        ({"kind": "palace"}, "Kind"),
        ({"lead": "9" * 40}, "Lead officer"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(cast, typed, sentence) -> None:
    client = signed_in(cast.partnerships_officer)
    good = {"reference": "bad-input", "name": "Bad input", "kind": "other"}
    response = send(client, "partnerships:add", changes={**good, **typed})
    assert response.status_code == 200
    assert sentence.lower() in problems(response).lower().replace("5000", "5,000")
    assert not Partnership.objects.filter(reference="bad-input").exists()


def test_addresses_with_nonsense_are_not_found(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    for address in [
        "/partnerships/no-such/",
        f"/partnerships/{WEST}/bodies/{'9' * 30}/",
        f"/partnerships/{WEST}/members/{'9' * 30}/",
        f"/organisations/{'9' * 30}/",
    ]:
        assert client.get(address).status_code == 404, address
    strange = client.get(reverse("partnerships:list"), {"words": "\x00", "page": "9" * 30})
    assert strange.status_code == 200
