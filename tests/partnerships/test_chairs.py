"""Is a body's kind of chair recorded by date, and shown with both readings and what balances it?"""

from datetime import date

from partnerships.chair_types import CHAIR_TYPES, FIELDS
from partnerships.models import Chair
from partnerships.queries.chairs import chairs_of
from partnerships.services.chairs import record_chair
from tests.people import Cast, signed_in

from .board import WEST, board
from .pages import day, page, problems, send


def typed(year: int, **changes: str) -> dict[str, str]:
    return {"kind": "leader", **day("start", 1, 5, year), **changes}


def test_there_are_eight_kinds_of_chair_with_two_readings_each() -> None:
    assert [one.label for one in CHAIR_TYPES] == [
        "Council leader or elected mayor",
        "Other cabinet member",
        "Council officer",
        "Manager of another public service",
        "Private sector",
        "Faith representative",
        "Third sector representative",
        "Other",
    ]
    assert all(one.favourable != one.unfavourable for one in CHAIR_TYPES)
    columns = {field.name for field in Chair._meta.concrete_fields}
    assert set(FIELDS) <= columns


def test_a_chair_is_recorded_and_shown_with_both_readings_and_its_balance(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    assert "has not been recorded" in page(client, "partnerships:body", WEST, body.pk).text
    changes = typed(2006, scrutinised="on")
    sent = send(client, "partnerships:add-chair", WEST, body.pk, changes=changes)
    assert sent.status_code == 302
    shown = page(client, "partnerships:body", WEST, body.pk).text
    assert "Council leader or elected mayor, since 1 May 2006" in shown
    assert "Answers to the voters for what the partnership does" in shown
    assert "The council runs the partnership" in shown
    assert "overview and scrutiny looks at it" in shown
    assert "Partners chair executive and theme groups" not in shown
    twice = send(client, "partnerships:add-chair", WEST, body.pk, changes=changes)
    assert "from 1 May 2006 is already recorded" in problems(twice)
    history = page(client, "history:record", "partnerships.body", body.pk).text
    assert "Recorded the kind of chair" in history


def test_each_chair_holds_until_the_next(cast: Cast) -> None:
    body, by = board(), cast.area_manager_west
    for kind, start in (("leader", date(2006, 5, 1)), ("private", date(2007, 5, 1))):
        record_chair(body=body, values={"kind": kind, "start": start}, by=by)
    earlier = chairs_of(body, on=date(2007, 4, 30)).now
    later = chairs_of(body, on=date(2007, 5, 1))
    assert chairs_of(body, on=date(2006, 4, 30)).now is None
    assert earlier
    assert earlier.kind.code == "leader"
    assert later.now
    assert later.now.kind.unfavourable == "Answers to no electorate and to no public body"
    assert [one.kind.code for one in later.others] == ["leader"]


def test_a_chair_is_corrected_for_a_reason(cast: Cast) -> None:
    body = board()
    values = {"kind": "leader", "start": date(2006, 5, 1)}
    chair = record_chair(body=body, values=values, by=cast.area_manager_west)
    client = signed_in(cast.area_manager_west)
    changes = {"kind": "faith", "reason": "A slip."}
    args = (WEST, body.pk, chair.pk)
    assert send(client, "partnerships:correct-chair", *args, changes=changes).status_code == 302
    assert Chair.objects.get().kind == "faith"
    assert "seeks what all can agree to" in page(client, "partnerships:body", WEST, body.pk).text
