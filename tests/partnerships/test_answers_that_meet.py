"""Is it told what became of an answer that met another's, or that was not the writer's to give?"""

import pytest

from govreg.core.accounts.models import User
from govreg.core.ui.words import long_date_time
from partnerships.models import Organisation, QuarterlyAnswer
from tests.partnerships.pages import filled_in, read
from tests.partnerships.quarter import answered, opened, small_action, small_plan
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def police(cast) -> User:
    return User.objects.get(email="police.officer@leeds.example")


@pytest.fixture
def story(cast):
    """The address of a grid, an action of the police and one of the schools."""
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    own = small_action(plan, "X1", officer)
    other = small_action(plan, "X2", officer, lead=Organisation.objects.get(name="Education Leeds"))
    return f"{opened(plan, officer).get_absolute_url()}answer/", own, other


def sent(action, seen, **typed):
    """What the grid sends for one row."""
    typed = {"rating": "", "reason": "", "narrative": "", "value": ""} | typed
    return {f"seen_{action.pk}": seen} | {f"{name}_{action.pk}": v for name, v in typed.items()}


def test_what_somebody_answered_meanwhile_is_shown_and_mine_is_saved_when_sent_again(
    story, cast, police
):
    address, own, _other = story
    theirs = answered(own, "amber", police, reason="Two posts are empty.", narrative="We met.")
    west = signed_in(cast.area_manager_west)
    page = read(west.post(address, sent(own, 0, rating="red", reason="No money.")))
    shown = page.select_one(".app-grid__meanwhile").text
    assert shown.split("\n") == [
        f"{police} answered on {long_date_time(theirs.answered_at)}: Amber.",
        "Why it is not green: Two posts are empty.",
        "What was done: We met.",
    ]
    wrong = page.find(id=f"rating_{own.pk}_error").text
    assert "To save it instead of their answer, press the button below the table" in wrong
    assert "To keep their answer, open this page again" in wrong
    assert page.find(id=f"reason_{own.pk}").text.strip() == "No money."
    west.post(address, filled_in(page))
    last = QuarterlyAnswer.objects.filter(action=own).latest("revision")
    assert (last.rating, last.reason) == ("red", "No money.")


def test_a_row_that_is_saved_as_it_is_left_is_told_the_other_answer_too(story, cast, police):
    address, own, _other = story
    answered(own, "amber", police, reason="Two posts are empty.")
    west = signed_in(cast.area_manager_west)
    told = west.post(address, sent(own, 0, rating="green") | {"row": own.pk}).json()
    assert told["problem"]
    assert "Two posts are empty." in told["meanwhile"]
    assert str(police) in told["meanwhile"]
    mine = sent(own, told["seen"], rating="green") | {"row": own.pk}
    assert west.post(address, mine).json() == {"said": "Saved", "problem": False, "seen": 2}


def test_a_row_left_empty_does_not_meet_what_was_answered_meanwhile(story, cast, police):
    address, own, other = story
    answered(own, "amber", police, reason="Two posts are empty.")
    west = signed_in(cast.area_manager_west)
    page = read(west.post(address, sent(own, 0) | sent(other, 0, rating="green"), follow=True))
    assert "1 answer was saved: X2." in page.text
    assert "Somebody answered meanwhile" not in page.text
    assert QuarterlyAnswer.objects.get(action=own).rating == "amber"


def test_what_was_typed_and_not_saved_is_marked_for_whoever_leaves_the_page(story, police):
    address, own, _other = story
    client = signed_in(police)
    page = read(client.post(address, sent(own, 0, rating="amber")))
    assert page.find("tr", {"data-row": own.pk}).has_attr("data-unsaved")
    assert not read(client.get(address)).find("tr", {"data-row": own.pk}).has_attr("data-unsaved")


def banners(page):
    """What each banner is headed with and says."""
    found = page.select(".govuk-notification-banner")
    return {one.h2.text: one.p.text for one in found}


def test_an_answer_for_the_action_of_another_is_told_as_left_out(story, police):
    address, own, other = story
    client = signed_in(police)
    page = read(client.post(address, sent(other, 0, rating="green"), follow=True))
    assert banners(page) == {
        "Important": "Nothing was saved. 1 answer was left out: you do not answer for its action "
        "in this quarter. Each organisation answers for the actions that it leads."
    }
    both = sent(own, 0, rating="green") | sent(other, 0, rating="green")
    told = banners(read(client.post(address, both, follow=True)))
    assert told["Success"] == "1 answer was saved: X1."
    assert told["Important"].startswith("1 answer was left out")
    nothing = banners(read(client.post(address, sent(own, 1, rating="green"), follow=True)))
    assert "Success" not in nothing
    wrong = read(client.post(address, sent(own, 1, rating="red") | sent(other, 0, rating="red")))
    assert "1 answer was left out" in wrong.main.text
