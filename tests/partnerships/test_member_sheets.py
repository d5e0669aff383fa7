"""Can a partnership's members be taken out, edited and brought in again, with nothing lost?"""

from datetime import date

import pytest
from django.urls import reverse

from govreg.core.history.models import ChangeSet
from govreg.core.transfer import importing
from govreg.core.transfer.models import UploadedTable
from partnerships.models import Membership
from partnerships.services.memberships import correct_member
from tests.people import Cast, signed_in

from .board import WEST, board, held, record, west
from .pages import read
from .sheet_files import (
    brought_in,
    confirmed,
    counts,
    edited,
    file_of,
    previewed,
    rows_of,
    taken_out,
    words,
)

FORMATS = ("csv", "xlsx", "ods")
NASTY = "=HYPERLINK(“x”), Ünï  two\nlines; 'quoted"


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_taken_out_and_brought_in_changes_nothing(cast: Cast, form: str):
    client = signed_in(cast.area_manager_west)
    member = Membership.objects.filter(partnership=west()).first()
    values = {
        "representative": NASTY.replace("\n", " "),
        "start": date(2005, 4, 1),
        "voting": False,
    }
    correct_member(
        membership=member,
        version=member.version,
        values=values,
        by=cast.area_manager_west,
        reason="x",
    )
    content = taken_out(client, WEST, "members", form)
    _where, page = previewed(client, WEST, "members", content, f"members.{form}")
    everyone = Membership.objects.filter(partnership=west()).count()
    assert counts(page) == {"New": 0, "Changed": 0, "As they are": everyone, "Refused": 0}
    assert "there is nothing to change" in words(page)


@pytest.mark.parametrize("form", FORMATS)
def test_a_corrected_list_is_shown_and_then_written_in_one_change_set(cast: Cast, form: str):
    client = signed_in(cast.area_manager_west)
    before = {m.pk: m.version for m in Membership.objects.filter(partnership=west())}

    def edit(rows):
        rows[0].update({"Role": "Observer", "Member from": "5/9/2007"})
        rows.append({"Organisation": "Audit Commission", "Body": board().name, "Votes": "yes"})

    where, page = edited(client, WEST, "members", edit, form)
    shown = counts(page)
    assert (shown["New"], shown["Changed"], shown["Refused"]) == (1, 1, 0)
    assert "Member → to Observer" in words(page)
    assert "5 September 2007" in words(page)
    assert {m.pk: m.version for m in Membership.objects.filter(partnership=west())} == before
    answer = confirmed(client, where, page)
    assert answer.status_code == 302
    told = words(read(client.get(answer.url)))
    assert "1 row was added and 1 changed" in told
    assert "Audit Commission" in told
    (written,) = ChangeSet.objects.filter(verb="Imported members")
    assert written.by == cast.area_manager_west
    assert sorted(written.rows.values_list("kind", flat=True)) == ["+", "~"]
    assert not UploadedTable.objects.exists()
    added = Membership.objects.filter(partnership=west()).exclude(pk__in=before).get()
    assert (added.voting, added.role, added.body) == (True, "member", board())


def test_every_error_is_told_by_line_and_nothing_is_written(cast: Cast):
    client = signed_in(cast.area_manager_west)
    body = board().name
    before = Membership.objects.count()
    rows = [
        {"Organisation": "Audit Commission", "Body": body, "Member from": "31/2/2007"},
        {"Organisation": "", "Body": body},
        {"Organisation": "Audit Commission", "Body": "No such group"},
        {"Organisation": "Audit Commission", "Body": body, "Role": "King"},
        {"Organisation": "Audit Commission", "Member from": "2/2/2007", "Member until": "1/2/2007"},
        {"Organisation": "Jobcentre Plus", "Representative’s post": "A post", "Votes": "perhaps"},
        {"Organisation": "Audit Commission", "Body": body, "Reference": "999999"},
        {"Organisation": "Audit Commission", "Body": body, "Member from": "1/1/2007"},
        {"Organisation": "Audit Commission", "Body": body, "Member from": "1/6/2007"},
    ]
    head = ["Reference", "Organisation", "Body", "Representative’s post", "Role", "Votes"]
    content = file_of(rows, headings=[*head, "Member from", "Member until", "My notes"])
    where, page = previewed(client, WEST, "members", content)
    lines = {
        int(row.th.text): " ".join(row.get_text(" ").split())
        for row in page.find(attrs={"aria-label": "Refused rows"}).tbody.find_all("tr")
    }
    assert set(lines) == {2, 3, 4, 5, 6, 7, 8, 10}
    assert "Member from: “31/2/2007” is no date" in lines[2]
    assert "Organisation: “Organisation” must be filled in" in lines[3]
    assert "Body: “No such group” is no body of" in lines[4]
    assert "Role: “King” is none of what “Role” may be: Chair, Vice-chair" in lines[5]
    assert "Member until: The last day cannot be before the first day." in lines[6]
    assert "Votes: “perhaps” is neither Yes nor No" in lines[7]
    assert "Reference: The reference 999999 is that of no member here" in lines[8]
    assert "Line 9 has the same seat for part of that time" in lines[10]
    assert "no column of the sheet has this heading: My notes" in words(page)
    assert "Import all of these" not in words(page)
    assert client.post(where, {"seen": "x"}).status_code == 200
    assert Membership.objects.count() == before


def test_one_bad_row_keeps_the_good_ones_out(cast: Cast):
    client = signed_in(cast.area_manager_west)
    before = Membership.objects.count()
    rows = [
        {"Organisation": "Audit Commission"},
        {"Organisation": "Audit Commission", "Role": "King"},
    ]
    where, page = previewed(
        client, WEST, "members", file_of(rows, headings=["Organisation", "Role"])
    )
    assert counts(page)["New"] == 1
    import_anyway = client.post(where, {"seen": page_digest(page)})
    assert import_anyway.status_code == 200
    assert "Nothing was imported" in words(read(import_anyway))
    assert Membership.objects.count() == before


def test_two_new_rows_of_one_seat_name_each_other(cast: Cast):
    rows = [
        {"Organisation": "Audit Commission", "Member from": "1/4/2007"},
        {"Organisation": "Audit Commission", "Member from": "1/9/2007"},
    ]
    client = signed_in(cast.area_manager_west)
    content = file_of(rows, headings=["Organisation", "Member from"])
    _where, page = previewed(client, WEST, "members", content)
    assert counts(page)["Refused"] == 1
    assert "3 Audit Commission" in words(page)
    assert "Line 2 has the same seat for part of that time." in words(page)


def test_rows_of_different_portions_are_judged_together(cast: Cast, monkeypatch):
    """One seat is handed over by two rows in either order, and two others overlap."""
    monkeypatch.setattr(importing, "PORTION", 1)
    client = signed_in(cast.area_manager_west)
    seat = {"Organisation": "Audit Commission", "Member from": "1/4/2007"}
    where, page = previewed(client, WEST, "members", file_of([seat], headings=list(seat)))
    assert confirmed(client, where, page).status_code == 302
    rows = rows_of(taken_out(client, WEST, "members"))
    (kept,) = (row for row in rows if row["Organisation"] == "Audit Commission")
    ended = {**kept, "Member until": "31/8/2007"}
    new = {**dict.fromkeys(kept, ""), "Organisation": "Audit Commission"}
    successor, late = {**new, "Member from": "1/9/2007"}, {**new, "Member from": "1/10/2007"}
    content = file_of([successor, ended], headings=list(kept))
    where, page = previewed(client, WEST, "members", content)
    shown = counts(page)
    assert (shown["New"], shown["Changed"], shown["Refused"]) == (1, 1, 0)
    content = file_of([successor, ended, late], headings=list(kept))
    where, page = previewed(client, WEST, "members", content)
    assert counts(page)["Refused"] == 1
    assert "Line 2 has the same seat" in words(page)


def page_digest(page) -> str:
    field = page.find("input", attrs={"name": "seen"})
    return field["value"] if field else ""


def test_what_somebody_changed_since_is_a_conflict_of_its_line(cast: Cast):
    client = signed_in(cast.area_manager_west)
    rows = rows_of(taken_out(client, WEST, "members"))
    one = Membership.objects.get(pk=int(rows[0]["Reference"]))
    correct_member(
        membership=one,
        version=one.version,
        values={"voting": True},
        by=cast.partnerships_officer,
        reason="x",
    )
    rows[0]["Role"] = "Observer"
    _where, page = previewed(client, WEST, "members", file_of(rows))
    assert counts(page)["Refused"] == 1
    assert "Somebody changed this in the register after the file was downloaded" in words(page)
    one.refresh_from_db()
    assert (one.role, one.voting) == ("member", True)


def test_what_changes_between_preview_and_import_stops_the_import(cast: Cast):
    client = signed_in(cast.area_manager_west)
    where, page = edited(client, WEST, "members", lambda rows: rows[0].update(Role="Observer"))
    one = Membership.objects.get(
        pk=int(rows_of(taken_out(client, WEST, "members"))[0]["Reference"])
    )
    correct_member(
        membership=one,
        version=one.version,
        values={"voting": True},
        by=cast.partnerships_officer,
        reason="x",
    )
    answer = confirmed(client, where, page)
    assert answer.status_code == 200
    assert "Nothing was imported: the register changed" in words(read(answer))
    one.refresh_from_db()
    assert (one.role, one.voting) == ("member", True)


def test_a_row_left_out_stays_and_an_end_date_ends(cast: Cast):
    client = signed_in(cast.area_manager_west)
    before = Membership.objects.filter(partnership=west()).count()

    def edit(rows):
        rows[0]["Member until"] = "31 March 2008"
        del rows[1:]

    where, page = edited(client, WEST, "members", edit)
    assert counts(page) == {"New": 0, "Changed": 1, "As they are": 0, "Refused": 0}
    confirmed(client, where, page)
    assert Membership.objects.filter(partnership=west()).count() == before
    assert Membership.objects.filter(partnership=west(), end=date(2008, 3, 31)).count() == 1


def test_recorded_attendance_holds_a_membership(cast: Cast):
    body, by = board(), cast.area_manager_west
    seat = body.memberships.order_by("organisation__name").first()
    record(held(body, by=by, day=date(2007, 9, 5)), {seat: "present"}, by=by)

    def edit(rows):
        (row,) = [row for row in rows if row["Reference"] == str(seat.pk)]
        row["Member until"] = "1/1/2007"

    _where, page = edited(signed_in(by), WEST, "members", edit)
    assert "Attendance is recorded for this member at the meeting of 5 September 2007" in words(
        page
    )


def test_a_preview_is_its_uploaders_alone(cast: Cast):
    where, _page = edited(
        signed_in(cast.area_manager_west),
        WEST,
        "members",
        lambda rows: rows[0].update(Role="Observer"),
    )
    officer = signed_in(cast.partnerships_officer)
    assert officer.get(where).status_code == 404
    assert officer.post(where, {}).status_code == 404
    other = where.replace(WEST, "dp-south")
    assert signed_in(cast.partnerships_officer).get(other).status_code == 404


def test_who_keeps_no_members_brings_none_in(cast: Cast):
    auditor = signed_in(cast.auditor)
    content = taken_out(auditor, WEST, "members")
    assert brought_in(auditor, WEST, "members", content).status_code == 403
    east = signed_in(cast.area_manager_east)
    assert east.get(reverse("partnerships:spreadsheets", args=[WEST])).status_code == 404
    assert brought_in(east, WEST, "members", content).status_code == 404
    assert not UploadedTable.objects.exists()
