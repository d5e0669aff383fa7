"""Is a meeting planned, logged, changed and cancelled by those who may, within its rules?"""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import Meeting
from partnerships.services.bodies import describe_body
from partnerships.services.meetings import cancel_meeting, change_meeting, withdraw_meeting
from tests.people import Cast, signed_in

from .board import WEST, board, held, planned, record, seat, yesterday
from .pages import day, page, problems, read, send


def in_days(number: int) -> date:
    return clock.today() + timedelta(days=number)


def boxes(name: str, value: date) -> dict[str, str]:
    return day(name, value.day, value.month, value.year)


def test_last_nights_board_is_logged_and_leads_to_its_record(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    typed = {**boxes("day", yesterday()), "starts_at": "6.30pm", "place": "Town hall"}
    response = send(client, "partnerships:add-meeting", WEST, body.pk, changes=typed)
    made = Meeting.objects.get(body=body)
    assert response["Location"] == reverse("partnerships:record-meeting", args=[WEST, made.pk])
    assert (made.state, f"{made.starts_at:%H:%M}") == ("held", "18:30")
    shown = page(client, "partnerships:body", WEST, body.pk)
    assert "attendance not recorded" in shown.find("main").text
    assert "Record Executive group" in read(client.get("/")).text


def test_a_meeting_to_come_stands_on_the_body_page_and_in_the_list(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    typed = {**boxes("day", in_days(9)), "state": "planned", "kind": "annual"}
    response = send(client, "partnerships:add-meeting", WEST, body.pk, changes=typed)
    made = Meeting.objects.get(body=body)
    assert response["Location"] == made.get_absolute_url()
    assert "annual general meeting" in page(client, "partnerships:body", WEST, body.pk).text
    listed = page(client, "partnerships:meetings", WEST, kind="annual")
    assert len(listed.select("tbody tr")) == 1
    assert not page(client, "partnerships:meetings", WEST, state="held").select("tbody tr")


def test_a_held_meeting_is_not_in_the_future(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    typed = {**boxes("day", in_days(1)), "state": "held"}
    response = send(client, "partnerships:add-meeting", WEST, body.pk, changes=typed)
    assert "still to come, so the meeting was not held yet" in problems(response)
    assert not Meeting.objects.filter(body=body).exists()


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        (date(2006, 3, 31), "in being only from 1 April 2006"),
        (date(2007, 4, 1), "The body ended on 31 March 2007"),
    ],
)
def test_a_body_meets_only_while_it_is_in_being(cast: Cast, when: date, sentence: str) -> None:
    body = board()
    lasting = {"start": date(2006, 4, 1), "end": date(2007, 3, 31)}
    given = {"version": body.version, "reports_to": [], "by": cast.partnerships_officer}
    body = describe_body(body=body, values=lasting, reason="", **given)
    with pytest.raises(Refused, match=sentence):
        held(body, day=when, by=cast.area_manager_west)
    assert held(body, day=date(2006, 4, 1), by=cast.area_manager_west).pk


def test_a_body_cannot_end_before_its_last_meeting(cast: Cast) -> None:
    body = board()
    held(body, day=date(2007, 5, 1), by=cast.area_manager_west)
    with pytest.raises(Refused, match="A meeting of this body is recorded on 1 May 2007"):
        describe_body(
            body=body,
            version=body.version,
            values={"end": date(2007, 4, 30)},
            reports_to=[],
            by=cast.partnerships_officer,
            reason="",
        )


def test_a_meeting_is_cancelled_with_its_reason_and_stays(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    meeting = planned(board(), day=in_days(5), by=cast.area_manager_west)
    refused = send(client, "partnerships:cancel-meeting", WEST, meeting.pk)
    assert "Why is it cancelled" in problems(refused)
    send(client, "partnerships:cancel-meeting", WEST, meeting.pk, changes={"reason": "Snow."})
    shown = page(client, "partnerships:meeting", WEST, meeting.pk).find("main").text
    assert "Cancelled" in shown
    assert "Snow." in shown
    assert "nobody attended it" in shown
    record = reverse("partnerships:record-meeting", args=[WEST, meeting.pk])
    assert client.get(record).status_code == 403


def test_a_meeting_to_come_is_not_called_unrecorded(cast: Cast) -> None:
    by = cast.area_manager_west
    planned(board(), day=in_days(5), by=by)
    listed = page(signed_in(by), "partnerships:meetings", WEST).find("tbody").text
    assert "To come" in listed
    assert "Not recorded" not in listed


def test_a_held_meeting_is_not_cancelled(cast: Cast) -> None:
    meeting = held(board(), by=cast.area_manager_west)
    with pytest.raises(Refused, match="was held, so it cannot be cancelled"):
        cancel_meeting(meeting=meeting, because="Snow.", by=cast.area_manager_west)


def test_a_meeting_that_was_logged_by_mistake_is_withdrawn_and_stays_in_the_history(
    cast: Cast,
) -> None:
    by, client, body = cast.area_manager_west, signed_in(cast.area_manager_west), board()
    meeting = held(body, by=by, place="Town Hall")
    shown = page(client, "partnerships:meeting", WEST, meeting.pk)
    assert shown.find("a", string="Withdraw the meeting")
    typed = {"reason": "It was another board."}
    sent = send(client, "partnerships:cancel-meeting", WEST, meeting.pk, changes=typed)
    assert sent.status_code == 302
    assert "Town Hall" not in page(client, "partnerships:meetings", WEST).find("main").text
    assert "Record Executive group" not in read(client.get("/")).text
    history = page(client, "history:record", "partnerships.meeting", meeting.pk).text
    assert "Withdrew a meeting" in history
    assert "It was another board." in history
    again = held(body, by=by)
    record(again, {seat("Education Leeds", body): "present"}, by=by)
    with pytest.raises(Refused, match="it is the basis of the attendance"):
        withdraw_meeting(meeting=again, because="Mistaken.", by=by)


def test_one_meeting_of_a_type_a_day(cast: Cast) -> None:
    body, by = board(), cast.area_manager_west
    first = planned(body, day=in_days(5), by=by)
    with pytest.raises(Refused, match="already recorded"):
        planned(body, day=in_days(5), by=by)
    assert planned(body, day=in_days(5), kind="seminar", by=by).pk
    cancel_meeting(meeting=first, because="Snow.", by=by)
    assert planned(body, day=in_days(5), by=by).pk


def test_a_meeting_with_attendance_is_not_moved(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    meeting = held(body, by=by)
    record(meeting, {seat("Education Leeds", body): "present"}, by=by)
    meeting.refresh_from_db()
    with pytest.raises(Refused, match="Take it out of the record first"):
        change_meeting(meeting=meeting, version=meeting.version, values={"day": in_days(-9)}, by=by)


def test_the_area_manager_of_east_finds_no_meeting_of_west(cast: Cast) -> None:
    meeting = held(board(), by=cast.area_manager_west)
    client = signed_in(cast.area_manager_east)
    for name in ("meeting", "change-meeting", "cancel-meeting", "record-meeting"):
        address = reverse(f"partnerships:{name}", args=[WEST, meeting.pk])
        assert client.get(address).status_code == 404, name
        assert client.post(address).status_code == 404, name
    elsewhere = reverse("partnerships:meeting", args=["dp-east", meeting.pk])
    assert client.get(elsewhere).status_code == 404
    assert "Record Executive" not in read(client.get("/")).text


def test_two_writers_of_one_meeting_meet_on_the_conflict_page(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    meeting = planned(board(), day=in_days(5), place="Hall", by=cast.area_manager_west)
    send(client, "partnerships:change-meeting", WEST, meeting.pk, changes={"place": "Annexe"})
    old = {"place": "Library", "version": "1"}
    response = send(client, "partnerships:change-meeting", WEST, meeting.pk, changes=old)
    assert response.status_code == 409
    assert "Annexe" in read(response).text
    assert "Library" in read(response).text


def test_arrangements_hold_from_their_day(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    for start, count, where in ((1, "5", "Hall"), (2, "8", "Annexe")):
        typed = {**day("start", 1, start, 2007), "meetings_a_year": count, "usual_place": where}
        typed |= {"quorum": "4", "usual_time": "18:00"}
        send(client, "partnerships:add-arrangement", WEST, body.pk, changes=typed)
    shown = page(client, "partnerships:body", WEST, body.pk).find("main").text
    assert "How it meets, since 1 February 2007" in shown
    assert "From 1 January 2007: 5 meetings a year" in shown
    again = send(client, "partnerships:add-arrangement", WEST, body.pk, changes=typed)
    assert "already recorded" in problems(again)
    never = {**typed, "quorum": "50"} | day("start", 1, 3, 2007)
    refused = problems(send(client, "partnerships:add-arrangement", WEST, body.pk, changes=never))
    seats = body.memberships.count()
    assert "quorum of 50 is larger than the number of seats" in refused
    assert f"for that day, {seats}." in refused
    new = page(client, "partnerships:add-meeting", WEST, body.pk)
    assert new.find("input", {"name": "place"})["value"] == "Annexe"
    earlier = body.meeting_arrangements.order_by("start")[0]
    args = [WEST, body.pk, earlier.pk]
    typed = {"quorum": "3", "reason": "Misread."}
    send(client, "partnerships:change-arrangement", *args, changes=typed)
    earlier.refresh_from_db()
    assert earlier.quorum == 3
    assert (
        "Corrected meeting arrangements"
        in page(client, "history:record", "partnerships.body", body.pk).text
    )
