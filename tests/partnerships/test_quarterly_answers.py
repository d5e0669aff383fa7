"""Does a lead agency answer for its own actions, and can nothing be answered wrongly or lost?"""

from datetime import date

import pytest

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refused
from partnerships.models import Organisation, QuarterlyAnswer
from partnerships.services.quarters import close_quarter
from tests.partnerships.pages import filled_in, read
from tests.partnerships.quarter import answered, of_plan, opened, small_action, small_plan
from tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def police(cast) -> User:
    return User.objects.get(email="police.officer@leeds.example")


@pytest.fixture
def story(cast):
    """An action of the police and one of the schools, in an open quarter."""
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    own = small_action(plan, "X1", officer)
    other = small_action(plan, "X2", officer, lead=Organisation.objects.get(name="Education Leeds"))
    return opened(plan, officer), own, other


def sent(*rows):
    """What the grid sends: for each row its action, the revision seen, and what was typed."""
    data = {}
    for action, seen, typed in rows:
        data[f"seen_{action.pk}"] = seen
        data |= {f"{name}_{action.pk}": value for name, value in typed.items()}
    return data


def test_an_agency_answers_for_its_own_actions_only(story, police):
    _reporting, own, other = story
    assert answered(own, "green", police)
    with pytest.raises(Refused, match="This action is led by Education Leeds"):
        answered(other, "green", police)


def test_the_grid_offers_and_takes_only_own_actions(story, police):
    reporting, own, other = story
    client = signed_in(police)
    address = f"{reporting.get_absolute_url()}answer/"
    page = client.get(address).content.decode()
    assert "Do X1" in page
    assert "Do X2" not in page
    client.post(address, sent((own, 0, {"rating": "green"}), (other, 0, {"rating": "green"})))
    assert QuarterlyAnswer.objects.filter(action__in=[own, other]).get().action == own


def test_whoever_answers_for_nothing_finds_no_grid(story, cast):
    reporting = story[0]
    for person in (cast.owner, cast.scrutiny_member, cast.area_manager_east):
        answer = signed_in(person).get(f"{reporting.get_absolute_url()}answer/")
        assert answer.status_code == 404


def test_a_wrong_row_holds_no_other_back_and_keeps_its_text(story, cast):
    reporting, own, other = story
    address = f"{reporting.get_absolute_url()}answer/"
    answer = signed_in(cast.area_manager_west).post(
        address,
        sent(
            (own, 0, {"rating": "red", "narrative": "We tried."}),
            (other, 0, {"rating": "green", "value": "12"}),
        ),
    )
    page = answer.content.decode()
    assert "X1: Say why the action is red." in page
    assert "We tried." in page
    assert "1 answer was saved: X2." in page
    assert QuarterlyAnswer.objects.get(action=other).value == 12
    assert not QuarterlyAnswer.objects.filter(action=own).exists()


def test_a_figure_that_is_text_is_told(story, cast):
    reporting, own, _other = story
    answer = signed_in(cast.area_manager_west).post(
        f"{reporting.get_absolute_url()}answer/",
        sent((own, 0, {"rating": "green", "value": "about ten"})),
    )
    told = "Write a number, such as 120 or 12.5. Words about it belong in “What was done?”."
    assert told in answer.content.decode()


def test_two_who_answer_at_once_meet_with_both_texts(story, cast, police):
    reporting, own, _other = story
    answered(own, "amber", police, reason="Two posts are empty.")
    with pytest.raises(StaleVersion):
        answered(own, "green", cast.area_manager_west)
    answer = signed_in(cast.area_manager_west).post(
        f"{reporting.get_absolute_url()}answer/",
        sent((own, 0, {"rating": "red", "reason": "No money."})),
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Two posts are empty." in page
    assert "No money." in page
    assert f'name="seen_{own.pk}" value="1"' in page, "sent again, it is saved"


def test_a_row_is_saved_as_its_writer_leaves_it(story, police):
    reporting, own, _other = story
    client = signed_in(police)
    address = f"{reporting.get_absolute_url()}answer/"
    data = sent((own, 0, {"rating": "green"})) | {"row": own.pk}
    assert client.post(address, data).json() == {"said": "Saved", "problem": False, "seen": 1}
    data = sent((own, 1, {"rating": "amber"})) | {"row": own.pk}
    told = client.post(address, data).json()
    assert told == {"said": "Say why the action is amber.", "problem": True, "seen": 1}


def test_the_row_saved_is_marked_without_a_script_and_a_late_one_is_told_as_late(
    story, cast, police
):
    reporting, own, _other = story
    second = small_action(own.plan, "X3", cast.partnerships_officer)
    client = signed_in(police)
    address = f"{reporting.get_absolute_url()}answer/"

    def said(page) -> dict[str, str]:
        return {
            row["data-row"]: row.select_one(".app-grid__said").text
            for row in page.select("tr[data-row]")
        }

    page = read(client.post(address, sent((own, 0, {"rating": "green"})), follow=True))
    assert said(page) == {str(own.pk): "Saved", str(second.pk): ""}
    assert "1 answer was saved: X1." in page.text
    assert said(read(client.get(address))) == {str(own.pk): "", str(second.pk): ""}
    client.post(address, sent((own, 1, {"rating": "green", "narrative": "It began."})))
    elsewhere = opened(own.plan, cast.partnerships_officer, "2007-08-q2")
    other = read(client.get(f"{elsewhere.get_absolute_url()}answer/"))
    assert set(said(other).values()) == {""}, "what was saved, was saved in another quarter"
    both = sent((own, 2, {"rating": "red"}), (second, 0, {"rating": "green"}))
    mixed = said(read(client.post(address, both)))
    assert mixed == {str(own.pk): "", str(second.pk): "Saved"}, "one is wrong, the other is saved"
    close_quarter(reporting=reporting, on=date(2007, 7, 6), by=cast.partnerships_officer)
    late = sent((own, 2, {"rating": "amber", "reason": "Two posts are empty."})) | {"late": "yes"}
    page = read(client.post(address, late, follow=True))
    assert said(page)[str(own.pk)] == "Saved as a late answer"
    assert "1 late answer was saved: X1." in page.text
    again = sent((second, 1, {"rating": "amber", "reason": "It rained."}))
    told = client.post(address, again | {"late": "yes", "row": second.pk}).json()
    assert told == {"said": "Saved as a late answer", "problem": False, "seen": 2}


def test_saving_after_the_rows_saved_themselves_says_that_they_are_saved(story, cast, police):
    reporting, own, _other = story
    close_quarter(reporting=reporting, on=date(2007, 7, 6), by=cast.partnerships_officer)
    client = signed_in(police)
    address = f"{reporting.get_absolute_url()}answer/"
    nothing = sent((own, 0, {})) | {"late": "yes"}
    told = read(client.post(address, nothing, follow=True)).text
    assert "Nothing was changed, so nothing was saved." in told
    late = sent((own, 0, {"rating": "green"})) | {"late": "yes"}
    assert client.post(address, late | {"row": own.pk}).json()["said"] == "Saved as a late answer"
    told = read(client.post(address, late, follow=True)).text
    assert "Nothing was left to save: the answers on this page are saved." in told
    assert "Nothing was changed" not in told


def test_a_box_holds_a_reason_and_grows_with_it(story, police):
    reporting, own, _other = story
    reason = "The youth service could not recruit, and the partners agreed a later start. " * 3
    answered(own, "amber", police, reason=reason.strip())
    page = read(signed_in(police).get(f"{reporting.get_absolute_url()}answer/"))
    boxes = {
        name: int(page.find(id=f"{name}_{own.pk}")["rows"]) for name in ("reason", "narrative")
    }
    assert boxes["reason"] > boxes["narrative"] >= 2


def test_a_closed_quarter_takes_only_answers_meant_as_late(story, cast, police):
    reporting, own, _other = story
    close_quarter(reporting=reporting, on=date(2007, 7, 6), by=cast.partnerships_officer)
    client = signed_in(police)
    address = f"{reporting.get_absolute_url()}answer/"
    refused = client.post(address, sent((own, 0, {"rating": "green"})))
    assert "is closed: its figures do not change" in refused.content.decode()
    assert "Save as late answers" in refused.content.decode()
    client.post(address, sent((own, 0, {"rating": "green"})) | {"late": "yes"})
    assert QuarterlyAnswer.objects.get(action=own).is_late


def test_a_quarter_closed_meanwhile_offers_the_way_on_and_keeps_what_was_typed(story, cast, police):
    reporting, own, _other = story
    client = signed_in(police)
    address = f"{reporting.get_absolute_url()}answer/"
    stale = sent((own, 0, {"rating": "amber", "reason": "Nobody could be spared."}))
    close_quarter(reporting=reporting, on=date(2007, 7, 6), by=cast.partnerships_officer)
    told = client.post(address, stale | {"row": own.pk}).json()
    assert told["problem"]
    assert told["offer"] == "Save as late answers"
    page = read(client.post(address, stale))
    line = page.select_one(".govuk-error-summary a")
    button = page.find(id=line["href"].removeprefix("#"))
    assert button.text == "Save as late answers"
    above = page.select_one(".govuk-inset-text button")
    assert page.find(id=above["form"]).find("input", attrs={"name": "late", "value": "yes"})
    assert "Nobody could be spared." in page.find(id=f"reason_{own.pk}").text
    client.post(address, filled_in(page))
    assert QuarterlyAnswer.objects.get(action=own).reason == "Nobody could be spared."


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"start": date(2008, 1, 1)}, "counts as white and takes no answer"),
    ],
)
def test_an_action_that_has_not_started_takes_no_answer(cast, values, said):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    small_action(plan, "X0", officer)
    action = small_action(plan, "X1", officer, **values)
    opened(plan, officer)
    with pytest.raises(Refused, match=said):
        answered(action, "green", officer)


def test_a_quarter_that_nobody_opened_takes_no_answer(cast):
    officer = cast.partnerships_officer
    action = small_action(small_plan(officer), "X1", officer)
    with pytest.raises(Refused, match="was not opened for this plan"):
        answered(action, "green", officer)


def test_an_agency_is_told_what_waits_for_it(police):
    page = signed_in(police).get("/quarterly-answers/").content.decode()
    reporting = of_plan("2006-07-q4")
    assert f"{reporting.plan.name}: {reporting.period}" in page
    assert "wait for an answer" in page


def test_a_plan_that_has_ended_asks_nobody_for_late_answers(cast, police):
    officer = cast.partnerships_officer
    asked = {}
    for name, years in (("A plan of old", 0), ("A plan that runs", 3)):
        end = date(clock.today().year + years - 1, 3, 31)
        plan = small_plan(officer, name, end=end)
        small_action(plan, "X1", officer)
        reporting = opened(plan, officer)
        close_quarter(reporting=reporting, on=date(2007, 7, 6), by=officer)
        asked[name] = f"{reporting.get_absolute_url()}answer/?show=waiting"
    home = signed_in(police).get("/")
    found = {name: address in home.content.decode() for name, address in asked.items()}
    assert found == {"A plan of old": False, "A plan that runs": True}
