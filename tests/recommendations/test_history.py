"""Does the history of a recommendation read so that an officer understands who did what?"""

import pytest
from bs4 import BeautifulSoup

from tests import uploads
from tests.people import signed_in

from .lines import iscb_plan
from .test_follow_up import claim, record, verify

pytestmark = pytest.mark.django_db


def entries(client, address: str) -> list[tuple[str, list[str]]]:
    """Return each entry's headline with what it says under it."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    found = []
    for entry in soup.find_all(class_="app-timeline__entry"):
        said = [" ".join(line.get_text(" ").split()) for line in entry.find_all(["p", "li"])]
        found.append((entry.h2.get_text(), said))
    return found


@pytest.fixture
def follow_up(cast):
    """Progress with a file, a claim, its return, another claim, its verification."""
    action = iscb_plan()
    owner, auditor = signed_in(cast.owner), signed_in(cast.auditor)
    late = {"rating": "late", "reason": "The board met late.", "files": uploads.pdf("plan.pdf")}
    record(owner, action, **late)
    claim(owner, action, files=uploads.pdf("minutes.pdf"))
    verify(auditor, action, "partly")
    claim(owner, action, files="")
    verify(auditor, action)
    return action.response.recommendation


def of_record(recommendation) -> str:
    return f"/history/recommendations.recommendation/{recommendation.pk}/"


def test_a_follow_up_reads_in_its_order_without_repeating_itself(cast, follow_up):
    found = entries(signed_in(cast.auditor), of_record(follow_up))
    assert [headline for headline, _said in found[:5]] == [
        "Verified and closed an action",
        "Claimed completion",
        "Returned a claim: partly implemented",
        "Claimed completion",
        "Recorded progress",
    ]
    verified, progress = found[0][1], found[4][1]
    assert "Added: Verification (implemented)" in verified
    assert "State: Implementation claimed → became Verified and closed" in verified
    assert "Added: Progress update" in progress
    assert "Added: evidence file “plan.pdf”" in progress
    assert "Rating: Late" in progress
    assert any(line.startswith("Changed: agreed action “Put the Risk") for line in verified)
    everything = " | ".join(line for _headline, said in found for line in said)
    for repeated in ("By:", "Update:", "File:", "Submitted at", "In this state since", "Claim:"):
        assert repeated not in everything, repeated


def test_kinds_of_date_are_read_in_words(cast, follow_up):
    found = entries(signed_in(cast.auditor), of_record(follow_up))
    everything = [line for _headline, said in found for line in said]
    assert "Kind of date: Due on a date" in everything
    assert "How the date was given: As a month" in everything
    assert "Kind of date: No date" in everything


def test_the_page_of_an_action_says_how_its_date_was_given(cast):
    shown = signed_in(cast.auditor).get(iscb_plan().get_absolute_url()).content.decode()
    assert "31 October 2007, given as a month" in shown


def test_what_was_empty_before_is_said_to_have_been(cast, follow_up):
    found = entries(signed_in(cast.auditor), of_record(follow_up))
    approved = next(
        said for headline, said in found if headline == "Approved a management response"
    )
    assert "Approved by: nothing recorded → became Senior Officer" in approved


def test_the_registers_history_names_the_record_of_each_change(cast, follow_up):
    for _headline, said in entries(signed_in(cast.auditor), "/history/")[:5]:
        assert said[1] == str(follow_up)
    links = signed_in(cast.auditor).get("/history/").content.decode()
    assert f'href="{follow_up.get_absolute_url()}"' in links
