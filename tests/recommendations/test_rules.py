"""Does every verb on an action answer every state and person with its sentence?"""

from dataclasses import replace

import pytest

from recommendations.rules.claims import refusal_of_evidence, refusal_to_claim
from recommendations.rules.closure import refusal_to_reopen, refusal_to_verify, state_after
from recommendations.rules.placing import refusal_to_place
from recommendations.rules.progress import refusal_of_content, refusal_to_record
from recommendations.rules.risk_acceptance import refusal_to_accept_risk
from recommendations.rules.situation import Situation

OWNER = Situation(
    review_status="issued",
    recommendation_ended=False,
    state="agreed",
    owner=True,
    had_a_part=True,
    claimant=False,
    author=False,
    submitted_updates=1,
    evidence=1,
    may_record=False,
    may_verify=False,
    may_accept_risk=False,
    may_write=False,
)
AUDITOR = replace(OWNER, owner=False, had_a_part=False, may_verify=True)
SENIOR = replace(OWNER, owner=False, had_a_part=False, may_accept_risk=True)
STRANGER = replace(OWNER, owner=False, had_a_part=False)
VERBS = {
    "record": refusal_to_record,
    "claim": refusal_to_claim,
    "verify": refusal_to_verify,
    "reopen": refusal_to_reopen,
    "accept risk": refusal_to_accept_risk,
}
TABLE = [
    ("record", OWNER, {}, None),
    ("record", STRANGER, {}, "not-an-owner"),
    ("record", STRANGER, {"may_record": True}, None),
    ("record", OWNER, {"state": "claimed"}, "already-claimed"),
    ("record", OWNER, {"state": "closed"}, "already-closed"),
    ("record", OWNER, {"state": "risk-accepted"}, "risk-accepted"),
    ("record", OWNER, {"review_status": "discussed"}, "review-not-issued"),
    ("record", OWNER, {"review_status": "closed"}, "review-not-issued"),
    ("record", OWNER, {"recommendation_ended": True}, "recommendation-ended"),
    ("claim", OWNER, {}, None),
    ("claim", STRANGER, {}, "not-an-owner"),
    ("claim", OWNER, {"submitted_updates": 0}, "no-progress"),
    ("claim", OWNER, {"state": "claimed"}, "already-claimed"),
    ("verify", AUDITOR, {"state": "claimed"}, None),
    ("verify", AUDITOR, {}, "nothing-claimed"),
    ("verify", AUDITOR, {"state": "closed"}, "nothing-claimed"),
    ("verify", OWNER, {"state": "claimed"}, "not-an-auditor"),
    ("verify", AUDITOR, {"state": "claimed", "owner": True}, "own-action"),
    ("verify", AUDITOR, {"state": "claimed", "had_a_part": True}, "own-action"),
    ("verify", AUDITOR, {"state": "claimed", "recommendation_ended": True}, "recommendation-ended"),
    ("verify", AUDITOR, {"state": "claimed", "review_status": "closed"}, "review-closed"),
    ("reopen", AUDITOR, {"state": "closed", "recommendation_ended": True}, "recommendation-ended"),
    ("accept risk", SENIOR, {"had_a_part": True}, "own-action"),
    ("verify", AUDITOR, {"state": "claimed", "claimant": True}, "own-claim"),
    ("verify", AUDITOR, {"state": "claimed", "author": True}, "own-updates"),
    ("reopen", AUDITOR, {"state": "closed"}, None),
    ("reopen", AUDITOR, {"state": "risk-accepted"}, None),
    ("reopen", AUDITOR, {}, "not-ended"),
    ("reopen", OWNER, {"state": "closed"}, "not-an-auditor"),
    ("reopen", AUDITOR, {"state": "closed", "review_status": "closed"}, "review-closed"),
    ("accept risk", SENIOR, {}, None),
    ("accept risk", SENIOR, {"owner": True}, "own-action"),
    ("accept risk", SENIOR, {"state": "claimed"}, "already-claimed"),
    ("accept risk", AUDITOR, {}, "not-senior"),
]


@pytest.mark.parametrize(("verb", "person", "facts", "code"), TABLE)
def test_the_table(verb, person, facts, code):
    refusal = VERBS[verb](replace(person, **facts))
    assert (refusal.code if refusal else None) == code
    assert refusal is None or refusal.sentence.endswith(".")


@pytest.mark.parametrize(
    ("result", "state"),
    [
        ("implemented", "closed"),
        ("partly", "agreed"),
        ("not-implemented", "agreed"),
        ("not-tested", "claimed"),
    ],
)
def test_a_verification_leads_to_its_state(result, state):
    assert state_after(result, by_committee=False) == state


@pytest.mark.parametrize(
    ("rating", "reason", "narrative", "code"),
    [
        ("on-track", "", "Done", None),
        ("complete", "", "Done", None),
        ("late", "", "Done", "reason-missing"),
        ("at-risk", " ", "Done", "reason-missing"),
        ("not-started", "", "Nothing", "reason-missing"),
        ("late", "No staff", "Done", None),
        ("on-track", "", " ", "nothing-said"),
    ],
)
def test_an_update_says_what_was_done_and_why_it_is_not_as_planned(rating, reason, narrative, code):
    refusal = refusal_of_content(rating=rating, reason=reason, narrative=narrative)
    assert (refusal.code if refusal else None) == code


def test_a_claim_needs_evidence_here_or_earlier():
    assert refusal_of_evidence(already=0, with_claim=0).code == "no-evidence"
    assert refusal_of_evidence(already=1, with_claim=0) is None
    assert refusal_of_evidence(already=0, with_claim=1) is None


def test_a_recommendation_needs_a_section_to_arise_in():
    assert refusal_to_place(sections=0).code == "no-section"
    assert refusal_to_place(sections=1) is None
