"""Does a private link show its owner's meetings to a calendar program, and can it be ended?"""

import hashlib
import logging
import re
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from govreg.core import clock
from govreg.core.accounts.services.users import deactivate_user
from partnerships.models import CalendarLink, Meeting
from partnerships.services.calendars import make_link
from partnerships.services.meetings import cancel_meeting, change_meeting, plan_meetings
from tests.people import Cast, signed_in

from .board import board, held, planned
from .pages import page, problems, read, send

SUMMER, WINTER = date(2030, 7, 3), date(2030, 12, 4)


def unfolded(text: str) -> list[str]:
    """Return the lines of a calendar as RFC 5545 says to read them."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    raw = text.split("\r\n")[:-1]
    assert max(len(line.encode()) for line in raw) <= 75
    lines: list[str] = []
    for line in raw:
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def unescaped(value: str) -> str:
    """Return the text that an escaped value stands for."""
    bare = re.sub(r"\\.", "", value)
    assert not re.search(r"[,;\\]", bare), value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def events(text: str) -> list[dict[str, str]]:
    """Return each event's properties by name, its parameters kept with the name."""
    lines = unfolded(text)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    found: list[dict[str, str]] = []
    for line in lines[1:-1]:
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line != "END:VEVENT":
            assert name not in found[-1], name
            found[-1][name] = value
    needed = {"UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "STATUS"}
    assert all(needed <= set(event) for event in found)
    return found


def fetched(token: str) -> str:
    response = Client().get(reverse("partnerships:calendar", args=[token]))
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    return response.content.decode()


def test_the_link_is_shown_once_and_only_its_digest_is_kept(cast: Cast, caplog) -> None:
    client = signed_in(cast.area_manager_west)
    shown = read(send(client, "partnerships:calendars", changes={"body": str(board().pk)}))
    address = shown.find(id="calendar-address").text
    token = address.rsplit("/", 1)[1].removesuffix(".ics")
    link = CalendarLink.objects.get(user=cast.area_manager_west)
    assert len(token) >= 43
    assert link.token_digest == hashlib.sha256(token.encode()).hexdigest()
    again = page(client, "partnerships:calendars")
    assert token not in str(again)
    assert "Calendar of Executive group" in again.text
    with caplog.at_level(logging.INFO):
        fetched(token)
    assert caplog.messages
    assert token not in caplog.text


def test_local_times_leave_as_utc_and_days_as_days(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    planned(body, day=SUMMER, starts_at=time(18), ends_at=time(20, 30), by=by)
    planned(body, day=WINTER, starts_at=time(18), by=by)
    planned(body, day=date(2031, 1, 8), by=by)
    _link, token = make_link(user=by)
    summer, winter, whole_day = events(fetched(token))
    assert (summer["DTSTART"], summer["DTEND"]) == ("20300703T170000Z", "20300703T193000Z")
    assert (winter["DTSTART"], winter["DURATION"]) == ("20301204T180000Z", "PT1H")
    assert whole_day["DTSTART;VALUE=DATE"] == "20310108"
    assert summer["URL"].startswith("http://testserver/partnerships/dp-west/meetings/")


def test_long_and_marked_texts_survive(cast: Cast) -> None:
    place = "Hall; room 2, \\ “Kirkstall” – " + "très long é" * 15
    planned(board(), day=SUMMER, place=place, by=cast.area_manager_west)
    _link, token = make_link(user=cast.area_manager_west)
    (event,) = events(fetched(token))
    assert unescaped(event["LOCATION"]) == place


def test_a_change_keeps_the_uid_and_raises_the_sequence(cast: Cast) -> None:
    by = cast.area_manager_west
    meeting = planned(board(), day=SUMMER, by=by)
    _link, token = make_link(user=by)
    (first,) = events(fetched(token))
    change_meeting(meeting=meeting, version=1, values={"day": WINTER}, by=by)
    (moved,) = events(fetched(token))
    assert moved["UID"] == first["UID"]
    assert int(moved["SEQUENCE"]) > int(first["SEQUENCE"])
    assert moved["DTSTAMP"] >= first["DTSTAMP"]
    cancel_meeting(meeting=meeting, because="Snow.", by=by)
    (gone,) = events(fetched(token))
    assert (first["STATUS"], gone["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert int(gone["SEQUENCE"]) > int(moved["SEQUENCE"])
    assert "Snow" not in fetched(token)


def test_a_link_shows_what_its_owner_may_see_and_one_body_where_asked(cast: Cast) -> None:
    west, east = board(), board("dp-east")
    for body in (west, east):
        planned(body, day=SUMMER, by=cast.partnerships_officer)
    for who, body, seen in (
        (cast.area_manager_west, None, {west.partnership.name}),
        (cast.area_manager_east, None, {east.partnership.name}),
        (cast.area_manager_east, west, set()),
        (cast.auditor, west, {west.partnership.name}),
        (cast.owner, None, set()),
    ):
        _link, token = make_link(user=who, body=body)
        told = {unescaped(event["DESCRIPTION"]) for event in events(fetched(token))}
        assert told == {f"Meeting of the body, {name}" for name in seen}


def test_what_is_exempt_is_in_no_calendar(cast: Cast) -> None:
    meeting = planned(
        board(), day=SUMMER, agenda="Kestrels", exempt=True, by=cast.area_manager_west
    )
    _link, token = make_link(user=cast.area_manager_west)
    assert "Kestrel" not in fetched(token)
    assert str(meeting.calendar_key) in fetched(token)


def test_a_revoked_link_and_one_of_somebody_who_left_lead_nowhere(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    link, token = make_link(user=cast.area_manager_west)
    _other, of_east = make_link(user=cast.area_manager_east)
    assert events(fetched(token)) == []
    send(client, "partnerships:revoke-calendar", link.pk)
    assert Client().get(reverse("partnerships:calendar", args=[token])).status_code == 404
    assert client.get(reverse("partnerships:calendar", args=["x" * 43])).status_code == 404
    fetched(of_east)
    deactivate_user(user=cast.area_manager_east, by=cast.administrator, reason="Left")
    assert Client().get(reverse("partnerships:calendar", args=[of_east])).status_code == 404
    address = reverse("partnerships:revoke-calendar", args=[link.pk])
    assert client.get(address).status_code == 403
    assert signed_in(cast.auditor).get(address).status_code == 404


def test_nobody_has_links_without_number(cast: Cast) -> None:
    for _number in range(20):
        make_link(user=cast.auditor)
    response = send(signed_in(cast.auditor), "partnerships:calendars")
    assert "Revoke one first" in problems(response)


@pytest.mark.parametrize("old", [True, False])
def test_a_calendar_holds_a_year_back_and_everything_to_come(cast: Cast, old: bool) -> None:
    day = clock.today() - timedelta(days=400 if old else 300)
    held(board(), day=day, by=cast.area_manager_west)
    _link, token = make_link(user=cast.area_manager_west)
    assert len(events(fetched(token))) == (0 if old else 1)


def test_a_calendar_costs_the_same_however_full(cast: Cast) -> None:
    by, body = cast.area_manager_west, board()
    _link, token = make_link(user=by)
    costs = []
    for months in (range(1, 3), range(3, 13)):
        several = [{"day": date(2030, month, 1)} for month in months]
        plan_meetings(body=body, several=several, by=by)
        with CaptureQueriesContext(connection) as captured:
            fetched(token)
        costs.append(len(captured))
    assert Meeting.objects.filter(body=body).count() == 12
    assert costs[0] == costs[1] < 8
