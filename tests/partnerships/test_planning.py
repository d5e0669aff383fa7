"""Are a year's meetings planned in one step, with the dates seen, changed and left out first?"""

from datetime import date
from itertools import islice

import pytest
from django.urls import reverse

from govreg.core.history.models import ChangeSet
from partnerships.models import Meeting
from partnerships.rules.planning import LAST, every_months, every_weeks, nth_weekday, planned_days
from tests.people import Cast, signed_in

from .board import WEST, board, planned
from .pages import day, filled_in, problems, read, send

PLAN = "partnerships:plan-meetings"


@pytest.mark.parametrize(
    ("nth", "weekday", "expected"),
    [(1, 2, 5), (2, 2, 12), (LAST, 6, 30), (LAST, 2, 26), (1, 5, 1), (4, 4, 28)],
)
def test_the_nth_weekday_of_september_2007(nth: int, weekday: int, expected: int) -> None:
    assert nth_weekday(2007, 9, nth=nth, weekday=weekday) == date(2007, 9, expected)


def test_every_second_month_from_a_day_on() -> None:
    found = every_months(start=date(2007, 9, 6), months=2, nth=1, weekday=2)
    assert list(islice(found, 3)) == [date(2007, 10, 3), date(2007, 12, 5), date(2008, 2, 6)]
    on_the_day = every_months(start=date(2007, 9, 5), months=12, nth=1, weekday=2)
    assert list(islice(on_the_day, 2)) == [date(2007, 9, 5), date(2008, 9, 3)]


def test_a_day_left_out_is_made_up_for_later() -> None:
    weeks = every_weeks(start=date(2007, 12, 12), weeks=2)
    found = planned_days(weeks, number=3, skip={date(2007, 12, 26)})
    assert found == [date(2007, 12, 12), date(2008, 1, 9), date(2008, 1, 23)]


def test_days_end_where_the_calendar_does() -> None:
    assert len(list(every_weeks(start=date(9999, 12, 20), weeks=1))) == 2
    assert list(every_months(start=date(9999, 1, 1), months=1, nth=1, weekday=0)) == []
    none = planned_days(every_weeks(start=date(2007, 1, 1), weeks=52), number=60, skip=set())
    assert len(none) == 11


def asked(**changes: str) -> dict[str, str]:
    return {
        **day("start", 1, 9, 2030),
        "number": "4",
        "pattern": "months",
        "nth": "1",
        "weekday": "2",
        "months": "2",
        "starts_at": "6pm",
        "place": "Town hall",
        **changes,
    }


def test_a_year_is_planned_in_one_change(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    shown = send(client, PLAN, WEST, body.pk, changes=asked(skip="6 November 2030"))
    form = filled_in(read(shown))
    assert [form[f"day_{n}_day"] for n in range(4)] == ["4", "1", "5", "7"]
    assert not Meeting.objects.filter(body=body).exists()
    sets = ChangeSet.objects.count()
    changed = {**form, **day("day_1", 8, 1, 2031), "without_2": "on"}
    response = client.post(reverse(PLAN, args=[WEST, body.pk]), changed, follow=True)
    assert "3 meetings were planned for Executive group." in read(response).text
    assert ChangeSet.objects.count() == sets + 1
    meetings = Meeting.objects.filter(body=body)
    assert [m.day for m in meetings] == [date(2030, 9, 4), date(2031, 1, 8), date(2031, 5, 7)]
    assert {(m.place, f"{m.starts_at:%H:%M}", m.state) for m in meetings} == {
        ("Town hall", "18:00", "planned")
    }


def test_one_date_refused_plans_none(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    planned(body, day=date(2030, 11, 6), by=cast.area_manager_west)
    form = filled_in(read(send(client, PLAN, WEST, body.pk, changes=asked())))
    response = client.post(reverse(PLAN, args=[WEST, body.pk]), form)
    assert "6 November 2030: A meeting of this type" in problems(response)
    assert Meeting.objects.filter(body=body).count() == 1
    assert filled_in(read(response))["day_0_day"] == "4"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"number": "0"}, "How many meetings"),
        ({"number": "61"}, "How many meetings"),
        ({"pattern": "weeks", "weeks": ""}, "Every how many weeks"),
        ({"skip": "Christmas"}, "“Christmas” is no date"),
        (day("start", 31, 2, 2030), "must be a real date"),
    ],
)
def test_what_cannot_be_planned_is_said(cast: Cast, changes, sentence: str) -> None:
    client = signed_in(cast.area_manager_west)
    response = send(client, PLAN, WEST, board().pk, changes=asked(**changes))
    assert sentence in problems(response)


def test_a_date_twice_or_none_at_all_is_said(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    form = filled_in(read(send(client, PLAN, WEST, body.pk, changes=asked(number="2"))))
    address = reverse(PLAN, args=[WEST, body.pk])
    twice = client.post(address, {**form, **day("day_1", 4, 9, 2030)})
    assert "4 September 2030 is there twice" in problems(twice)
    none = client.post(address, {**form, "without_0": "on", "without_1": "on"})
    assert "Leave at least one meeting in" in problems(none)
    assert not Meeting.objects.filter(body=body).exists()
