"""Is every accepted text kept, and every other given back, when people write at once over HTTP?"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .proof import Register, register
from .serving import Browser, Web, at_once, form_in, serving, share

pytestmark = pytest.mark.reliability
WRITERS, ROUNDS = 8, share(150)
CLICKS, CLICKED = 4, share(150)
ISSUERS, ISSUED = 4, share(50)
OFFICER, OWNER = "partnerships.officer@leeds.example", "officer.c@leeds.example"
AUDITOR = "auditor@leeds.example"
ACTION = (
    "SELECT a.id FROM recommendations_agreedaction a "
    "JOIN recommendations_response p ON p.id = a.response_id "
    "JOIN recommendations_recommendation r ON r.id = p.recommendation_id "
    "JOIN reviews_review v ON v.id = r.review_id "
    "WHERE v.reference = 'leeds-2007' AND r.number = '9' AND a.timescale_printed = 'October 2007'"
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """One register with the Leeds data."""
    folder: Path = tmp_path_factory.mktemp("writers") / "register"
    with register(folder, LOG_LEVEL="WARNING") as made:
        made.run("load_leeds")
        yield made


@pytest.fixture(scope="module")
def web(loaded: Register) -> Iterator[Web]:
    with serving(loaded) as served:
        yield served


@pytest.fixture(scope="module")
def action(loaded: Register) -> int:
    ((pk,),) = loaded.rows(ACTION)
    return int(pk)


def texts_kept(register: Register, action: int) -> list[str]:
    """Return every text that the action ever had, the oldest first."""
    table = "recommendations_historicalagreedaction"
    rows = register.rows(f"SELECT text FROM {table} WHERE id = {action} ORDER BY history_id")
    return [text for (text,) in rows]


def test_writers_of_one_action_lose_nothing(loaded, web, action, say):
    begun, path = time.monotonic(), f"/actions/{action}/change/"
    browsers = [Browser(web, OFFICER) for _ in range(WRITERS)]
    before, accepted, given_back = texts_kept(loaded, action), [], 0
    for number in range(ROUNDS):
        forms = at_once([lambda b=b: b.form(path) for b in browsers])
        assert len({form["version"] for form in forms}) == 1
        texts = [f"Writer {i} in round {number} agreed this." for i in range(WRITERS)]
        verbs = [
            lambda b=b, f=f, t=t: b.send(path, {**f, "text": t, "why": f"Because: {t}"})
            for b, f, t in zip(browsers, forms, texts, strict=True)
        ]
        winners = []
        for text, answer in zip(texts, at_once(verbs), strict=True):
            if answer.status_code == 302:
                winners.append(text)
                continue
            assert answer.status_code == 409, answer.text
            assert "Yours, not saved" in answer.text
            assert form_in(answer.text)["text"] == text
            given_back += 1
        assert len(winners) == 1
        accepted += winners
    assert texts_kept(loaded, action) == before + accepted
    assert given_back == ROUNDS * (WRITERS - 1)
    say(
        f"{WRITERS} writers x {ROUNDS} rounds on one action: {len(accepted)} accepted and kept, "
        f"{given_back} given back with both texts, 0 lost, in {time.monotonic() - begun:.0f} s."
    )


def test_what_is_only_added_is_there_once_each(loaded, web, action, say):
    path, rounds = f"/actions/{action}/update/", share(150)
    browsers = [Browser(web, OWNER) for _ in range(WRITERS)]
    sent = []
    for number in range(rounds):
        texts = [f"Added by {i} in round {number}." for i in range(WRITERS)]
        forms = at_once([lambda b=b: b.form(path) for b in browsers])
        verbs = [
            lambda b=b, f=f, t=t: b.send(path, {**f, "rating": "on-track", "narrative": t})
            for b, f, t in zip(browsers, forms, texts, strict=True)
        ]
        assert [answer.status_code for answer in at_once(verbs)] == [302] * WRITERS
        sent += texts
    kept = loaded.rows(
        "SELECT narrative FROM recommendations_progressupdate "
        "WHERE narrative LIKE 'Added by %' AND submitted_on IS NOT NULL"
    )
    assert sorted(text for (text,) in kept) == sorted(sent)
    say(f"{len(sent)} progress updates by {WRITERS} writers at once: each is there once.")


def test_a_form_sent_four_times_at_once_is_saved_once(loaded, web, action, say):
    path = f"/actions/{action}/update/"
    browsers = [Browser(web, OWNER) for _ in range(CLICKS)]
    for number in range(CLICKED):
        form = browsers[0].form(path)
        text = f"Clicked in round {number}."
        typed = {**form, "rating": "on-track", "narrative": text}
        verbs = [lambda b=b, t=typed: b.send_as_own(path, t) for b in browsers]
        assert [answer.status_code for answer in at_once(verbs)] == [302] * CLICKS
    kept = loaded.rows(
        "SELECT narrative FROM recommendations_progressupdate WHERE narrative LIKE 'Clicked %'"
    )
    assert sorted(text for (text,) in kept) == sorted(
        f"Clicked in round {number}." for number in range(CLICKED)
    )
    say(f"{CLICKS} submits of one form x {CLICKED}: {len(kept)} updates, one each.")


def test_a_report_issued_four_times_at_once_is_issued_once(loaded, web, say):
    path = "/reports/leeds-2007/action-plan/issue/"
    browsers = [Browser(web, AUDITOR) for _ in range(ISSUERS)]
    workers = [loaded.start("work"), loaded.start("work")]
    refused = 0
    for number in range(1, ISSUED + 1):
        forms = at_once([lambda b=b: b.form(path) for b in browsers])
        verbs = [
            lambda b=b, f=f, n=number: b.send(path, {**f, "what_changed": f"Round {n}."})
            for b, f in zip(browsers, forms, strict=True)
        ]
        answers = at_once(verbs)
        assert sorted(a.status_code for a in answers) in [
            sorted([302, *others]) for others in _refusals(ISSUERS - 1)
        ], [a.status_code for a in answers]
        refused += sum(a.status_code != 302 for a in answers)
        assert all("being made" in a.text for a in answers if a.status_code != 302)
        _wait_for_versions(loaded, number)
    for worker in workers:
        worker.terminate()
        assert worker.wait(60) == 0
    numbers = loaded.rows("SELECT number FROM reports_reportissue ORDER BY number")
    assert [number for (number,) in numbers] == list(range(1, ISSUED + 1))
    assert loaded.rows("SELECT COUNT(*) FROM outbox_longwork WHERE state = 'done'") == [(ISSUED,)]
    assert len(loaded.files) == ISSUED
    say(f"{ISSUERS} issues at once x {ISSUED}: versions 1 to {ISSUED}, {refused} refused.")


def _refusals(number: int) -> list[list[int]]:
    """Return how the others may be answered: with the form again, or with a refusal's page."""
    return [[200] * forms + [403] * (number - forms) for forms in range(number + 1)]


def _wait_for_versions(register: Register, number: int) -> None:
    latest = time.monotonic() + 120
    while register.rows("SELECT COUNT(*) FROM outbox_longwork WHERE state = 'done'")[0][0] < number:
        failed = register.rows("SELECT problem FROM outbox_longwork WHERE state = 'failed'")
        assert failed == []
        assert time.monotonic() < latest, "the report was never made"
        time.sleep(0.1)
