"""What can be reached with the password alone, where a second factor is set up or needed?"""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from govreg.core import clock
from govreg.core.access.decorator import declared_access
from govreg.core.accounts.models import SecondFactor
from govreg.core.council.settings import decide
from tests.architecture import access_world
from tests.architecture.access_table import ROWS
from tests.architecture.test_access_matrix import every_address
from tests.partnerships.pages import page, problems, read, send
from tests.people import signed_in

from .stories import SET_UP, enrol, half_signed_in, with_factor

pytestmark = pytest.mark.django_db
#: The pages of the second factor itself.
OPEN = {"accounts:code", "accounts:recovery-code", "accounts:set-up-factor"}
CODE = "/sign-in/code/"


def needs(cast, role: str, *, value: int = 1) -> None:
    decide(
        name=f"second-factor-{role}",
        value=value,
        start=clock.today(),
        by=cast.administrator,
        reason="Decided by the board.",
    )


def every_page(cast) -> list[tuple[str, str]]:
    """Return every address of the register with its name, walked from the resolver itself."""
    world = access_world.build(cast)
    arguments = {row.name: world[row.about] for row in ROWS}
    return [(name, reverse(name, args=arguments[name])) for name, _view in every_address()]


def views() -> dict[str, object]:
    return dict(every_address())


def unreachable(client: Client, pages: list[tuple[str, str]], lead_to: str) -> int:
    """Hold every page that is not public against the client; return how many were shut."""
    shut = 0
    for name, address in pages:
        if not declared_access(views()[name]).signed_in or name in OPEN:
            continue
        got, posted = client.get(address), client.post(address, {"reason": "A long enough text"})
        assert got.status_code == 302, name
        assert got["Location"].startswith(lead_to), name
        assert posted.status_code == 403, name
        assert "A long enough text" in posted.content.decode(), name
        shut += 1
    return shut


def test_nothing_but_the_code_is_reached_before_the_code(cast):
    pages = every_page(cast)
    for person in (cast.administrator, cast.owner):
        with_factor(person)
        assert unreachable(half_signed_in(person), pages, CODE) > 100


def test_nothing_but_setting_up_is_reached_where_a_role_needs_it(cast):
    pages = every_page(cast)
    needs(cast, "administrator")
    assert unreachable(signed_in(cast.administrator), pages, SET_UP) > 100


def test_what_anybody_may_read_shows_no_more_than_to_a_stranger(cast):
    with_factor(cast.administrator)
    client = half_signed_in(cast.administrator)
    for address in ("/accessibility-statement/", "/nowhere/", CODE):
        shown = read(client.get(address))
        assert "Administration" not in shown.find("header").text
        assert "Sign out" in shown.find("header").text
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/")["Location"].startswith("/sign-in/?")


def test_a_role_that_needs_it_leads_to_setting_up_and_then_on(cast):
    client = signed_in(cast.auditor)
    assert client.get("/").status_code == 200
    needs(cast, "auditor")
    led = client.get("/actions/")
    assert led["Location"] == f"{SET_UP}?next=%2Factions%2F"
    shown = read(client.get(led["Location"]))
    assert "Your role needs a second factor: Auditor" in shown.text
    enrol(client)
    assert client.get("/actions/").status_code == 200
    assert "Your role needs a second factor" in page(client, "accounts:account").text
    refused = client.get("/account/second-factor/remove/")
    assert refused.status_code == 403
    assert SecondFactor.objects.exists()
    assert signed_in(cast.owner).get("/").status_code == 200, "a role that needs none"


def test_a_role_needs_it_from_its_day_and_until_it_is_decided_otherwise(cast):
    tomorrow = clock.today() + timedelta(days=1)
    name, by = "second-factor-auditor", cast.administrator
    decide(name=name, value=1, start=tomorrow, by=by, reason="Soon.")
    client = signed_in(cast.auditor)
    assert client.get("/").status_code == 200
    with clock.set_to(clock.start_of(tomorrow)):
        assert client.get("/").status_code == 302
        decide(name=name, value=0, start=tomorrow + timedelta(days=1), by=by, reason="No.")
    with clock.set_to(clock.start_of(tomorrow + timedelta(days=1))):
        assert client.get("/").status_code == 200


def test_an_administrator_decides_which_roles_need_it(cast):
    client = signed_in(cast.administrator)
    assert page(client, "administration:second-factor").text.count("Password is enough") == 9
    today = clock.today()
    typed = {"value": "1", "reason": "Decided by the board."}
    typed |= {"start_day": today.day, "start_month": today.month, "start_year": today.year}
    where = "administration:decide-second-factor"
    assert problems(send(client, where, "auditor", changes={**typed, "value": "7"}))
    assert send(client, where, "auditor", changes=typed).status_code == 302
    shown = page(client, "administration:second-factor").text
    assert shown.count("Second factor needed") == 1
    assert client.get(reverse(where, args=["no-such-role"])).status_code == 404
    assert "Second factor for" not in page(client, "administration:settings").text
    assert client.get("/administration/settings/second-factor-auditor/").status_code == 404
