"""Is guessing stopped for one name from one address, and for nobody beside?

Told through a proxy, as in production: every request comes from the proxy's own address, and
X-Forwarded-For says for whom.
"""

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.test import Client, RequestFactory

from govreg.core.accounts.address import client_address
from govreg.core.accounts.models import AccessLogEntry
from tests.core.test_settings import WHOLE, manage
from tests.outbox import work_off
from tests.people import signed_in

from .stories import half_signed_in, sign_in, with_factor

pytestmark = pytest.mark.django_db
EMAIL, NEIGHBOUR = "officer.c@leeds.example", "auditor@leeds.example"
CODE, RECOVERY = "/sign-in/code/", "/sign-in/recovery-code/"
LIMIT = 5


@pytest.fixture(autouse=True)
def behind_a_proxy(settings):
    settings.PROXY_COUNT = 1


def by_way_of_proxy(address: str) -> dict[str, str]:
    return {"REMOTE_ADDR": "10.9.9.9", "HTTP_X_FORWARDED_FOR": address}


HERE, ELSEWHERE = by_way_of_proxy("192.0.2.1"), by_way_of_proxy("192.0.2.2")


def lock(email: str = EMAIL, **where: str) -> None:
    for _attempt in range(LIMIT):
        last = sign_in(Client(), email, "wrong", **(where or HERE))
    assert last.status_code == 429


def test_production_believes_one_proxy_unless_told_otherwise():
    assert "PROXY_COUNT = 1 " in manage("diffsettings", "--output", "hash", **WHOLE).stdout + " "
    assert "PROXY_COUNT = 2" in manage("diffsettings", **WHOLE | {"PROXY_COUNT": "2"}).stdout


def test_a_neighbour_behind_the_same_address_signs_in(cast):
    lock()
    assert sign_in(Client(), EMAIL, **HERE).status_code == 429
    assert sign_in(Client(), NEIGHBOUR, **HERE).status_code == 302


def test_the_same_person_signs_in_from_another_address(cast):
    lock()
    assert sign_in(Client(), EMAIL, **ELSEWHERE).status_code == 302
    assert AccessLogEntry.objects.get(event="signed-in").address == "192.0.2.2"


def test_capitals_give_no_new_attempts(cast):
    lock()
    assert sign_in(Client(), EMAIL.upper(), **HERE).status_code == 429


def test_an_invented_address_in_front_gives_no_new_attempts(cast):
    for number in range(LIMIT):
        forged = by_way_of_proxy(f"203.0.113.{number}, 192.0.2.1")
        last = sign_in(Client(), EMAIL, "wrong", **forged)
    assert last.status_code == 429
    assert sign_in(Client(), EMAIL, **HERE).status_code == 429


def test_a_success_starts_the_count_anew(cast):
    for _round in range(3):
        for _attempt in range(LIMIT - 1):
            assert sign_in(Client(), EMAIL, "wrong", **HERE).status_code == 200
        assert sign_in(Client(), EMAIL, **HERE).status_code == 302


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, "203.0.113.7", "10.9.9.9"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "1.1.1.1, 203.0.113.7", "203.0.113.7"),
        (2, "1.1.1.1, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", "10.9.9.9"),
        (1, "203.0.113.7:51000", "203.0.113.7"),
        (1, "[2001:db8::1]:51000", "2001:db8::1"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "unknown", "10.9.9.9"),
        (1, "", "10.9.9.9"),
    ],
)
def test_the_address_is_the_one_that_our_outermost_proxy_saw(settings, proxies, forwarded, found):
    settings.PROXY_COUNT = proxies
    request = RequestFactory().get("/", **by_way_of_proxy(forwarded))
    assert client_address(request) == found


def spend_codes(client: Client, where: str = CODE, **address: str) -> None:
    for _attempt in range(LIMIT):
        assert client.post(where, {"code": "000000"}, **(address or HERE)).status_code == 200


def test_codes_are_throttled_for_one_name_from_one_address(cast):
    telephone, recovery = with_factor(cast.owner)
    neighbour, _codes = with_factor(cast.auditor)
    client, other = half_signed_in(cast.owner), half_signed_in(cast.auditor)
    spend_codes(client)
    locked = client.post(CODE, {"code": telephone.code(later=1)}, **HERE)
    assert locked.status_code == 429
    assert "Too many wrong codes" in locked.content.decode()
    assert client.post(RECOVERY, {"code": recovery[0]}, **HERE).status_code == 429
    assert other.post(CODE, {"code": neighbour.code(later=1)}, **HERE).status_code == 302
    passed = client.post(CODE, {"code": telephone.code(later=1)}, **ELSEWHERE)
    assert passed.status_code == 302


def test_the_right_password_again_gives_no_new_attempts_at_the_code(cast):
    telephone, _recovery = with_factor(cast.owner)
    spend_codes(half_signed_in(cast.owner))
    client = Client()
    assert sign_in(client, EMAIL, **HERE).status_code == 302
    assert client.post(CODE, {"code": telephone.code(later=1)}, **HERE).status_code == 429


def test_a_right_code_starts_the_count_anew(cast):
    _telephone, recovery = with_factor(cast.owner)
    for number in range(3):
        client = half_signed_in(cast.owner)
        for _attempt in range(LIMIT - 1):
            client.post(CODE, {"code": "000000"}, **HERE)
        assert client.post(RECOVERY, {"code": recovery[number]}, **HERE).status_code == 302


def ask_for_link(email: str, **where: str):
    return Client().post("/forgotten-password/", {"email": email}, **where)


@pytest.mark.parametrize("email", [EMAIL, "nobody@leeds.example"])
def test_links_are_throttled_alike_for_known_and_unknown_names(cast, email):
    for _request in range(LIMIT):
        assert ask_for_link(email, **HERE).status_code == 302
    refused = ask_for_link(email.upper(), **HERE)
    assert refused.status_code == 429
    assert "asked for too often" in refused.content.decode()
    work_off()
    sent = len(mail.outbox)
    assert ask_for_link(NEIGHBOUR, **HERE).status_code == 302
    work_off()
    assert len(mail.outbox) == sent + 1
    assert ask_for_link(email, **ELSEWHERE).status_code == 302
    assert sign_in(Client(), EMAIL, **HERE).status_code == 302, "asking is not signing in"


def test_guessing_the_password_in_an_open_session_is_throttled(cast):
    client = signed_in(cast.owner)
    typed = {"new_password": "three plain words", "new_password_again": "three plain words"}
    for _attempt in range(LIMIT):
        client.post("/account/password/", {**typed, "password": "wrong"}, **HERE)
    last = client.post("/account/password/", {**typed, "password": "wrong"}, **HERE)
    assert "too many attempts" in last.content.decode()


def test_what_was_typed_is_not_kept_with_the_attempts(cast):
    with_factor(cast.owner)
    client = half_signed_in(cast.owner)
    client.post(CODE, {"code": "123456"}, **HERE)
    client.post(RECOVERY, {"code": "abcd-efgh-jkmn"}, **HERE)
    sign_in(Client(), EMAIL, "almost right", **HERE)
    kept = " ".join(str(attempt.__dict__) for attempt in AccessAttempt.objects.all())
    assert AccessAttempt.objects.count() == 2
    for secret in ("123456", "abcd-efgh", "almost right"):
        assert secret not in kept
