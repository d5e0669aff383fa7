"""Does the sheet of a quarter go out, get filled in and come back as answers?"""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from govreg.core.accounts.models import User
from partnerships.models import Organisation, QuarterlyAnswer
from partnerships.services.quarters import close_quarter
from tests.partnerships.pages import read
from tests.partnerships.quarter import (
    answered,
    of_plan,
    opened,
    quarter,
    small_action,
    small_plan,
)
from tests.partnerships.sheet_files import Rows, confirmed, file_of, rows_of, words
from tests.people import signed_in

pytestmark = pytest.mark.django_db
FORMS = ["csv", "xlsx", "ods"]


@pytest.fixture
def police(cast) -> User:
    return User.objects.get(email="police.officer@leeds.example")


@pytest.fixture
def story(cast):
    """An open quarter with two actions of the police and one of the schools."""
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    own, second = (small_action(plan, name, officer) for name in ("X1", "X2"))
    other = small_action(plan, "X3", officer, lead=Organisation.objects.get(name="Education Leeds"))
    return opened(plan, officer), own, second, other


def place(reporting: Any) -> str:
    return f"/plans/{reporting.plan.pk}/quarters/{reporting.period.slug}/answers-by-spreadsheet/"


def rows_out(client: Client, reporting: Any, form: str = "csv") -> Rows:
    answer: Any = client.get(f"{place(reporting)}file/{form}/")
    assert answer.status_code == 200
    return rows_of(b"".join(answer.streaming_content), form)


def brought(client: Client, reporting: Any, rows: Rows, form: str = "csv") -> tuple[str, Any]:
    file = SimpleUploadedFile(f"answers.{form}", file_of(rows, form))
    answer = client.post(place(reporting), {"file": file})
    assert answer.status_code == 302, words(read(answer))
    return answer.url, read(client.get(answer.url))


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_is_filled_in_and_becomes_answers(police, story, form: str) -> None:
    reporting, own, second, _other = story
    client = signed_in(police)
    rows = rows_out(client, reporting, form)
    assert [row["Number"] for row in rows] == ["X1", "X2"]
    rows[0] |= {"Answer": "Amber", "Why is it not green?": "=It rained.", "Reached so far": "12.5"}
    where, page = brought(client, reporting, rows, form)
    assert "Reached so far: 12.5" in words(page)
    assert not QuarterlyAnswer.objects.filter(action=own).exists()
    assert confirmed(client, where, page).status_code == 302
    made = QuarterlyAnswer.objects.get(action=own)
    assert (made.rating, made.reason, str(made.value)) == ("amber", "=It rained.", "12.50")
    assert made.answered_by == police
    assert not second.answers.exists()
    back = words(read(client.get(where, follow=True)))
    assert "nothing was done again. 1 answer was saved." in back


def test_what_went_out_comes_back_as_nothing_to_do_and_a_change_as_the_next_revision(
    police, story
) -> None:
    reporting, own, _second, _other = story
    answered(own, "green", police, narrative="Two wardens began.", value="3")
    client = signed_in(police)
    rows = rows_out(client, reporting)
    assert (rows[0]["Answer"], rows[0]["Version"]) == ("Green", "1")
    _where, page = brought(client, reporting, rows)
    assert "There is nothing to add" in words(page)
    rows[0]["Answer"], rows[0]["Why is it not green?"] = "Red", "They left."
    where, page = brought(client, reporting, rows)
    confirmed(client, where, page)
    ratings = list(own.answers.order_by("revision").values_list("rating", flat=True))
    assert ratings == ["green", "red"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"Answer": "Amber"}, "Say why the action is amber."),
        ({"Answer": "Purple"}, "is none of what “Answer” may be: Green, Amber, Red"),
        ({"Answer": "Green", "Reached so far": "a dozen"}, "is no number"),
        ({"Answer": "Green", "Reached so far": "1.234"}, "two decimals at most"),
        ({"Answer": "", "What was done?": "Much"}, "Choose green, amber or red."),
        ({"Answer": "Green", "Action": "Another"}, "“Action” cannot be changed here."),
        ({"Answer": "Green", "Quarter": "Quarter 4 2006/07"}, "This line is of Quarter 4 2006/07"),
        ({"Answer": "Green", "Reference": ""}, "“Reference” is empty."),
    ],
)
def test_what_is_wrong_is_said_by_its_line_and_nothing_is_written(
    police, story, change: dict[str, str], sentence: str
) -> None:
    reporting, own, *_others = story
    client = signed_in(police)
    rows = rows_out(client, reporting)
    rows[1] |= {"Answer": "Green"}
    rows[0] |= change
    _where, page = brought(client, reporting, rows)
    assert sentence in words(page)
    assert "Import all of these" not in words(page)
    assert not QuarterlyAnswer.objects.filter(action__plan=own.plan).exists()


def test_the_line_of_another_agency_is_refused(police, story) -> None:
    reporting, _own, _second, other = story
    client = signed_in(police)
    rows = rows_out(client, reporting)
    rows[0] |= {"Reference": str(other.pk), "Answer": "Green"}
    _where, page = brought(client, reporting, rows)
    assert "it is another agency’s, has not started, or was withdrawn" in words(page)


def test_last_quarters_sheet_is_no_answer_for_this_one(cast, police, story) -> None:
    reporting, own, *_others = story
    client = signed_in(police)
    rows = rows_out(client, reporting)
    rows[0]["Answer"] = "Green"
    following = opened(own.plan, cast.partnerships_officer, "2007-08-q2")
    _where, page = brought(client, following, rows)
    assert "Choose the sheet of" in words(page)
    assert not own.answers.exists()


def test_two_who_answer_at_once_meet(cast, police, story) -> None:
    reporting, own, *_others = story
    client = signed_in(police)
    rows = rows_out(client, reporting)
    answered(own, "green", cast.partnerships_officer)
    rows[0] |= {"Answer": "Red", "Why is it not green?": "It rained."}
    _where, page = brought(client, reporting, rows)
    assert "Somebody answered for this action after the sheet was made" in words(page)
    assert own.answers.get().rating == "green"


def test_a_closed_quarter_takes_late_answers_and_none_that_were_not_meant_so(
    cast, police, story
) -> None:
    reporting, own, *_others = story
    client = signed_in(police)
    rows = rows_out(client, reporting)
    rows[0]["Answer"] = "Green"
    where, page = brought(client, reporting, rows)
    day = quarter("2007-08-q2").first_day
    close_quarter(reporting=reporting, on=day, by=cast.partnerships_officer)
    answer = client.post(where, {f["name"]: f.get("value", "") for f in page.select("form input")})
    assert answer.url == place(reporting)
    assert not own.answers.exists()
    where, page = brought(client, reporting, rows)
    told = confirmed(client, where, page)
    assert "1 late answer was saved." in words(read(client.get(told.url)))
    assert own.answers.get().is_late


def test_who_answers_for_nothing_finds_no_sheet(cast) -> None:
    client = signed_in(cast.scrutiny_member)
    assert client.get(place(of_plan("2006-07-q4"))).status_code == 404


def test_the_help_of_the_sheet_speaks_of_no_new_rows(police, story) -> None:
    told = words(read(signed_in(police).get(place(story[0]))))
    assert "The register’s number for the row. Leave it as it is." in told
    assert "new row" not in told
