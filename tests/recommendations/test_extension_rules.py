"""Does every verb on an extension answer every state and role with its sentence?"""

from dataclasses import replace
from datetime import date

import pytest

from govreg.core.timescales import understand
from recommendations.rules.extensions import (
    Asked,
    Timetable,
    refusal_of_answer,
    refusal_of_early_meeting,
    refusal_of_meeting,
    refusal_of_new_date,
    refusal_to_ask,
    refusal_to_decide,
    refusal_to_endorse,
    refusal_to_grant,
    refusal_to_withdraw,
)

from .test_rules import OWNER, STRANGER

MARCH, JUNE = date(2008, 3, 31), date(2008, 6, 30)
ONCE = Timetable(due_date=MARCH, granted=0, most=0)
NOBODY = Asked(
    state="requested",
    new_due=JUNE,
    timetable=ONCE,
    review_status="issued",
    recommendation_ended=False,
    action_state="agreed",
    asker=False,
    owner=False,
    may_approve=False,
    may_record_decisions=False,
)
PEOPLE = {
    "asker": replace(NOBODY, asker=True, owner=True),
    "owner": replace(NOBODY, owner=True),
    "senior": replace(NOBODY, may_approve=True),
    "recorder": replace(NOBODY, may_record_decisions=True),
    "reader": NOBODY,
}
VERBS = {
    "endorse": refusal_to_endorse,
    "decide": refusal_to_decide,
    "withdraw": refusal_to_withdraw,
}
#: The one role of each verb; to everybody else it says whose it is.
WHOSE = {
    "endorse": ("senior", "not-senior"),
    "decide": ("recorder", "not-a-recorder"),
    "withdraw": ("asker", "not-the-asker"),
}
OF_STATE = {
    "requested": {"endorse": None, "decide": "not-endorsed", "withdraw": None},
    "endorsed": {"endorse": "already-endorsed", "decide": None, "withdraw": None},
    "declined": dict.fromkeys(VERBS, "declined"),
    "granted": dict.fromkeys(VERBS, "already-granted"),
    "refused": dict.fromkeys(VERBS, "already-refused"),
    "withdrawn": dict.fromkeys(VERBS, "withdrawn"),
}
TABLE = [
    (state, verb, person, code if person == WHOSE[verb][0] else WHOSE[verb][1])
    for state, answers in OF_STATE.items()
    for verb, code in answers.items()
    for person in PEOPLE
]


def code_of(refusal) -> str | None:
    assert refusal is None or refusal.sentence.endswith(".")
    return refusal.code if refusal else None


@pytest.mark.parametrize(("state", "verb", "person", "code"), TABLE)
def test_every_state_answers_every_verb_of_every_role(state, verb, person, code):
    assert code_of(VERBS[verb](replace(PEOPLE[person], state=state))) == code


MOMENTS = [
    ({"review_status": "closed"}, "review-closed"),
    ({"review_status": "discussed"}, "review-not-issued"),
    ({"recommendation_ended": True}, "recommendation-ended"),
    ({"action_state": "claimed"}, "action-claimed"),
    ({"action_state": "closed"}, "action-closed"),
    ({"action_state": "risk-accepted"}, "risk-accepted"),
]


@pytest.mark.parametrize(("facts", "code"), MOMENTS)
def test_what_became_of_the_action_meanwhile_is_said(facts, code):
    assert code_of(refusal_to_endorse(replace(PEOPLE["senior"], **facts))) == code
    endorsed = replace(PEOPLE["recorder"], state="endorsed", **facts)
    assert code_of(refusal_to_decide(endorsed)) == code
    assert refusal_to_withdraw(replace(PEOPLE["asker"], **facts)) is None
    of_action = {"action_state": "state"}
    asked = replace(OWNER, **{of_action.get(name, name): value for name, value in facts.items()})
    assert code_of(refusal_to_ask(asked, ONCE)) == code


@pytest.mark.parametrize(
    ("person", "timetable", "code"),
    [
        (OWNER, {}, None),
        (STRANGER, {}, "not-an-owner"),
        (replace(STRANGER, may_record=True), {}, None),
        (OWNER, {"due_date": None}, "no-due-date"),
        (OWNER, {"is_asked": True}, "already-asked"),
        (OWNER, {"granted": 5}, None),
        (OWNER, {"granted": 1, "most": 2}, None),
        (OWNER, {"granted": 2, "most": 2}, "extended-too-often"),
    ],
)
def test_who_may_ask_when(person, timetable, code):
    assert code_of(refusal_to_ask(person, replace(ONCE, **timetable))) == code


def test_the_limit_is_named():
    often = replace(ONCE, granted=3, most=3)
    assert "3 times at most" in refusal_to_ask(OWNER, often).sentence
    assert "once at most" in refusal_to_ask(OWNER, replace(often, most=1)).sentence


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("June 2008", None),
        ("Summer 2008", None),
        ("1 April 2008", None),
        ("31 March 2008", "not-later"),
        ("February 2008", "not-later"),
        ("ongoing", "no-date-understood"),
        ("from June 2008", "no-date-understood"),
        ("when there is time", "no-date-understood"),
        ("  ", "timescale-missing"),
    ],
)
def test_the_new_timescale_sets_a_later_date(printed, code):
    assert code_of(refusal_of_new_date(understand(printed), due_date=MARCH)) == code


def test_a_senior_officer_does_not_answer_what_they_asked_for():
    own = replace(PEOPLE["senior"], asker=True)
    assert code_of(refusal_to_endorse(own)) == "own-request"


def test_an_owner_endorses_only_where_a_committee_decides_after_them():
    owner = replace(PEOPLE["senior"], owner=True)
    assert refusal_to_endorse(owner) is None
    alone = replace(owner, committee_decides=False)
    assert code_of(refusal_to_endorse(alone)) == "own-action"
    assert refusal_to_endorse(replace(alone, owner=False)) is None


@pytest.mark.parametrize(
    ("timetable", "code"),
    [
        ({}, None),
        ({"due_date": JUNE}, "not-later"),
        ({"due_date": None}, "no-due-date"),
        ({"granted": 1, "most": 1}, "extended-too-often"),
    ],
)
def test_what_is_granted_still_moves_the_date(timetable, code):
    facts = replace(NOBODY, timetable=replace(ONCE, is_asked=True, **timetable))
    assert code_of(refusal_to_grant(facts)) == code


@pytest.mark.parametrize(
    ("committee", "has_body", "day", "code"),
    [
        ("Audit Committee", False, MARCH, None),
        ("", True, MARCH, None),
        (" ", False, MARCH, "committee-missing"),
        ("Audit Committee", True, MARCH, "two-committees"),
        ("Audit Committee", False, JUNE, "meeting-to-come"),
    ],
)
def test_a_decision_is_of_one_committee_that_has_met(committee, has_body, day, code):
    refusal = refusal_of_meeting(committee=committee, has_body=has_body, day=day, on=MARCH)
    assert code_of(refusal) == code


@pytest.mark.parametrize(
    ("meeting_on", "endorsed_on", "told"),
    [
        (date(2008, 3, 9), None, "asked for on 10 March 2008"),
        (date(2008, 3, 10), None, ""),
        (date(2008, 3, 10), date(2008, 3, 12), "endorsed on 12 March 2008"),
        (date(2008, 3, 12), date(2008, 3, 12), ""),
    ],
)
def test_a_committee_decides_what_lay_before_it(meeting_on, endorsed_on, told):
    refusal = refusal_of_early_meeting(
        meeting_on=meeting_on, asked_on=date(2008, 3, 10), endorsed_on=endorsed_on
    )
    assert told in (refusal.sentence if refusal else "")
    assert bool(told) == bool(refusal)


def test_declining_needs_a_reason_and_endorsing_does_not():
    assert code_of(refusal_of_answer(endorsed=False, said=" ")) == "reason-missing"
    assert refusal_of_answer(endorsed=True, said="") is None
