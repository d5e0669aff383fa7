"""Do the headers of every kind of answer keep a browser from doing what no page asks for?"""

from collections.abc import Callable

import pytest
from django.test import Client

from govreg.site.leeds.passwords import password_for
from tests.people import signed_in

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def policy(header: str) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in header.split(";") if part.strip()]
    return {name: value for name, _space, value in parts}


#: What an answer is graded by. Each line is worth the same; the only good grade is all of them.
GRADES: dict[str, Callable[[str], bool]] = {
    "Content-Security-Policy": lambda said: policy(said) == POLICY,
    "X-Content-Type-Options": lambda said: said == "nosniff",
    "X-Frame-Options": lambda said: said == "DENY",
    "Referrer-Policy": lambda said: said == "same-origin",
    "Cross-Origin-Opener-Policy": lambda said: said == "same-origin",
    "Cross-Origin-Resource-Policy": lambda said: said == "same-origin",
    "Permissions-Policy": lambda said: "camera=()" in said and "*" not in said,
    "Strict-Transport-Security": lambda said: "max-age=31536000" in said and "includeSub" in said,
}


def missed(answer) -> list[str]:
    return [name for name, good in GRADES.items() if not good(answer.headers.get(name, ""))]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/recommendations/", 200),
        ("/recommendations/?export=csv", 200),
        ("/reports/leeds-2007/action-plan/pdf/", 200),
        ("/history/", 200),
        ("/nowhere/", 404),
        ("/administration/", 403),
        ("/sign-in/", 302),
        ("/theme.css", 200),
    ],
)
def test_every_kind_of_answer_has_the_full_grade(cast, settings, path, status):
    settings.SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    answer = signed_in(cast.auditor).get(path, secure=True)
    assert answer.status_code == status
    assert missed(answer) == []


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(cast):
    given = {"username": cast.auditor.email, "password": password_for(cast.auditor.email)}
    session = Client().post("/sign-in/", given).cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"


def test_the_security_contact_is_named_and_runs_out_within_a_year(db, settings):
    assert Client().get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@council.example"
    said = Client().get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:security@council.example\n" in said
    assert "Expires: 20" in said
    assert "Canonical: http://testserver/.well-known/security.txt" in said
