"""Does the register run as `deploy/` says: static files, evidence, readiness, reload under load?"""

import hashlib
import re
import threading
import time

import requests

from .stack import Stack

OWNER = "officer.c@leeds.example"
EVIDENCE = b"%PDF-1.4\n" + b"minutes of the board " * 400
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def signed_in(running: Stack) -> requests.Session:
    visitor = running.visitor()
    address = running.url("/sign-in/")
    token = TOKEN.search(visitor.get(address).text).group(1)
    password = running.accounts[OWNER]
    given = {"csrfmiddlewaretoken": token, "username": OWNER, "password": password}
    answer = visitor.post(address, given, headers={"Referer": address}, allow_redirects=False)
    assert answer.status_code == 302
    return visitor


def own_action(running: Stack, visitor: requests.Session) -> str:
    listed = visitor.get(running.url("/actions/mine/")).text
    return re.search(r'href="(/actions/\d+/)"', listed).group(1)


def test_the_register_says_that_it_is_up_and_ready(running):
    assert running.visitor().get(running.url("/health/")).text == "ok"
    assert running.visitor().get(running.url("/ready/")).text == "ready"


def test_static_files_come_from_nginx_and_are_kept_by_browsers(running):
    page = running.visitor().get(running.url("/sign-in/")).text
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(addresses) > 3
    for address in addresses:
        answer = running.visitor().get(running.url(address))
        assert answer.status_code == 200, address
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_evidence_is_sent_by_nginx_to_those_who_may_have_it_and_to_nobody_else(running):
    visitor = signed_in(running)
    action = own_action(running, visitor)
    form = running.url(f"{action}update/")
    page = visitor.get(form).text
    given = {
        "csrfmiddlewaretoken": TOKEN.search(page).group(1),
        "once": re.search(r'name="once" value="([^"]+)"', page).group(1),
        "rating": "on-track",
        "narrative": "The board has agreed the register.",
    }
    sent = visitor.post(
        form,
        given,
        files={"files": ("minutes “March”.pdf", EVIDENCE, "application/pdf")},
        headers={"Referer": form},
    )
    assert "minutes “March”.pdf" in sent.text
    evidence = re.search(r'href="(/evidence/\d+/)"', sent.text).group(1)
    answer = visitor.get(running.url(evidence))
    assert hashlib.sha256(answer.content).digest() == hashlib.sha256(EVIDENCE).digest()
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "X-Accel-Redirect" not in answer.headers
    stored = next(path for path in (running.folder / "files").rglob("*") if path.is_file())
    named = stored.relative_to(running.folder / "files")
    assert visitor.get(running.url(f"/stored-files/{named}")).status_code == 404
    stranger = running.visitor().get(running.url(evidence), allow_redirects=False)
    assert stranger.status_code == 302


def test_headers_and_cookies_are_those_of_a_site_behind_tls(running):
    visitor = running.visitor()
    answer = visitor.get(running.url("/sign-in/"))
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "nginx/" not in answer.headers["Server"]
    assert all(cookie.secure for cookie in visitor.cookies)


#: So many answers, before, during and after two reloads, however slow the machine is.
ENOUGH = 40


def test_a_reload_under_load_fails_no_request(running):
    before = running.workers()
    reloaded = threading.Event()
    at_latest = time.monotonic() + 90
    failures: list[str] = []
    counts = [0] * 4

    def visit(place: int) -> None:
        visitor = signed_in(running)
        while time.monotonic() < at_latest and not (reloaded.is_set() and sum(counts) > ENOUGH):
            try:
                answer = visitor.get(running.url("/actions/mine/"), timeout=30)
            except requests.RequestException as error:
                failures.append(str(error))
                continue
            if answer.status_code != 200:
                failures.append(f"{answer.status_code}")
            counts[place] += 1

    crowd = [threading.Thread(target=visit, args=(place,)) for place in range(len(counts))]
    for one in crowd:
        one.start()
    for _reload in range(2):
        time.sleep(2)
        running.reload()
    reloaded.set()
    for one in crowd:
        one.join()
    assert failures == []
    assert sum(counts) > ENOUGH
    assert not before & running.workers(), "the workers were not replaced"
