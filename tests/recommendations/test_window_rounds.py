"""Can an officer answer many lines on one page, each error at its line and nothing lost?"""

import re
import uuid

import pytest
from bs4 import BeautifulSoup

from govreg.core import clock
from recommendations.models import ProgressUpdate
from recommendations.services.progress import submit_update
from recommendations.services.windows import close_window
from tests.people import signed_in

from .rounds import opened, with_lines

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(cast):
    return with_lines(cast, 3)


@pytest.fixture
def window(cast, lines):
    return opened(cast)


def address(window) -> str:
    return f"/update-windows/{window.pk}/mine/"


def sent(client, window, do: str, said: dict, **more):
    """Fill lines in on the page as it is and press a button."""
    page = BeautifulSoup(client.get(address(window)).content, "html.parser")
    typed = {"do": do, **more}
    for field in page.select("form[method=post] [name]"):
        if field.name == "button" or field["name"] == "csrfmiddlewaretoken":
            continue
        chosen = field.find("option", selected=True) if field.name == "select" else None
        value = field.get("value", field.get_text().strip("\n")) if field.name != "select" else ""
        typed.setdefault(field["name"], chosen["value"] if chosen else value)
    for action, values in said.items():
        typed |= {f"a{action.pk}-{name}": value for name, value in values.items()}
    return client.post(address(window), typed)


def good(words: str) -> dict[str, str]:
    return {"rating": "on-track", "narrative": words, "percent_complete": "40"}


def told(action) -> list[tuple[str, bool]]:
    return [(u.narrative, u.submitted_on is not None) for u in action.updates.order_by("pk")]


def test_my_actions_show_first_what_an_open_window_asks(cast, window, lines):
    content = signed_in(cast.owner).get("/actions/mine/").content.decode()
    assert f"{window.name} asks for your updates" in content
    assert content.index("Record your updates") < content.index("All my actions")
    assert (
        "asks for your updates"
        not in signed_in(cast.auditor).get("/actions/mine/").content.decode()
    )


def test_all_that_is_filled_in_is_submitted_and_the_rest_waits(cast, window, lines):
    owner = signed_in(cast.owner)
    answer = sent(owner, window, "submit-all", {lines[0]: good("One"), lines[2]: good("Three")})
    assert answer.status_code == 302
    assert told(lines[0]) == [("One", True)]
    assert told(lines[1]) == []
    assert told(lines[2]) == [("Three", True)]
    update = lines[0].updates.get()
    assert (update.window, update.percent_complete, update.by) == (window, 40, cast.owner)
    content = owner.get(address(window)).content.decode()
    assert "2 updates were submitted." in content
    assert "Correct it" in content


def test_one_line_is_submitted_and_what_stands_in_the_others_is_kept_as_drafts(cast, window, lines):
    owner = signed_in(cast.owner)
    said = {lines[0]: good("One"), lines[1]: {"narrative": "Half of two"}}
    sent(owner, window, f"submit-{lines[0].pk}", said)
    assert told(lines[0]) == [("One", True)]
    assert told(lines[1]) == [("Half of two", False)]
    assert "Half of two" in owner.get(address(window)).content.decode()
    assert (
        "Half of two"
        not in signed_in(cast.auditor).get(f"/actions/{lines[1].pk}/").content.decode()
    )


def test_an_error_stands_at_its_line_and_holds_no_other_back(cast, window, lines):
    owner = signed_in(cast.owner)
    late = {"rating": "late", "narrative": "Nothing could be done."}
    unrated = {"narrative": "What was done"}
    said = {lines[0]: good("One"), lines[1]: late, lines[2]: unrated}
    answer = sent(owner, window, "submit-all", said)
    content = answer.content.decode()
    assert told(lines[0]) == [("One", True)]
    assert told(lines[1]) == told(lines[2]) == []
    assert "1 update was submitted." in content
    page = BeautifulSoup(content, "html.parser")
    assert page.title.text.startswith("Error")
    summary = {a["href"]: a.text for a in page.select(".govuk-error-summary a")}
    assert re.match(r"Line \d+: Say why", summary[f"#id_a{lines[1].pk}-reason"])
    assert f"#id_a{lines[2].pk}-rating" in summary
    assert page.find(id=f"id_a{lines[1].pk}-narrative").text.strip() == "Nothing could be done."
    assert page.find(id=f"id_a{lines[2].pk}-narrative").text.strip() == "What was done"


def test_a_line_that_a_colleague_answered_meanwhile_shows_both_texts(cast, window, lines):
    owner = signed_in(cast.owner)
    line = lines[0]
    mark = f"a{line.pk}-seen"
    opened_at = BeautifulSoup(owner.get(address(window)).content, "html.parser")
    seen = opened_at.find(attrs={"name": mark})["value"]
    submit_update(
        action=line,
        values={"rating": "at-risk", "reason": "Vacant post", "narrative": "A colleague’s words"},
        on=clock.today(),
        by=cast.partnerships_officer,
    )
    typed = {"do": f"submit-{line.pk}", mark: seen}
    typed |= {f"a{line.pk}-{name}": value for name, value in good("My words").items()}
    answer = owner.post(address(window), typed)
    content = answer.content.decode()
    assert answer.status_code == 409
    for words in ("My words", "A colleague’s words", "while you were writing"):
        assert words in content
    assert told(line) == [("A colleague’s words", True)]
    renewed = BeautifulSoup(content, "html.parser").find(attrs={"name": mark})["value"]
    assert owner.post(address(window), {**typed, mark: renewed}).status_code == 302
    assert told(line)[-1] == ("My words", True)


def test_a_draft_changed_in_another_tab_is_not_overwritten_unseen(cast, window, lines):
    owner, line = signed_in(cast.owner), lines[0]
    sent(owner, window, "draft", {line: {"narrative": "First tab"}})
    mark = f"a{line.pk}-seen"
    page = BeautifulSoup(owner.get(address(window)).content, "html.parser")
    stale = page.find(attrs={"name": mark})["value"]
    sent(owner, window, "draft", {line: {"narrative": "Second tab"}})
    answer = sent(owner, window, "draft", {line: {"narrative": "First again", "seen": stale}})
    assert answer.status_code == 409
    assert "Second tab" in answer.content.decode()
    assert told(line) == [("Second tab", False)]


def test_a_round_sent_twice_is_saved_once(cast, window, lines):
    owner, token = signed_in(cast.owner), str(uuid.uuid4())
    seen = {f"a{line.pk}-seen": "0-0" for line in lines}
    typed = {"do": "submit-all", "once": token, **seen}
    for line in lines:
        typed |= {f"a{line.pk}-{name}": value for name, value in good("Said").items()}
    owner.post(address(window), typed)
    owner.post(address(window), typed, follow=True)
    assert ProgressUpdate.objects.filter(action__in=lines).count() == 3


def test_nothing_filled_in_saves_nothing_and_says_so(cast, window, lines):
    owner = signed_in(cast.owner)
    sent(owner, window, "submit-all", {})
    assert "Nothing was filled in" in owner.get(address(window)).content.decode()
    answer = sent(owner, window, f"submit-{lines[0].pk}", {})
    assert "There is a problem" in answer.content.decode()
    assert ProgressUpdate.objects.count() == 0


def test_a_line_of_somebody_else_cannot_be_answered_here(cast, window, lines):
    other = signed_in(cast.other_owner)
    typed = {f"a{lines[0].pk}-{name}": value for name, value in good("Not mine").items()}
    typed |= {f"a{lines[0].pk}-seen": "0-0", "do": "submit-all"}
    other.post(address(window), typed)
    assert told(lines[0]) == []
    assert "Written line" not in other.get(address(window)).content.decode()


def test_a_closed_window_says_where_progress_is_recorded_now(cast, window, lines):
    close_window(window=window, on=clock.today(), by=cast.auditor, reason="Brought forward")
    answer = signed_in(cast.owner).get(address(window))
    assert answer.status_code == 403
    assert "on the page of each action" in answer.content.decode()
