"""Do a partnership's stages follow each other, and does none close with its exit open?"""

import re
from datetime import timedelta

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from govreg.core.ui.words import long_date
from partnerships.models import Organisation, Partnership
from partnerships.rules.lifecycle import NEXT
from partnerships.services.bodies import add_body, describe_body
from partnerships.services.checklists import Answer, answer_checklist
from partnerships.services.funding import add_funding
from partnerships.services.lifecycle import go_on
from partnerships.services.meetings import log_meeting
from partnerships.services.memberships import add_member
from partnerships.services.partnerships import add_partnership
from partnerships.services.risks import add_risk
from tests.people import Cast, signed_in

from .pages import day, page, problems, send
from .yearly import opened, review_in

WEST, CES = "dp-west", "ces"
DAY = timedelta(days=1)
ADDED = {
    "risks": "Add a risk",
    "money": "Add a funding arrangement",
    "hosting-agreements": "Draw up an agreement",
    "partnership-documents": "Record a document",
    "commissioning": "Record a decision",
    "reporting": "Add a reporting line",
    "roles": "Add a role",
    "information-sharing": "Add an obstacle",
    "complaints": "Log a complaint",
    "members": "Add a member",
    "interests": "Record an interest",
}


def partnership(reference: str) -> Partnership:
    return Partnership.objects.get(reference=reference)


def take(reference: str, to: str, cast: Cast, **ending: object) -> Partnership:
    found = partnership(reference)
    return go_on(
        partnership=found,
        version=found.version,
        to=to,
        by=cast.partnerships_officer,
        reason="Decided by the board.",
        **ending,
    )


def test_every_stage_leads_somewhere_and_is_known() -> None:
    assert set(NEXT) == set(Partnership.Status.values)
    assert all(set(following) <= set(NEXT) and following for following in NEXT.values())


@pytest.mark.parametrize("to", ["proposed", "closed", "active"])
def test_a_stage_that_does_not_follow_is_refused(cast: Cast, to: str) -> None:
    with pytest.raises(Refused, match="does not follow"):
        take(WEST, to, cast)


def test_a_partnership_is_closed_when_the_four_questions_are_answered(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    winding = {"to": ["winding-down"], "reason": "Decided by the board."}
    assert send(client, "partnerships:stage", WEST, changes=winding).status_code == 302
    today = clock.today()
    ending = {
        "to": ["closed"],
        "ended_because": "merged",
        **day("ended_on", today.day, today.month, today.year),
        "reason": "Merged by the board.",
    }
    asked = page(client, "partnerships:stage", WEST).text
    assert "these 4 questions are covered" in asked
    assert "covered once its answer says what was done instead" in asked
    refused = send(client, "partnerships:stage", WEST, changes=ending)
    assert "4 questions on the exit arrangements must be covered" in problems(refused)
    checklist = partnership(WEST).checklists.get(question_set__code="exit-arrangements")
    answer_checklist(
        partnership=partnership(WEST),
        code="exit-arrangements",
        edition=1,
        version=checklist.version,
        answers={
            "ceasing": Answer("yes", "On the merger."),
            "membership": Answer("yes", "", "Terms of reference, section 9"),
            "services": Answer("no", "The new partnership takes them on."),
            "finance": Answer("not-applicable", "It never held money."),
        },
        answered_on=today,
        note="",
        by=cast.partnerships_officer,
    )
    assert send(client, "partnerships:stage", WEST, changes=ending).status_code == 302
    shown = " ".join(page(client, "partnerships:partnership", WEST).text.split())
    assert "It was merged into another partnership" in shown
    assert "The partnership is closed." in shown
    closed = partnership(WEST)
    assert (closed.status, closed.ended_because, closed.ended_on) == ("closed", "merged", today)


def test_a_closing_says_why_and_when_and_not_in_the_future(cast: Cast) -> None:
    take(CES, "winding-down", cast)
    with pytest.raises(Refused, match="Say why"):
        take(CES, "closed", cast)
    with pytest.raises(Refused, match="future"):
        take(CES, "closed", cast, ended_because="other", ended_on=clock.today() + timedelta(days=1))
    take(CES, "closed", cast, ended_because="other", ended_on=clock.today())
    back = take(CES, "winding-down", cast)
    assert (back.ended_because, back.ended_on) == ("", None)


def test_a_proposal_that_came_to_nothing_needs_no_exit(cast: Cast) -> None:
    values = {"name": "An idea", "kind": "other", "status": "proposed"}
    add_partnership(reference="idea", values=values, by=cast.partnerships_officer)
    take("idea", "closed", cast, ended_because="not-a-partnership", ended_on=clock.today())
    assert partnership("idea").status == "closed"


def test_the_lead_of_another_partnership_moves_nothing(cast: Cast) -> None:
    found = partnership(WEST)
    with pytest.raises(Refused, match="read this partnership"):
        go_on(
            partnership=found,
            version=found.version,
            to="under-review",
            by=cast.lead_officer,
            reason="No",
        )


def test_a_closed_partnership_says_so_and_takes_nothing_from_after_its_end(cast: Cast) -> None:
    by, client = cast.partnerships_officer, signed_in(cast.partnerships_officer)
    review = review_in(opened(by=by), CES)
    body = add_body(partnership=partnership(CES), values={"name": "Board"}, by=by)
    end = clock.today() - timedelta(days=10)
    take(CES, "winding-down", cast)
    assert "Closed on" not in page(client, "partnerships:members", CES).text
    take(CES, "closed", cast, ended_because="aims-met", ended_on=end)
    said = f"Closed on {long_date(end)}: Its aims were met."
    for name in ("partnership", "members", "risks"):
        assert said in page(client, f"partnerships:{name}", CES).text
    overview = page(client, "partnerships:partnership", CES)
    assert "Nothing of its governance is to be kept up" in overview.text
    assert not overview.find("caption", string=re.compile("Points of governance"))
    assert not overview.find("a", string="Add a member")
    closed, late = partnership(CES), end + timedelta(days=1)
    sentence = f"ended on {long_date(end)}. Only what lies before its end is still recorded here."
    for name, label in ADDED.items():
        shown = page(client, f"partnerships:{name}", CES)
        assert sentence in shown.text, name
        assert not shown.find("a", class_="govuk-button", string=label), name
        assert shown.find("a", string=f"{label}, from before its end"), name
    body.partnership = closed
    seat = {"organisation": Organisation.objects.get(name="Jobcentre Plus")}
    ended = f"ended on {long_date(end)}"
    with pytest.raises(Refused, match=ended):
        add_member(partnership=closed, values={**seat, "start": late}, by=by)
    with pytest.raises(Refused, match=ended):
        log_meeting(body=body, values={"day": late}, by=by)
    judged = {"day": late, "likelihood": 1, "impact": 1, "note": ""}
    values = {"title": "Late", "review_due": late + timedelta(days=90)}
    with pytest.raises(Refused, match=ended):
        add_risk(partnership=closed, values=values, assessment=judged, by=by)
    given = {"name": "A grant", "kind": "pooled", "start": late}
    with pytest.raises(Refused, match=ended):
        add_funding(partnership=closed, values=given, by=by)
    assert log_meeting(body=body, values={"day": end}, by=by).pk
    assert add_member(partnership=closed, values={**seat, "start": end}, by=by).pk
    round_of = page(client, "partnerships:review-round", review.review_round_id)
    assert closed.name not in round_of.find("tbody").text


def test_a_membership_from_after_the_end_is_brought_back_and_not_left_there(cast: Cast) -> None:
    by, today = cast.partnerships_officer, clock.today()
    ces, end = partnership(CES), clock.today() - timedelta(days=10)
    body = add_body(partnership=ces, values={"name": "Board"}, by=by)
    jobcentre = Organisation.objects.get(name="Jobcentre Plus")
    late = add_member(partnership=ces, values={"organisation": jobcentre, "start": today}, by=by)
    of_body = {"organisation": jobcentre, "body": body, "start": end}
    seat = add_member(partnership=ces, values=of_body, by=by)
    ended = {"version": body.version, "values": {"end": end - DAY}, "reports_to": []}
    describe_body(body=body, by=by, reason="It had done its work", **ended)
    take(CES, "winding-down", cast)
    take(CES, "closed", cast, ended_because="aims-met", ended_on=end)
    client = signed_in(by)
    for one, told, back in (
        (late, f"The partnership ended on {long_date(end)}", end),
        (seat, f"Board ended on {long_date(end - DAY)}", end - DAY),
    ):
        kept = {"role": "chair", "reason": "It was mistyped."}
        refused = send(client, "partnerships:correct-member", CES, one.pk, changes=kept)
        assert told in problems(refused)
        kept |= day("start", back.day, back.month, back.year)
        sent = send(client, "partnerships:correct-member", CES, one.pk, changes=kept)
        assert sent.status_code == 302, problems(sent)
        one.refresh_from_db()
        assert (one.start, one.role) == (back, "chair")
