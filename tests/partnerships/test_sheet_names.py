"""Is a name that no organisation has looked at by a person, and recorded by those alone who may?"""

from govreg.core.access.models import RoleHolding
from govreg.core.accounts.services.users import grant_role
from govreg.core.history.models import ChangedRow, ChangeSet
from partnerships.models import Membership, Organisation, OrganisationAlias
from partnerships.services.organisations import add_alias
from partnerships.sheets.names import ALIKE, alike
from tests.people import Cast, signed_in

from .board import WEST, board, west
from .pages import read
from .sheet_files import confirmed, counts, file_of, previewed, words


def test_names_are_alike_by_letters_initials_and_words():
    pairs = [
        ("leeds pct", "leeds primary care trust"),
        ("jobcentre plus agency", "jobcentre plus"),
        ("the leeds voice", "leeds voice"),
        ("west yorkshire police force", "west yorkshire police"),
    ]
    assert [alike(*pair) >= ALIKE for pair in pairs] == [True] * 4
    assert alike("leeds voice", "natural england") < ALIKE
    assert alike("", "leeds") < ALIKE


def keeper_of_both(cast: Cast):
    """The administrator, who keeps West's members too."""
    grant_role(
        user=cast.administrator, role="area-manager", scope=west().scope, by=cast.administrator
    )
    assert RoleHolding.objects.filter(user=cast.administrator).count() == 2
    return signed_in(type(cast.administrator).objects.get(pk=cast.administrator.pk))


def test_an_unknown_name_is_offered_as_another_name_of_one_that_there_is(cast: Cast):
    client = keeper_of_both(cast)
    known = Organisation.objects.get(name="Jobcentre Plus")
    rows = [
        {"Organisation": "Jobcentre Plus", "Representative’s post": "District manager"},
        {"Organisation": "Jobcentre Plus Agency", "Representative’s post": "Area director"},
        {"Organisation": "The Brand New Trust", "Representative’s post": ""},
    ]
    where, page = previewed(client, WEST, "members", file_of(rows))
    assert counts(page)["Refused"] == 2
    fields = {
        label.text.removesuffix(" (optional)"): label["for"].removeprefix("id_")
        for label in page.select("form label")
    }
    offered = page.find("select", attrs={"name": fields["“Jobcentre Plus Agency”"]})
    assert "Is another name of Jobcentre Plus" in offered.text
    chosen = {
        "names": "1",
        fields["“Jobcentre Plus Agency”"]: f"alias:{known.pk}",
        fields["“The Brand New Trust”"]: "new:voluntary-community",
    }
    assert client.post(where, chosen).status_code == 302
    page = read(client.get(where))
    assert counts(page) == {"New": 3, "Changed": 0, "As they are": 0, "Refused": 0}
    same = "Line 3: “Jobcentre Plus Agency” is the same organisation as on line 2 (Jobcentre Plus)."
    assert same in words(page)
    assert not OrganisationAlias.objects.filter(name="Jobcentre Plus Agency").exists()
    assert confirmed(client, where, page).status_code == 302
    assert OrganisationAlias.objects.get(name="Jobcentre Plus Agency").organisation == known
    made = Organisation.objects.get(name="The Brand New Trust")
    assert made.sector == "voluntary-community"
    (written,) = ChangeSet.objects.filter(verb="Imported members")
    assert ChangedRow.objects.filter(change_set=written).count() == 5
    assert Membership.objects.filter(organisation=known, representative="Area director").exists()


def test_a_name_like_no_other_leads_on_whoever_may_not_add_it(cast: Cast):
    client = signed_in(cast.area_manager_west)
    new = {"Organisation": "Zephyr Quorum", "Representative’s post": "Chair"}
    like = {"Organisation": "Jobcentre Plus Agency", "Representative’s post": "Director"}
    _where, page = previewed(client, WEST, "members", file_of([new]))
    assert not page.select("form select"), "a form without a choice leads nowhere"
    assert "“Zephyr Quorum”, line 2" in words(page)
    assert "ask an administrator of the register to add it" in words(page)
    assert "Meanwhile take the line out of your file" in words(page)
    assert client.get(page.find("a", string="list of organisations")["href"]).status_code == 200
    _where, page = previewed(client, WEST, "members", file_of([new, like]))
    assert len(page.select("form select")) == 1, "what has a choice is asked still"
    assert "“Zephyr Quorum”, line 2" in words(page)
    _where, page = previewed(keeper_of_both(cast), WEST, "members", file_of([new]))
    assert "A new organisation, sector" in page.select_one("form select").text


def test_who_keeps_no_organisations_says_which_is_meant_and_records_no_name(cast: Cast):
    client = signed_in(cast.area_manager_west)
    known = Organisation.objects.get(name="Jobcentre Plus")
    rows = [{"Organisation": "Jobcentre Plus Agency", "Representative’s post": "Area director"}]
    where, page = previewed(client, WEST, "members", file_of(rows))
    assert "added, by the register’s administrators" in words(page)
    assert "Is Jobcentre Plus, in this file" in page.select_one("form select").text
    forged = client.post(where, {"names": "1", "name_0": f"alias:{known.pk}"})
    assert forged.status_code == 200
    assert client.post(where, {"names": "1", "name_0": f"here:{known.pk}"}).status_code == 302
    assert confirmed(client, where, read(client.get(where))).status_code == 302
    assert not OrganisationAlias.objects.filter(name="Jobcentre Plus Agency").exists()
    assert Membership.objects.filter(organisation=known, representative="Area director").exists()


def test_an_other_name_that_is_recorded_is_understood_and_told(cast: Cast):
    known = Organisation.objects.get(name="Jobcentre Plus")
    add_alias(organisation=known, name="The jobs people", by=cast.administrator)
    rows = [
        {"Organisation": "the  Jobs People", "Body": board().name},
        {"Organisation": "Jobcentre Plus", "Body": board().name},
    ]
    _where, page = previewed(signed_in(cast.area_manager_west), WEST, "members", file_of(rows))
    assert "Line 3: “Jobcentre Plus” is the same organisation as on line 2" in words(page)
    assert "has the same seat for part of that time" in words(page)
