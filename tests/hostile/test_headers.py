"""Does what a request says of itself lead a person away, or get into an answer?"""

import pytest
from django.test import Client

from tests.people import EMAILS

from .payloads import TEXTS

pytestmark = pytest.mark.django_db
AWAY = (
    "//198.51.100.1/",
    "https://198.51.100.1/",
    "\\\\198.51.100.1\\",
    "/\\198.51.100.1/",
    "///198.51.100.1",
    "https:198.51.100.1",
    "javascript:alert(1)",
    "/\t/198.51.100.1/",
    "http://testserver@198.51.100.1/",
    *(text for name, text in TEXTS.items() if name in {"header", "address"}),
)
ODD = ("x\r\nSet-Cookie: stolen=1", "127.0.0.1, x", "<script>alert(1)</script>", "x" * 5000, "\x00")


@pytest.fixture
def password(cast) -> str:
    cast.owner.set_password("a long enough password")
    from govreg.core.history.change import change

    with change(verb="Rehearsal", by=cast.administrator):
        cast.owner.save()
    return "a long enough password"


@pytest.mark.parametrize("where", AWAY)
def test_signing_in_never_leads_away(password, where):
    answer = Client().post(
        "/sign-in/",
        {"username": f"{EMAILS['owner']}@leeds.example", "password": password, "next": where},
    )
    assert answer.status_code == 302
    assert answer["Location"] == "/"


def test_signing_in_leads_on_within_the_register(password):
    values = {"username": f"{EMAILS['owner']}@leeds.example", "password": password}
    answer = Client().post("/sign-in/", {**values, "next": "/actions/mine/"})
    assert answer["Location"] == "/actions/mine/"


@pytest.mark.parametrize("name", ["X-Request-ID", "X-Forwarded-For", "X-Forwarded-Host", "Referer"])
@pytest.mark.parametrize("text", ODD)
def test_rubbish_in_a_header_is_ignored(settings, name, text):
    settings.PROXY_COUNT = 1
    answer = Client(headers={name: text}).get("/sign-in/")
    assert answer.status_code == 200
    assert "stolen" not in answer.cookies
    assert text not in answer.content.decode()
    for value in answer.headers.values():
        assert not set(value) & set("\r\n\x00")
        assert text not in value
