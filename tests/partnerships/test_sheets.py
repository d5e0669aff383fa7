"""Does every sheet of a partnership come back as it left, and ask every rule of its rows?"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from govreg.core import clock
from partnerships.models import (
    Attendance,
    Contribution,
    DocumentVersion,
    GovernanceDocument,
    Meeting,
    Risk,
)
from partnerships.services.memberships import correct_member
from partnerships.services.risks import add_risk, close_risk
from partnerships.sheets.every import KINDS
from tests.people import Cast, signed_in

from .board import WEST, board, held, planned, record, west
from .indicator import entered, small_indicator
from .pages import read
from .papers import recorded
from .purse import organisation, pays, pool
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

DAY = date(2007, 9, 5)
TO_COME = clock.today() + timedelta(days=30)
NASTY = "=1+1\n  -2; “x”"


@pytest.fixture
def client(cast: Cast) -> Client:
    """The partnerships officer, and of each kind some records of West."""
    by = cast.partnerships_officer
    body = board()
    met = held(body, by=by, day=DAY, place="@ the Town Hall", agenda=NASTY)
    planned(body, by=by, day=TO_COME, exempt=True, agenda="A contract")
    members = list(body.memberships.order_by("pk")[:2])
    record(met, {members[0]: "present", members[1]: "apologies"}, by=by, quorate=True)
    recorded(by=by, notes=NASTY, body=body)
    recorded(by=by, title="Draft of a protocol", state="draft")
    pays(pool(by=by), "Jobcentre Plus", by=by, planned="1000.10", paid="0.20")
    for title in ("The grant ends", "Closed"):
        judged = {"day": DAY, "likelihood": 2, "impact": 3, "note": NASTY}
        values = {"title": title, "body": body, "review_due": TO_COME, "controls": NASTY}
        risk = add_risk(partnership=west(), values=values, assessment=judged, by=by)
    close_risk(risk=risk, version=risk.version, closed_on=DAY, because="Paid.", by=by)
    entered(small_indicator(by, reference="@ X1"), {("West", "2006-07-q3"): "1200.5"}, by=by)
    return signed_in(by)


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_the_export_is_the_import(client: Client, form: str):
    for kind in KINDS:
        content = taken_out(client, WEST, kind, form)
        rows = len(rows_of(content, form))
        _where, page = previewed(client, WEST, kind, content, f"{kind}.{form}")
        nothing = {"New": 0, "Changed": 0, "As they are": rows, "Refused": 0}
        assert rows > 0, kind
        assert counts(page) == nothing, (kind, words(page))


def refusals(client: Client, kind: str, edit) -> str:
    """Edit a sheet so that rows are refused, and return what is said of them."""
    where, page = edited(client, WEST, kind, edit)
    assert counts(page)["Refused"] > 0, words(page)
    assert client.post(where, {}).status_code == 200
    return words(page)


def imports(client: Client, kind: str, edit) -> str:
    """Edit a sheet, import it and return what the page says that was written."""
    where, page = edited(client, WEST, kind, edit)
    answer = confirmed(client, where, page)
    assert answer.status_code == 302, words(page)

    return words(read(client.get(answer.url)))


def test_risks_are_added_judged_anew_and_closed(client: Client):
    def edit(rows):
        (row,) = [row for row in rows if row["Title"] == "The grant ends"]
        row.update({"Assessed on": "1/10/2007", "Likelihood": "3", "Owner’s post": ""})
        new = {"Title": "New", "Next review due": TO_COME.isoformat(), "Assessed on": "1/10/2007"}
        rows.append({**new, "Likelihood": "1", "Impact": "2"})
        rows.append(
            {**rows[-1], "Title": "Over", "Closed on": "2/10/2007", "Why it was closed": "x"}
        )

    assert "2 rows were added and 1 changed" in imports(client, "risks", edit)
    risk = Risk.objects.get(title="The grant ends")
    assert [a.likelihood for a in risk.assessments.all()] == [3, 2]
    assert Risk.objects.get(title="Over").closed_on == date(2007, 10, 2)


def test_all_that_is_wrong_with_a_line_stands_together_and_can_be_taken_out(client: Client):
    def edit(rows):
        rows.append({"Title": "=New", "Assessed on": "soon", "Likelihood": "much"})

    where, page = edited(client, WEST, "risks", edit)
    (row,) = page.select("div[aria-label='Refused rows'] tbody tr")
    wrong = row.select("td")[-1].select("div")
    assert len(wrong) >= 3
    link = page.find("a", string="Download what is wrong as CSV")
    sent = client.get(where + link["href"])
    (first, *others) = rows_of(sent.content)
    assert first["Line"] == row.th.text
    assert b",=New" not in sent.content
    assert [one["What is wrong"] in row.text for one in (first, *others)] == [True] * len(wrong)
    assert "Likelihood" in {one["Column"] for one in others}


def test_what_a_rule_of_risks_refuses_is_told_by_line(client: Client):
    def edit(rows):
        for row in rows:
            row["Impact"] = "9"
        rows.append({"Title": "New", "Next review due": TO_COME.isoformat()})

    said = refusals(client, "risks", edit)
    assert "Likelihood: Likelihood and impact are judged on a scale of 1 to" in said
    assert "Closed on: This risk was closed on 5 September 2007" in said
    assert "Fill in “Assessed on”, “Likelihood” and “Impact”" in said


def test_contributions_vary_with_a_reason_and_new_ones_are_kept(client: Client):
    def edit(rows):
        rows[0].update(
            {
                "Planned": "£1,200",
                "Date of the variation": "1/5/2007",
                "Reason for the variation": "x",
            }
        )
        rows.append({**rows[0], "Reference": "", "Version": "", "Partner": "Leeds Voice"})
        rows[-1].update({"Planned": "5", "Financial year": "2006-07"})
        rows[-1].update({"Date of the variation": "", "Reason for the variation": ""})

    assert "1 row was added and 1 changed" in imports(client, "contributions", edit)
    kept = Contribution.objects.get(organisation=organisation("Jobcentre Plus"))
    assert kept.planned == Decimal("1200.00")
    assert kept.variations.get().before == Decimal("1000.10")
    assert kept.paid == Decimal("0.20")


def test_what_a_rule_of_contributions_refuses_is_told_by_line(client: Client):
    def edit(rows):
        base = {**rows[0], "Reference": "", "Version": ""}
        rows.append({**base, "Partner": "Leeds Voice", "Paid": "1.005"})
        rows.append({**base, "Partner": "Audit Commission", "Planned": "-1"})
        rows.append({**base, "Paid": "7"})
        rows.append({**base, "Partner": "Leeds Voice", "Financial year": "2006/09"})
        rows.append({**base, "Funding arrangement": "No such pool"})
        rows[0]["Planned"] = "7"

    said = refusals(client, "contributions", edit)
    assert "What Leeds Voice paid has more than two decimal places" in said
    assert "What Audit Commission plans to pay cannot be negative" in said
    assert "What Jobcentre Plus gives in 2006/07 is recorded already" in said
    assert "Financial year: Enter a financial year as 2004/05" in said
    assert "“No such pool” is no funding arrangement of" in said
    assert "Reason for the variation: The planned contribution changes of: Jobcentre Plus." in said
    assert not Contribution.objects.filter(organisation__name="Leeds Voice").exists()


def test_meetings_are_planned_held_and_cancelled(client: Client):
    def edit(rows):
        (row,) = [row for row in rows if row["Date"] == TO_COME.isoformat()]
        row.update({"State": "Cancelled", "Why it was cancelled": "Snow", "Starts at": "7.30pm"})
        rows.append({"Body": board().name, "Date": "3/10/2007", "State": "held"})

    assert "1 row was added and 1 changed" in imports(client, "meetings", edit)
    cancelled = Meeting.objects.get(day=TO_COME)
    assert (cancelled.cancelled_because, f"{cancelled.starts_at:%H:%M}") == ("Snow", "19:30")
    assert Meeting.objects.get(day=date(2007, 10, 3), body=board()).is_held


def test_what_a_rule_of_meetings_refuses_is_told_by_line(client: Client):
    def edit(rows):
        (met,) = [r for r in rows if r["Date"] == DAY.isoformat() and r["Body"] == board().name]
        met["Date"] = "6/9/2007"
        rows.append({"Body": board().name, "Date": TO_COME.isoformat(), "State": "Held"})
        rows.append({"Body": board().name, "Date": "9/9/2007", "State": "Cancelled"})

    said = refusals(client, "meetings", edit)
    assert "The attendance of this meeting is recorded for the members of 5 September" in said
    assert "is still to come, so the meeting was not held yet" in said
    assert "Why it was cancelled: Say why the meeting is cancelled." in said


def test_attendance_is_recorded_and_what_else_a_meeting_holds_stays(client: Client):
    third = board().memberships.order_by("pk")[2]

    def edit(rows):
        (row,) = [row for row in rows if row["Attendance"] == "Apologies"]
        row.update({"Attendance": "Substitute", "Who came instead": "The deputy"})
        rows.append({**row, "Reference": "", "Version": "", "Attendance": "absent"})
        rows[-1].update({"Organisation": third.organisation.name, "Who came instead": ""})
        rows[-1]["Representative’s post"] = third.representative

    assert "1 row was added and 1 changed" in imports(client, "attendance", edit)
    met = Meeting.objects.get(day=DAY, body=board())
    assert sorted(met.attendance.values_list("state", flat=True)) == [
        "absent",
        "present",
        "substitute",
    ]
    assert met.quorate_stated is True


def test_what_a_rule_of_attendance_refuses_is_told_by_line(client: Client, cast: Cast):
    third = board().memberships.order_by("pk")[2]
    correct_member(
        membership=third,
        version=third.version,
        values={"start": date(2008, 1, 1)},
        by=cast.partnerships_officer,
        reason="x",
    )

    def edit(rows):
        base = {**rows[0], "Reference": "", "Version": "", "Representative’s post": ""}
        rows.append({**base, "Organisation": third.organisation.name})
        rows.append({**base, "Date of the meeting": "6/9/2007"})
        rows.append({**rows[0], "Reference": "", "Version": ""})
        rows[0]["Who came instead"] = "Somebody"

    said = refusals(client, "attendance", edit)
    assert "was not a member of this body on 5 September 2007" in said
    assert "on 6 September 2007 is recorded" in said
    assert "is recorded already, or stands on another line" in said
    assert "the member is not marked “Substitute”" in said
    assert not Attendance.objects.filter(substitute="Somebody").exists()


def test_documents_are_described_and_new_ones_have_a_first_version(client: Client):
    def edit(rows):
        rows[0]["Notes"] = "Kept by the clerk"
        rows.append({"Title": "Data protocol", "Kind": "Information sharing protocol"})
        rows[-1].update(
            {"Version of the document": "2", "State": "Agreed", "Agreed on": "1/6/2007"}
        )
        rows[-1]["Agreed by"] = board().name

    assert "1 row was added and 1 changed" in imports(client, "documents", edit)
    version = DocumentVersion.objects.get(document__title="Data protocol")
    assert (version.label, version.state, version.agreed_by) == ("2", "agreed", board())
    assert GovernanceDocument.objects.filter(notes="Kept by the clerk").count() == 1


def test_what_a_rule_of_documents_refuses_is_told_by_line(client: Client):
    def edit(rows):
        rows.append({**rows[0], "Reference": "", "Version": ""})
        rows.append({"Title": "New", "Kind": "Other", "State": "Agreed"})
        rows.append({**rows[-1], "Version of the document": "1"})
        rows[0]["State"] = "Withdrawn"

    said = refusals(client, "documents", edit)
    assert "is already recorded for" in said
    assert "Say what the version is called" in said
    assert "Agreed by: Say which body agreed the version" in said
    assert "The versions of a document that is recorded already are kept on its page" in said


def test_what_is_exempt_leaves_with_those_alone_who_may_read_it(client: Client, cast: Cast):
    assert b"A contract" in taken_out(client, WEST, "meetings")
    for reader in (cast.administrator, cast.scrutiny_member):
        seen = taken_out(signed_in(reader), WEST, "meetings")
        assert b"A contract" not in seen
        assert b"Town Hall" in seen


def test_who_keeps_the_members_but_not_the_entry_imports_no_risks(client: Client, cast: Cast):
    manager = signed_in(cast.area_manager_west)
    for kind in ("risks", "contributions"):
        content = taken_out(manager, WEST, kind)
        assert brought_in(manager, WEST, kind, content).status_code == 403
    for kind in ("members", "meetings", "attendance", "documents"):
        content = taken_out(manager, WEST, kind)
        assert brought_in(manager, WEST, kind, content).status_code == 302


def test_a_file_without_its_headings_is_refused_before_anything_else(client: Client):
    answer = brought_in(client, WEST, "risks", file_of([{"Titel": "x", "Impact": "2"}]))
    assert answer.status_code == 200
    said = words(read(answer))
    assert "Missing: “Title”, “Next review due”. Is “Titel” meant to be “Title”?" in said
