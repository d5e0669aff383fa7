"""Are the rights of a seat and its vacancy recorded, shown and counted?"""

from datetime import date

from partnerships.models import Membership
from partnerships.services.memberships import add_member
from tests.people import Cast, signed_in

from .board import WEST, board, held, joins, record, seat, west
from .pages import day, page, problems, read, send
from .test_memberships import jobcentre_plus, joining, seats


def vacancy(cast: Cast) -> Membership:
    values = {"body": board(), "organisation": jobcentre_plus(), "is_vacant": True}
    return add_member(partnership=west(), values=values, by=cast.area_manager_west)


def test_the_rights_of_a_seat_are_typed_and_read(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    typed = joining(voting="yes", substitutes_allowed="no")
    assert send(client, "partnerships:add-member", WEST, changes=typed).status_code == 302
    one = seats().get()
    assert (one.voting, one.substitutes_allowed, one.delegated_authority) == (True, False, None)
    line = page(client, "partnerships:members", WEST, words="jobcentre").find("table").text
    assert "Votes, no substitute" in line
    file = client.get(f"/partnerships/{WEST}/members/?export=csv&vote=yes")
    told = b"".join(file.streaming_content).decode()
    assert "Jobcentre Plus" in told
    assert "Votes, no substitute" in told
    assert "Police" not in told
    silent = page(client, "partnerships:members", WEST, vote="unknown").find("table").text
    assert "West Yorkshire Police" in silent
    assert "Jobcentre Plus" not in silent


def test_a_vacant_seat_is_said_and_makes_nobody_a_member(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    before = page(client, "partnerships:members", WEST).text
    vacancy(cast)
    after = page(client, "partnerships:members", WEST)
    assert "9 member organisations" in before
    assert "9 member organisations" in after.text
    assert "1 seat vacant now" in after.text
    line = page(client, "partnerships:members", WEST, standing="vacant").find("table").text
    assert "Jobcentre Plus" in line
    assert "Vacant now" in line
    assert "Jobcentre Plus" not in page(client, "partnerships:members", WEST, standing="now").text
    assert "Vacant" in page(client, "partnerships:body", WEST, board().pk).text


def test_nobody_is_expected_at_a_meeting_from_a_vacant_seat(cast: Cast) -> None:
    vacancy(cast)
    meeting = held(board(), by=cast.area_manager_west)
    form = page(signed_in(cast.area_manager_west), "partnerships:record-meeting", WEST, meeting.pk)
    assert "West Yorkshire Police" in form.text
    assert "Jobcentre Plus" not in form.text


def test_a_seat_that_somebody_held_is_not_vacant_for_the_same_time(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    joins("Jobcentre Plus", board(), by=cast.area_manager_west)
    one = seat("Jobcentre Plus", board())
    meeting = held(board(), by=cast.area_manager_west, day=date(2007, 5, 2))
    record(meeting, {one: "present"}, by=cast.area_manager_west)
    change = {"is_vacant": "on", "reason": "Left."}
    refused = send(client, "partnerships:correct-member", WEST, one.pk, changes=change)
    assert "Attendance is recorded for this seat at the meeting of 2 May 2007" in problems(refused)


def test_several_seats_are_added_with_their_rights_one_of_them_vacant(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    typed = {
        "body": str(board().pk),
        **day("start", 1, 4, 2006),
        "voting": "yes",
        "form-0-organisation": str(jobcentre_plus().pk),
        "form-0-is_vacant": "on",
    }
    sent = send(client, "partnerships:add-several-members", WEST, changes=typed)
    assert sent.status_code == 302, read(sent).find(class_="govuk-error-summary")
    one = seats().get()
    assert one.is_vacant
    assert one.voting
    assert one.start == date(2006, 4, 1)
