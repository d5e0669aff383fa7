"""Does an administrator keep people, roles, scales and settings, and nobody else?"""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from govreg.core import clock
from govreg.core.access.models import RoleHolding, Scope
from govreg.core.accounts.models import AccessLogEntry, User
from govreg.core.accounts.services.users import add_user, end_role, grant_role
from govreg.core.history.models import ChangeSet
from tests.partnerships.pages import day, filled_in, page, problems, read, send
from tests.people import Cast, signed_in


def west() -> Scope:
    return Scope.objects.get(name="West Leeds District Partnership")


def test_nobody_but_an_administrator_opens_the_administration(cast: Cast) -> None:
    owner = cast.owner
    addresses = [
        reverse("administration:index"),
        reverse("administration:access-log"),
        reverse("administration:settings"),
        reverse("people:users"),
        reverse("people:user", args=[owner.pk]),
        reverse("people:give-role", args=[owner.pk]),
        reverse("people:deactivate", args=[owner.pk]),
        reverse("priorities:add"),
    ]
    for person in (cast.partnerships_officer, cast.auditor, cast.owner, cast.scrutiny_member):
        client = signed_in(person)
        for address in addresses:
            assert client.get(address).status_code == 403, (person, address)
            assert client.post(address, {"reason": "x"}).status_code == 403, (person, address)
    assert Client().get(addresses[0]).status_code == 302


def test_an_administrator_of_one_partnership_gives_no_roles_in_others(cast: Cast) -> None:
    person = cast.other_owner
    grant_role(user=person, role="administrator", scope=west(), by=cast.administrator)
    client = signed_in(person)
    address = reverse("people:give-role", args=[person.pk])
    response = client.post(address, {"role": "administrator"})
    assert response.status_code == 403
    assert "Only an administrator for the whole council" in read(response).text
    assert client.get(reverse("people:users")).status_code == 403
    assert client.get(reverse("administration:index")).status_code == 403


def test_everybody_may_read_what_a_role_means(cast: Cast) -> None:
    soup = page(signed_in(cast.owner), "administration:roles")
    assert [h.text for h in soup.find_all("h2")][:2] == ["Administrator", "Partnerships officer"]
    assert "Keeps the bodies, members, meetings" in soup.text


def test_a_user_is_added_and_given_a_role_for_one_partnership(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    typed = {"name": "New Officer", "email": "New.Officer@Leeds.example"}
    response = send(client, "people:add", changes=typed)
    person = User.objects.get(email="new.officer@leeds.example")
    assert response["Location"] == person.get_absolute_url()
    shown = read(client.get(response["Location"]))
    assert "I have forgotten my password" in shown.text
    assert "Without a role" in shown.text
    again = send(client, "people:add", changes={**typed, "email": "NEW.officer@leeds.example"})
    assert "Another account signs in with new.officer@leeds.example" in problems(again)
    role = {"role": ["area-manager"], "scope": str(west().pk), "reason": "Joined the area team."}
    assert send(client, "people:give-role", person.pk, changes=role).status_code == 302
    theirs = signed_in(person)
    assert theirs.get(reverse("partnerships:partnership", args=["dp-west"])).status_code == 200
    assert theirs.get(reverse("partnerships:partnership", args=["dp-east"])).status_code == 404
    twice = send(client, "people:give-role", person.pk, changes=role)
    assert "already holds this role there" in problems(twice)
    history = page(client, "history:record", "accounts.user", person.pk).text
    assert "Joined the area team." in history


def test_a_role_ends_on_a_day_for_a_reason(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    manager = cast.area_manager_west
    holding = manager.role_holdings.get()
    yesterday = clock.today() - timedelta(days=1)
    end = {
        **day("end", yesterday.day, yesterday.month, yesterday.year),
        "reason": "Moved to another council.",
    }
    assert send(client, "people:end-role", manager.pk, holding.pk, changes=end).status_code == 302
    holding = RoleHolding.objects.get(pk=holding.pk)
    assert holding.end == yesterday
    address = reverse("partnerships:partnership", args=["dp-west"])
    assert signed_in(User.objects.get(pk=manager.pk)).get(address).status_code == 403
    stranger = reverse("people:end-role", args=[cast.owner.pk, holding.pk])
    assert client.get(stranger).status_code == 404


def test_an_administrator_does_not_lock_the_last_door_behind_them(cast: Cast) -> None:
    me = cast.administrator
    client = signed_in(me)
    assert "You cannot deactivate yourself" in page(client, "people:user", me.pk).text
    address = reverse("people:deactivate", args=[me.pk])
    assert client.post(address, {"reason": "Tired."}).status_code == 403
    own = me.role_holdings.get()
    response = client.get(reverse("people:end-role", args=[me.pk, own.pk]))
    assert response.status_code == 403
    assert "cannot end your own role" in read(response).text
    with pytest.raises(Exception, match="cannot end your own role"):
        end_role(holding=own, end=clock.today(), by=me, reason="x")


def test_a_deactivated_users_session_ends(cast: Cast) -> None:
    manager, client = cast.area_manager_west, signed_in(cast.administrator)
    theirs = signed_in(manager)
    address = reverse("partnerships:list")
    assert theirs.get(address).status_code == 200
    before = Session.objects.count()
    confirm = page(client, "people:deactivate", manager.pk)
    assert "signed out everywhere" in confirm.text
    reason = {"reason": "Left the council."}
    assert send(client, "people:deactivate", manager.pk, changes=reason).status_code == 302
    assert Session.objects.count() == before - 1
    assert theirs.get(address).status_code == 302
    assert "Deactivated" in page(client, "people:user", manager.pk).text
    back = {"reason": "Came back."}
    assert send(client, "people:reactivate", manager.pk, changes=back).status_code == 302
    assert User.objects.get(pk=manager.pk).is_active


def test_two_administrators_change_one_user(cast: Cast) -> None:
    client, person = signed_in(cast.administrator), cast.owner
    mine = filled_in(page(client, "people:change", person.pk))
    theirs = {"name": "Officer C (South)", "reason": "Theirs."}
    send(client, "people:change", person.pk, changes=theirs)
    address = reverse("people:change", args=[person.pk])
    response = client.post(address, {**mine, "name": "Officer C (North)", "reason": "Mine."})
    assert response.status_code == 409
    sides = [s.text.strip() for s in read(response).find_all(class_="app-compare__text")]
    assert sides == ["Officer C (North)", "Officer C (South)"]


def test_sending_a_new_user_twice_adds_one(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    typed = {**filled_in(page(client, "people:add")), "name": "Once", "email": "once@leeds.example"}
    address = reverse("people:add")
    client.post(address, typed)
    sets = ChangeSet.objects.count()
    again = client.post(address, {**typed, "email": "twice@leeds.example"}, follow=True)
    assert "already saved" in read(again).text
    assert ChangeSet.objects.count() == sets
    assert not User.objects.filter(email="twice@leeds.example").exists()


def test_the_list_of_users_is_filtered_and_asks_the_same_of_the_database(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    address = reverse("people:users")

    def queries() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    def add(numbers: range) -> None:
        for n in numbers:
            person = add_user(email=f"p{n}@leeds.example", name=f"P {n}", by=cast.administrator)
            grant_role(user=person, role="area-manager", scope=west(), by=cast.administrator)

    add(range(3))
    few = queries()
    add(range(3, 12))
    assert queries() == few
    auditors = page(client, "people:users", role="auditor")
    assert [th.text for th in auditors.select("tbody th")] == ["External Auditor"]
    words = page(client, "people:users", words="officer.c@")
    assert [th.text for th in words.select("tbody th")] == ["Officer C"]


def test_an_export_is_logged_and_runs_no_formula(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    add_user(email="formula@leeds.example", name='=1+1", "x', by=cast.administrator)
    response = client.get(reverse("people:users"), {"export": "csv", "words": "formula"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "'=1+1" in text
    entry = AccessLogEntry.objects.get(event="exported")
    assert entry.user == cast.administrator
    assert "Users, csv" in entry.detail
    assert "words=formula" in entry.detail
    log = page(client, "administration:access-log", event="exported")
    assert len(log.select("tbody tr")) == 1
    today = clock.today()
    later = day("after", today.day, today.month, today.year + 1)
    assert "Nothing matches" in page(client, "administration:access-log", **later).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Enter the name"),
        ({"name": "a\x00b"}, "Name"),
        ({"name": "x" * 100_000}, "120 characters or fewer"),
        ({"email": "nobody"}, "correct format"),
        ({"email": "x" * 100_000 + "@leeds.example"}, "characters or fewer"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(
    cast: Cast, typed: dict[str, str], sentence: str
) -> None:
    client = signed_in(cast.administrator)
    good = {"name": "Somebody", "email": "somebody@leeds.example"}
    response = send(client, "people:add", changes={**good, **typed})
    assert sentence.lower() in problems(response).lower()
    assert not User.objects.filter(email__startswith="somebody").exists()


def test_a_role_with_nonsense_is_refused(cast: Cast) -> None:
    client, person = signed_in(cast.administrator), cast.owner
    held = person.role_holdings.count()
    for typed in [
        {"role": ["emperor"]},
        {"role": ["auditor"], "scope": "9" * 30},
        {"role": ["auditor"], **day("start", 1, 1, "2" * 30)},
        {"role": ["auditor"], **day("start", 2, 1, 2007), **day("end", 1, 1, 2007)},
    ]:
        response = send(client, "people:give-role", person.pk, changes=typed)
        assert response.status_code == 200
        assert problems(response), typed
    assert person.role_holdings.count() == held
