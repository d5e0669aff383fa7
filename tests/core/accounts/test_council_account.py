"""Does the council's own sign-in let in whom the register knows, and believe nothing forged?"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.checks import run_checks
from django.test import Client

from govreg.core.accounts.codes import new_secret
from govreg.core.accounts.models import AccessLogEntry, User
from govreg.core.accounts.services.second_factor import set_up_factor
from govreg.core.accounts.services.users import deactivate_user
from tests.partnerships.pages import read
from tests.people import Cast
from tests.telephone import Telephone

from .council import LEAVE, provider, sign_in_at_council

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with provider() as found:
        yield found


@pytest.fixture
def council(issuer: str, cast: Cast, settings) -> Cast:
    settings.OIDC_ISSUER = issuer
    settings.OIDC_CLIENT_ID = "register"
    settings.OIDC_CLIENT_SECRET = "a secret of the tests"
    return cast


def come_back(name: str, client: Client | None = None, to: str = ""):
    client = client or Client()
    return client.get(sign_in_at_council(client, name, to))


def says(response) -> str:
    return " ".join(read(response).find("main").text.split())


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_it_is_off_by_default_and_its_addresses_are_not_there(cast):
    assert "council account" not in Client().get("/sign-in/").content.decode()
    assert Client().get(LEAVE).status_code == 404
    assert run_checks(tags=["security"], include_deployment_checks=False) == []


def test_a_user_signs_in_lands_where_they_were_going_and_is_logged(council):
    client = Client()
    page = read(client.get("/sign-in/?next=/actions/"))
    link = page.find("a", string="Sign in with your council account")
    assert link["href"] == f"{LEAVE}?next=/actions/"
    response = come_back("auditor", client, to="/actions/")
    assert (response.status_code, response["Location"]) == (302, "/actions/")
    assert client.get("/actions/").status_code == 200
    entry = AccessLogEntry.objects.get(event="signed-in")
    assert (entry.user, entry.detail) == (council.auditor, "With a council account")


def test_state_nonce_and_a_hashed_verifier_go_to_the_council(council):
    client = Client()
    asked = parse_qs(urlsplit(client.get(LEAVE)["Location"]).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    (kept,) = [v["data"] for k, v in client.session.items() if k.startswith("_state_")]
    digest = hashlib.sha256(kept["code_verifier"].encode()).digest()
    assert asked["code_challenge"] == [urlsafe_b64encode(digest).rstrip(b"=").decode()]
    assert asked["nonce"] == [kept["nonce"]]
    assert len(asked["state"][0]) >= 20


def test_a_next_page_elsewhere_is_not_followed(council):
    assert come_back("auditor", to="https://elsewhere.example/")["Location"] == "/"


def test_an_unknown_person_is_told_whom_to_ask_and_is_not_added(council):
    before = User.objects.count()
    client = Client()
    response = come_back("stranger", client)
    assert response.status_code == 403
    assert "no user of this register with the address stranger@leeds.example" in says(response)
    assert "Ask the register’s administrator" in says(response)
    assert User.objects.count() == before
    assert not is_signed_in(client)
    assert "stranger@leeds.example" in AccessLogEntry.objects.get(event="sign-in-failed").detail


def test_a_deactivated_user_is_refused(council):
    deactivate_user(user=council.owner, by=council.administrator, reason="Left")
    client = Client()
    assert "has been deactivated" in says(come_back("officer.c", client))
    assert not is_signed_in(client)


@pytest.mark.parametrize("spoil", ["state", "no state", "another session", "code"])
def test_an_answer_that_was_not_asked_for_is_not_believed(council, spoil):
    client = Client()
    back = sign_in_at_council(client, "auditor")
    query = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
    query |= {"state": {"state": "made-up"}, "code": {"code": "made-up"}}.get(spoil, {})
    if spoil == "no state":
        del query["state"]
    victim = Client() if spoil == "another session" else client
    response = victim.get(urlsplit(back).path, query)
    assert response.status_code == 403
    assert "could not be verified" in says(response)
    assert not is_signed_in(victim)


def test_an_answer_counts_once(council):
    client = Client()
    back = sign_in_at_council(client, "auditor")
    assert client.get(back).status_code == 302
    client.post("/sign-out/")
    assert client.get(back).status_code == 403
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "name",
    [
        "wrong.audience",
        "wrong.audience.asked.by.us",
        "wrong.issuer",
        "wrong.nonce",
        "wrong.signature",
        "expired",
    ],
)
def test_a_forged_or_mistaken_token_is_not_believed(council, name):
    client = Client()
    response = come_back(name, client)
    assert response.status_code == 403
    assert "could not be verified" in says(response)
    assert not is_signed_in(client)


def test_a_council_that_does_not_answer_has_a_page_that_says_so(council, settings):
    client = Client()
    back = sign_in_at_council(client, "auditor")
    settings.OIDC_ISSUER = "http://127.0.0.1:1"
    for address in (LEAVE, back):
        response = client.get(address)
        assert response.status_code == 503
        assert "does not answer at the moment" in says(response)
        assert "sign in with your password" in says(response)


def test_a_person_who_turned_back_is_told_so(council):
    response = Client().get("/sign-in/council-account/return/?error=access_denied&state=x")
    assert "was not completed" in says(response)


@pytest.mark.parametrize("name", ["unverified", "silent", "nameless"])
def test_an_address_that_the_council_has_not_verified_is_not_used(council, name):
    client = Client()
    assert "has not verified it" in says(come_back(name, client))
    assert not is_signed_in(client)


def test_a_council_that_says_nothing_of_verifying_can_be_trusted_by_setting(council, settings):
    settings.OIDC_ASSUME_EMAIL_VERIFIED = True
    assert come_back("silent").status_code == 302
    assert come_back("unverified").status_code == 403


def test_a_group_can_be_required(council, settings):
    settings.OIDC_REQUIRED_GROUP = "register users"
    assert "not in the group" in says(come_back("auditor"))
    assert come_back("grouped").status_code == 302


@pytest.mark.parametrize(
    ("setting", "name", "asked"),
    [
        ("ask", "with.mfa", True),
        ("trust", "auditor", False),
        ("amr", "with.mfa", False),
        ("amr", "with.pwd", True),
        ("amr", "auditor", True),
    ],
)
def test_whether_the_council_vouches_for_the_second_factor_is_a_setting(
    council, settings, setting, name, asked
):
    settings.OIDC_SECOND_FACTOR = setting
    telephone = Telephone(new_secret())
    set_up_factor(user=council.auditor, secret=telephone.secret, code=telephone.code())
    client = Client()
    come_back(name, client)
    response = client.get("/")
    assert response.status_code == (302 if asked else 200)
    assert AccessLogEntry.objects.filter(event="signed-in").exists() is not asked


def test_a_half_set_up_is_found_when_the_register_starts(settings):
    settings.OIDC_ISSUER = "http://login.council.example"
    settings.OIDC_CLIENT_ID = settings.OIDC_CLIENT_SECRET = ""
    settings.OIDC_SECOND_FACTOR = "perhaps"
    settings.OIDC_SCOPES = "email"
    settings.DEMONSTRATION_ALLOWED = False
    found = [check.id for check in run_checks(tags=["security"])]
    expected = [f"accounts.E00{n}" for n in (2, 2, 3, 4, 5)]
    assert found == expected
