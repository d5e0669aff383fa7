"""Is an action rated by the rule in force on the day, beside what its officer says?"""

import csv
import io
from datetime import date, timedelta

import pytest

from govreg.core import clock
from govreg.core.council.settings import decide
from recommendations.lists.actions import AgreedActionList
from recommendations.models import AgreedAction, ProgressUpdate
from recommendations.queries.ratings import (
    computed_in_list,
    computed_of,
    rated_so,
    rule_in_force,
    rule_in_words,
)
from recommendations.queries.worklist import for_lists
from recommendations.rules.ratings import (
    ComputedRating,
    Rated,
    RatingRule,
    Travel,
    computed_rating,
    direction_of_travel,
)
from recommendations.services.progress import submit_update
from tests.people import signed_in

from .lines import iscb_plan

DUE = date(2026, 6, 30)
PLAIN = RatingRule(late_after=0, nearly_complete=100, due_soon=30)
LENIENT = RatingRule(late_after=14, nearly_complete=90, due_soon=30)
database = pytest.mark.django_db


def day(offset: int) -> date:
    return DUE + timedelta(days=offset)


@pytest.mark.parametrize(
    ("rule", "facts", "offset", "said"),
    [
        (PLAIN, {"state": "closed"}, 400, "complete"),
        (PLAIN, {"state": "closed", "followed_up": False}, 400, "complete"),
        (PLAIN, {"state": "claimed"}, 400, "complete"),
        (PLAIN, {"percent": 100}, 400, "complete"),
        (PLAIN, {"percent": 100, "due_date": None}, 0, "complete"),
        (PLAIN, {"percent": 100, "given_back": True}, 1, "late"),
        (PLAIN, {"percent": 100, "given_back": True, "due_date": None}, 0, "no-date"),
        (LENIENT, {"percent": 95, "given_back": True}, 0, "due-soon"),
        (PLAIN, {"state": "claimed", "given_back": True}, 400, "complete"),
        (PLAIN, {"state": "closed", "given_back": True}, 400, "complete"),
        (PLAIN, {"percent": 99}, 1, "late"),
        (PLAIN, {}, 1, "late"),
        (PLAIN, {}, 0, "due-soon"),
        (PLAIN, {}, -30, "due-soon"),
        (PLAIN, {}, -31, "on-track"),
        (PLAIN, {"percent": 99}, -30, "due-soon"),
        (LENIENT, {}, 14, "due-soon"),
        (LENIENT, {}, 15, "late"),
        (LENIENT, {"percent": 95}, 15, "late"),
        (LENIENT, {"percent": 90}, 0, "on-track"),
        (LENIENT, {"percent": 89}, 0, "due-soon"),
        (PLAIN, {"due_date": None}, 0, "no-date"),
        (PLAIN, {"state": "risk-accepted"}, 0, "not-followed-up"),
        (PLAIN, {"followed_up": False, "percent": 100}, 0, "not-followed-up"),
        (PLAIN, {"followed_up": False, "state": "claimed"}, 0, "not-followed-up"),
    ],
)
def test_the_rule_says_of_each_action_on_each_day(rule, facts, offset, said):
    given = {"state": "agreed", "due_date": DUE, "percent": None, **facts}
    assert computed_rating(rule, on=day(offset), **given) == said


@pytest.mark.parametrize(
    ("rated", "window", "said"),
    [
        ([], None, None),
        ([("late", None)], None, Travel.FIRST),
        ([("on-track", None), ("late", None)], None, Travel.IMPROVED),
        ([("late", None), ("not-started", None)], None, Travel.WORSENED),
        ([("at-risk", None), ("at-risk", None)], None, Travel.UNCHANGED),
        # The ratings of the last two windows, whatever was said between them or since.
        ([("late", None), ("on-track", 2), ("complete", None), ("late", 1)], None, "improved"),
        # A window's rating is the last that was submitted in it.
        ([("on-track", 2), ("late", 2), ("on-track", 1)], None, Travel.UNCHANGED),
        ([("on-track", 1), ("late", None)], None, Travel.IMPROVED),
        ([("on-track", 1)], None, Travel.FIRST),
        # What a window shows does not change with the next one.
        ([("late", 3), ("on-track", 2), ("late", 1)], 2, Travel.IMPROVED),
        ([("late", 3), ("on-track", 2), ("late", 1)], 1, Travel.FIRST),
        ([("late", 3)], 2, None),
    ],
)
def test_the_direction_compares_the_last_two_windows(rated, window, said):
    told = [Rated(100 - place, rating, of) for place, (rating, of) in enumerate(rated)]
    assert direction_of_travel(told, window=window) == said


def test_a_rating_that_was_corrected_is_not_compared_with():
    told = [Rated(3, "on-track", corrects=2), Rated(2, "late"), Rated(1, "on-track")]
    assert direction_of_travel(told) == Travel.UNCHANGED


@database
def test_an_old_day_is_rated_by_the_rule_of_its_day(cast):
    today = clock.today()
    for name, value in (("rating-late-after", 14), ("rating-nearly-complete", 90)):
        decide(
            name=name,
            value=value,
            start=today + timedelta(days=10),
            by=cast.administrator,
            reason="Decided by the committee",
        )
    assert rule_in_force(on=today) == PLAIN
    assert rule_in_force(on=today + timedelta(days=10)) == LENIENT
    action = iscb_plan()
    action.due_date = today
    rated = [
        computed_of(action, rule=rule_in_force(on=on), percent=None, on=on, claimed_before=False)
        for on in (today + timedelta(days=9), today + timedelta(days=10))
    ]
    assert rated == ["late", "due-soon"]


@database
def test_the_rule_is_told_in_sentences(cast):
    first = " ".join(rule_in_words(on=clock.today()))
    assert "the day after its due date or later" in first
    assert "not complete and is due within 30 days." in first
    decide(
        name="rating-late-after", value=14, start=clock.today(), by=cast.administrator, reason="x"
    )
    decide(
        name="rating-nearly-complete",
        value=90,
        start=clock.today(),
        by=cast.administrator,
        reason="x",
    )
    later = " ".join(rule_in_words(on=clock.today()))
    assert "15 days after its due date or later" in later
    assert "was due no more than 14 days ago and is less than 90 per cent complete." in later


def submit(action: AgreedAction, by, **said) -> ProgressUpdate:
    values = {"rating": "on-track", "narrative": "It goes on.", "reason": "", **said}
    return submit_update(action=action, values=values, on=clock.today(), by=by)


@database
def test_the_filter_and_the_page_rate_every_action_alike(cast):
    submit(iscb_plan(), cast.owner, percent_complete=100)
    past = date(2007, 10, 15)
    for on in (clock.today(), past):
        rows = for_lists(AgreedAction.objects.all(), on=on)
        by_page = {row.pk: computed_in_list(row) for row in rows}
        by_filter = {
            row.pk: rating for rating in ComputedRating for row in rated_so(rows, rating, on=on)
        }
        assert by_page == by_filter
    assert {"due-soon", "on-track", "late", "no-date", "complete"} <= set(by_page.values())


@database
def test_both_ratings_stand_side_by_side_with_the_direction_in_words(cast):
    action = iscb_plan()
    submit(action, cast.owner, rating="at-risk", reason="A post is vacant.", percent_complete=40)
    submit(action, cast.owner, rating="on-track")
    auditor = signed_in(cast.auditor)
    recommendation = action.response.recommendation
    for address in (f"/actions/{action.pk}/", recommendation.get_absolute_url(), "/actions/"):
        content = auditor.get(address + "?computed=late&rating=on-track").content.decode()
        assert "On track" in content
        assert "Late" in content
        assert "Improved" in content
    assert (
        "The rule that it is computed by" in auditor.get(f"/actions/{action.pk}/").content.decode()
    )


@database
def test_the_file_and_the_filter_have_the_computed_rating(cast):
    action = iscb_plan()
    submit(action, cast.owner, percent_complete=100)
    auditor = signed_in(cast.auditor)
    answer = auditor.get("/actions/?computed=complete&export=csv")
    lines = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    head = next(line for line in lines if "Computed rating" in line)
    row = next(line for line in lines if action.title in line)
    told = dict(zip(head, row, strict=True))
    assert told["Computed rating"] == "Complete"
    assert told["Per cent complete"] == "100"
    assert told["Direction of travel"] == "First rating"
    assert "Computed rating" in [column.header for column in AgreedActionList.columns]


@database
@pytest.mark.parametrize("typed", ["101", "-1", "ten", "9" * 30])
def test_a_per_cent_that_is_none_is_refused_in_a_sentence(cast, typed):
    given = {"rating": "on-track", "narrative": "Kept text.", "percent_complete": typed}
    answer = signed_in(cast.owner).post(f"/actions/{iscb_plan().pk}/update/", given)
    content = answer.content.decode()
    assert "There is a problem" in content
    assert "Kept text." in content
    assert ProgressUpdate.objects.count() == 0


@database
def test_the_rule_is_decided_on_a_page_of_its_own(cast):
    administrator = signed_in(cast.administrator)
    start = clock.today()
    typed = {
        "value": "21",
        "start_day": start.day,
        "start_month": start.month,
        "start_year": start.year,
        "reason": "Audit committee",
    }
    address = "/administration/ratings/"
    assert "the day after its due date" in administrator.get(address).content.decode()
    answer = administrator.post(f"{address}rating-late-after/", typed)
    assert answer.status_code == 302
    assert "22 days after its due date" in administrator.get(address).content.decode()
    assert (
        "rating-late-after" not in administrator.get("/administration/settings/").content.decode()
    )
    assert administrator.get(f"{address}due-soon-days/").status_code == 404
