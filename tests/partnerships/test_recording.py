"""Is a held meeting recorded whole on one page: who came, what was decided, what is relayed?"""

from datetime import date

import pytest
from django.urls import reverse

from govreg.core.history.models import ChangeSet
from govreg.core.refusals import Refused
from partnerships.models import Attendance, Decision, Meeting
from partnerships.services.memberships import correct_member, end_member
from tests import uploads
from tests.people import Cast, signed_in

from .board import WEST, board, held, joins, quorum, record, seat, yesterday
from .pages import day, filled_in, page, problems, read, send
from .purse import flat

RECORD = "partnerships:record-meeting"


def test_a_board_is_recorded_with_attendance_decisions_messages_and_minutes(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    meeting = held(body, by=cast.area_manager_west)
    police, voice = seat("West Yorkshire Police", body), seat("Leeds Voice", body)
    sets = ChangeSet.objects.count()
    response = send(
        client,
        RECORD,
        WEST,
        meeting.pk,
        changes={
            f"seat_{police.pk}": "apologies",
            f"seat_{voice.pk}": "substitute",
            f"instead_{voice.pk}": "Policy officer",
            "others_present": "on",
            "decision_0": "Adopt the action plan.",
            "reference_0": "12/07",
            "message_0": "The plan is adopted.",
            "to_0": "Area Committees",
            "quorate": "yes",
            "files": [uploads.pdf("minutes.pdf")],
        },
    )
    assert response.status_code == 302, problems(response)
    assert ChangeSet.objects.count() == sets + 1
    meeting.refresh_from_db()
    assert meeting.attendance.count() == 9
    assert meeting.attendance.filter(state="present").count() == 7
    shown = page(client, "partnerships:meeting", WEST, meeting.pk).find("main").text
    for words in ("Adopt the action plan.", "12/07", "Area Committees", "Policy officer"):
        assert words in shown
    assert "8 members or substitutes came, of 9. No quorum is recorded" in shown
    assert "Not relayed yet." in shown
    link = reverse("partnerships:minutes", args=[WEST, meeting.pk, meeting.minutes.get().pk])
    assert client.get(link)["Content-Type"] == "application/pdf"
    assert "Meetings not recorded yet" not in read(client.get("/")).text
    found = read(client.get("/search/", {"words": "adopt action plan"}))
    assert "Executive group" in found.find("main").text
    history = page(client, "history:record", "partnerships.meeting", meeting.pk).text
    assert "Recorded a meeting" in history
    assert "Adopt the action plan." in history


def test_a_later_file_of_minutes_stands_beside_the_earlier(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    meeting = held(board(), by=cast.area_manager_west)
    for name in ("draft.pdf", "signed.pdf"):
        send(client, RECORD, WEST, meeting.pk, changes={"files": [uploads.pdf(name)]})
    shown = page(client, "partnerships:meeting", WEST, meeting.pk).find("main").text
    assert shown.index("signed.pdf") < shown.index("draft.pdf")
    assert "(earlier version)" in shown


def test_only_members_of_the_day_are_asked_for_and_nobody_else_is_recorded(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    left = joins("Jobcentre Plus", body, by=by, start=date(2006, 4, 1), end=date(2006, 12, 31))
    meeting = held(body, day=date(2007, 1, 10), by=by)
    client = signed_in(by)
    asked = page(client, RECORD, WEST, meeting.pk)
    assert "Jobcentre Plus" not in asked.find("main").text
    with pytest.raises(Refused, match="Jobcentre Plus was not a member of this body on 10 January"):
        record(meeting, {left: "present"}, by=by)
    east = board("dp-east")
    stranger = east.memberships.first()
    with pytest.raises(Refused, match="was not a member of this body"):
        record(meeting, {stranger: "present"}, by=by)
    assert not Attendance.objects.filter(meeting=meeting).exists()
    before = held(body, day=date(2006, 12, 31), by=by)
    assert "Jobcentre Plus" in page(client, RECORD, WEST, before.pk).find("main").text


def test_a_membership_keeps_covering_the_meetings_attended(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    member = joins("Jobcentre Plus", body, by=by, start=date(2006, 4, 1))
    meeting = held(body, day=date(2007, 1, 10), by=by)
    record(meeting, {member: "present"}, by=by)
    with pytest.raises(Refused, match="at the meeting of 10 January 2007"):
        end_member(membership=member, end=date(2007, 1, 9), by=by, reason="Left")
    with pytest.raises(Refused, match="at the meeting of 10 January 2007"):
        correct_member(
            membership=member,
            version=member.version,
            values={"start": date(2007, 2, 1)},
            by=by,
            reason="",
        )
    end_member(membership=member, end=date(2007, 1, 10), by=by, reason="Left")


@pytest.mark.parametrize(
    ("needed", "words", "stated", "differ"),
    [(2, "quorate", "no", True), (3, "not quorate", "no", False), (2, "quorate", "yes", False)],
)
def test_the_quorum_of_the_day_is_held_against_who_came(
    cast: Cast, needed: int, words: str, stated: str, differ: bool
) -> None:
    by, body = cast.area_manager_west, board()
    quorum(body, needed, by=by)
    quorum(body, 4, by=by, start=date(2026, 1, 1))
    watching = joins("Jobcentre Plus", body, by=by)
    correct_member(membership=watching, version=1, values={"role": "observer"}, by=by, reason="")
    meeting = held(body, day=date(2007, 1, 10), by=by)
    came = {seat("Education Leeds", body): "present", seat("Leeds Voice", body): "substitute"}
    states = {**came, watching: "present", seat("West Yorkshire Police", body): "absent"}
    record(meeting, states, by=by, quorate=stated == "yes")
    shown = page(signed_in(by), "partnerships:meeting", WEST, meeting.pk).find("main").text
    assert f"The quorum was {needed}: {words}." in shown
    assert ("attendance shows differ" in shown) is differ


def test_a_substitutes_name_needs_a_substitute(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    meeting = held(body, by=cast.area_manager_west)
    police = seat("West Yorkshire Police", body)
    typed = {f"instead_{police.pk}": "Inspector", "decision_0": "Kept."}
    for others in ({}, {"others_present": "on"}):
        response = send(client, RECORD, WEST, meeting.pk, changes={**typed, **others})
        assert "West Yorkshire Police: Somebody who came instead is named" in problems(response)
    assert read(response).find("textarea", {"name": "decision_0"}).text.strip() == "Kept."
    assert not Decision.objects.filter(meeting=meeting).exists()


def test_more_lines_keep_what_was_typed_and_save_nothing(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    meeting = held(body, by=cast.area_manager_west)
    police = seat("West Yorkshire Police", body)
    typed = {f"seat_{police.pk}": "absent", "decision_2": "Third.", "more": "lines"}
    response = send(client, RECORD, WEST, meeting.pk, changes=typed)
    shown = read(response)
    assert response.status_code == 200
    assert len(shown.select("textarea[name^=decision_]")) == 8
    form = filled_in(shown)
    assert form["decision_2"].strip() == "Third."
    assert form[f"seat_{police.pk}"] == ["absent"]
    assert not meeting.attendance.exists()
    address = reverse(RECORD, args=[WEST, meeting.pk])
    assert client.post(address, {**form, "decision_7": "Eighth."}).status_code == 302
    assert [d.text for d in meeting.decisions.all()] == ["Third.", "Eighth."]


def test_the_attendance_can_be_left_out_and_a_record_corrected(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    meeting = held(body, by=cast.area_manager_west)
    typed = {"decision_0": "Do it.", "decision_1": "And that."}
    send(client, RECORD, WEST, meeting.pk, changes=typed)
    assert not meeting.attendance.exists()
    send(client, RECORD, WEST, meeting.pk, changes={"others_present": "on"})
    assert meeting.attendance.count() == 9
    voice = seat("Leeds Voice", body)
    typed = {f"seat_{voice.pk}": "", "decision_0": "", "reason": "Misheard."}
    send(client, RECORD, WEST, meeting.pk, changes=typed)
    assert meeting.attendance.count() == 8
    assert [d.text for d in meeting.decisions.all()] == ["And that."]
    assert "Misheard." in page(client, "history:record", "partnerships.meeting", meeting.pk).text


def test_nobody_is_marked_before_the_recorder_does_it(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    meeting = held(body, by=cast.area_manager_west)
    form = page(client, RECORD, WEST, meeting.pk)
    marked = {radio["value"] for radio in form.select(".app-seat input[checked]")}
    assert marked == {""}
    police, voice = seat("West Yorkshire Police", body), seat("Leeds Voice", body)
    typed = {f"seat_{police.pk}": "present", f"seat_{voice.pk}": "absent"}
    assert send(client, RECORD, WEST, meeting.pk, changes=typed).status_code == 302
    shown = flat(page(client, "partnerships:meeting", WEST, meeting.pk))
    assert "was saved. 7 members not marked: nothing is recorded of them." in shown
    assert "came, of 2 whose attendance is recorded; 7 members not marked." in shown
    report = page(client, "partnerships:attendance").find("table")
    rows = [row.text for row in report.select("tbody tr") if "West Leeds" in row.text]
    assert len(rows) == 2
    assert ["100 %" in row for row in rows if "Police" in row] == [True]


def test_two_recorders_of_one_meeting_meet(cast: Cast) -> None:
    client, body = signed_in(cast.area_manager_west), board()
    meeting = held(body, by=cast.area_manager_west)
    address = reverse(RECORD, args=[WEST, meeting.pk])
    mine, theirs = (filled_in(page(client, RECORD, WEST, meeting.pk)) for _one in range(2))
    client.post(address, {**theirs, "decision_0": "Theirs."})
    response = client.post(address, {**mine, "decision_0": "Mine."})
    assert response.status_code == 409
    assert "Theirs." in read(response).text
    assert "Mine." in read(response).text
    assert Decision.objects.get(meeting=meeting).text == "Theirs."


def test_a_message_is_relayed_on_a_day_after_the_meeting(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    meeting = held(board(), by=cast.area_manager_west)
    record(meeting, {}, by=cast.area_manager_west, messages=[{"text": "Go.", "to_whom": "All"}])
    args = [WEST, meeting.pk, meeting.key_messages.get().pk]
    early = send(client, "partnerships:relay-message", *args, changes=day("relayed_on", 1, 1, 2000))
    assert "before the meeting" in problems(early)
    typed = day("relayed_on", yesterday().day, yesterday().month, yesterday().year)
    send(client, "partnerships:relay-message", *args, changes=typed)
    shown = page(client, "partnerships:meeting", WEST, meeting.pk).find("main").text
    assert "Relayed on" in shown


def test_what_is_exempt_is_for_those_whose_role_shows_it(cast: Cast) -> None:
    by = cast.area_manager_west
    meeting = held(board(), by=by, exempt=True, agenda="Kestrels on the agenda")
    police = seat("West Yorkshire Police", board())
    record(
        meeting,
        {police: "present"},
        by=by,
        decisions=[{"text": "Ring the kestrels.", "reference": ""}],
        uploads=[uploads.pdf()],
    )
    minutes = reverse("partnerships:minutes", args=[WEST, meeting.pk, meeting.minutes.get().pk])
    history = reverse("history:record", args=["partnerships.meeting", meeting.pk])
    for who, reads in (("senior_officer", True), ("scrutiny_member", False)):
        client = signed_in(getattr(cast, who))
        shown = page(client, "partnerships:meeting", WEST, meeting.pk).find("main").text
        assert ("kestrels" in shown.lower()) is reads
        assert "West Yorkshire Police" in shown
        assert (client.get(minutes).status_code == 200) is reads
        assert ("kestrels" in client.get(history).content.decode().lower()) is reads
        assert ("kestrels" in client.get("/history/").content.decode().lower()) is reads
        found = read(client.get("/search/", {"words": "ring kestrels"})).find("main").text
        assert ("Executive group" in found) is reads


def test_a_meeting_to_come_is_not_recorded(cast: Cast) -> None:
    meeting = Meeting(body=board(), day=date(2099, 1, 1))
    with pytest.raises(Refused, match="still to come"):
        held(meeting.body, day=meeting.day, by=cast.area_manager_west)
