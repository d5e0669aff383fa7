"""Is a decision to commission or decommission kept with the evidence for each question?"""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import CommissioningDecision
from partnerships.queries.commissioning import answered
from partnerships.services.checklists import Answer
from partnerships.services.commissioning import (
    answer_commissioning,
    correct_commissioning,
    record_commissioning,
    withdraw_commissioning,
)
from tests.people import Cast, signed_in

from .board import WEST, board, held, west
from .pages import day, page, problems, read, send

DAY = date(2007, 6, 5)
NEED = "Is there still a need"


def decided(cast: Cast, **values: Any) -> CommissioningDecision:
    given = {
        "body": board(),
        "subject": "Breakfast club",
        "kind": "decommission",
        "day": DAY,
        "outcome": "It ends with the school year.",
        **values,
    }
    return record_commissioning(partnership=west(), values=given, by=cast.partnerships_officer)


def sound() -> dict[str, Answer]:
    keys = ("need", "objectives", "way", "amount", "partners", "alternative")
    return {key: Answer("yes", "Shown by the survey.", "Survey, page 3") for key in keys}


def test_a_decision_is_recorded_answered_and_its_gaps_shown(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    start = page(client, "partnerships:accountability", WEST).find("main").text
    assert "No decision is recorded" in start
    meeting = held(board(), by=cast.partnerships_officer, day=DAY)
    typed = {
        "kind": "decommission",
        "subject": "Breakfast club",
        "body": str(board().pk),
        "meeting": str(meeting.pk),
        "outcome": "It ends with the school year.",
        **day("day", 5, 6, 2007),
    }
    sent = send(client, "partnerships:add-commissioning", WEST, changes=typed)
    assert sent.status_code == 302
    made = CommissioningDecision.objects.get()
    shown = page(client, "partnerships:commissioning-decision", WEST, made.pk).text
    assert "6 of 6 are gaps" in shown
    assert shown.count(NEED) == 1
    answers = {
        "verdict-need": "no",
        "verdict-objectives": "yes",
        "text-objectives": "The plan names it.",
        "evidence-objectives": "Plan, page 4",
    }
    send(client, "partnerships:answer-commissioning", WEST, made.pk, changes=answers)
    shown = page(client, "partnerships:commissioning-decision", WEST, made.pk)
    assert "5 of 6 are gaps" in shown.text
    gaps = shown.find(class_="govuk-inset-text").text
    assert NEED in gaps
    assert "Not sound." in gaps
    assert "serve the objectives" not in gaps
    assert "Plan, page 4" in shown.text
    listed = page(client, "partnerships:commissioning", WEST)
    assert "5 of 6 open" in listed.text
    assert "Accountability" in listed.find(class_="govuk-breadcrumbs").text
    assert "In 1 of them" in page(client, "partnerships:accountability", WEST).text
    history = page(client, "history:record", "partnerships.commissioningdecision", made.pk).text
    assert "Answered the questions on a commissioning decision" in history
    assert "The plan names it." in history


def test_a_yes_without_evidence_is_refused_and_nothing_lost(cast: Cast) -> None:
    made = decided(cast)
    typed = {"verdict-need": "yes", "verdict-way": "no", "text-way": "Another way is cheaper."}
    client = signed_in(cast.partnerships_officer)
    sent = send(client, "partnerships:answer-commissioning", WEST, made.pk, changes=typed)
    assert NEED in problems(sent)
    assert "Another way is cheaper." in read(sent).find("main").text
    assert all(not line.verdict for line in answered(made))


def test_it_is_not_of_another_body_s_meeting_nor_of_a_day_to_come(cast: Cast) -> None:
    by = cast.partnerships_officer
    others = held(board("dp-east"), by=by, day=DAY)
    with pytest.raises(Refused, match="That was not a meeting of"):
        decided(cast, meeting=others)
    with pytest.raises(Refused, match="body of another partnership"):
        decided(cast, body=board("dp-east"))
    own = held(board(), by=by, day=DAY)
    with pytest.raises(Refused, match="That meeting was on 5 June 2007"):
        decided(cast, meeting=own, day=DAY + timedelta(days=1))
    later = clock.today() + timedelta(days=1)
    with pytest.raises(Refused, match="still to come"):
        decided(cast, day=later)
    assert not CommissioningDecision.objects.exists()


def test_who_saves_late_is_shown_what_was_saved_meanwhile(cast: Cast) -> None:
    made, client = decided(cast), signed_in(cast.partnerships_officer)
    where = reverse("partnerships:correct-commissioning", args=[WEST, made.pk])
    values = {"subject": "Breakfast clubs"}
    correct_commissioning(
        decision=made,
        version=made.version,
        values=values,
        by=cast.partnerships_officer,
        reason="There are two.",
    )
    typed = {
        "version": str(made.version),
        "kind": "commission",
        "subject": "Lunch club",
        "body": str(board().pk),
        "meeting": "",
        "outcome": "It begins.",
        "reason": "Misheard.",
        **day("day", 5, 6, 2007),
    }
    shown = read(client.post(where, typed)).find("main").text
    assert "Breakfast clubs" in shown
    assert "Lunch club" in shown
    assert CommissioningDecision.objects.get().subject == "Breakfast clubs"


def test_what_is_withdrawn_stays_with_its_answers_and_changes_no_more(cast: Cast) -> None:
    by, made = cast.partnerships_officer, decided(cast)
    made = answer_commissioning(decision=made, version=made.version, answers=sound(), by=by)
    with pytest.raises(Refused, match="before that"):
        withdraw_commissioning(
            decision=made,
            version=made.version,
            withdrawn_on=DAY - timedelta(days=1),
            because="A slip.",
            by=by,
        )
    client = signed_in(by)
    typed = {"withdrawn_because": "Decided anew.", **day("withdrawn_on", 6, 6, 2007)}
    send(client, "partnerships:withdraw-commissioning", WEST, made.pk, changes=typed)
    shown = page(client, "partnerships:commissioning-decision", WEST, made.pk).text
    assert "Decided anew." in shown
    assert "Every question is answered soundly." in shown
    made = CommissioningDecision.objects.select_related("body__partnership").get()
    with pytest.raises(Refused, match="withdrawn on 6 June 2007"):
        answer_commissioning(decision=made, version=made.version, answers={}, by=by)
    listed = {"standing": "stands"}
    table = page(client, "partnerships:commissioning", WEST, **listed).find("main").find("table")
    assert table is None


def test_what_an_exempt_meeting_decided_is_read_nowhere_by_whoever_may_not(cast: Cast) -> None:
    secret = held(board(), by=cast.partnerships_officer, day=DAY, exempt=True)
    made = decided(cast, meeting=secret, subject="Kestrels project")
    own = [
        reverse("partnerships:commissioning-decision", args=[WEST, made.pk]),
        reverse("history:record", args=["partnerships.commissioningdecision", made.pk]),
    ]
    anywhere = [
        reverse("partnerships:commissioning", args=[WEST]),
        "/history/",
        "/search/?words=kestrels+project",
    ]
    for who, reads in (("senior_officer", True), ("scrutiny_member", False)):
        client = signed_in(getattr(cast, who))
        for address in own:
            assert (client.get(address).status_code == 200) is reads, address
        for address in anywhere:
            found = read(client.get(address)).find("main").text
            assert ("Kestrels project" in found) is reads, address
        start = page(client, "partnerships:accountability", WEST).text
        assert ("1 decision to commission" in start) is reads


def test_the_set_is_asked_of_decisions_no_more_of_the_partnership(cast: Cast) -> None:
    shown = page(signed_in(cast.auditor), "partnerships:checklists", WEST).text
    assert "Before a service is decommissioned" not in shown
