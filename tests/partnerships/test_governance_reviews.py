"""Is each partnership reviewed once a year, rated, and left as it was once it is signed off?"""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from partnerships.models import Partnership, PartnershipReview, RemedialAction
from partnerships.queries.governance_reviews import answers_of
from partnerships.queries.health import State, health_of
from partnerships.services.checklists import Answer
from partnerships.services.governance_reviews import answer_review, finish_action, sign_off_review
from partnerships.services.membership_reviews import record_membership_review
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, read, send
from .yearly import (
    NEXT_YEAR,
    a_second_officer,
    an_owner,
    answered,
    answers,
    judged,
    on_a_day,
    opened,
    review_in,
    signed,
    words,
)

WEST, TRUST = "dp-west", "children-leeds"
PAGE, ANSWER = "partnerships:governance-review", "partnerships:answer-governance-review"
SIGN_OFF = "partnerships:sign-off-governance-review"


@pytest.fixture
def west(cast: Cast) -> PartnershipReview:
    return review_in(opened(by=cast.partnerships_officer), WEST)


def typed(**changes) -> dict:
    """Return what a reviewer types on the proforma."""
    told = {name: value for name, value in answers().items() if name != "reviewed_on"}
    told["reviewer"] = str(told["reviewer"].pk)
    for key, answer in judged().items():
        told |= {
            f"verdict-{key}": answer.verdict,
            f"text-{key}": answer.text,
            f"evidence-{key}": answer.evidence,
        }
    return {**told, **day("reviewed_on", 1, 2, 2007), **changes}


def test_the_proforma_is_answered_in_parts_and_signed_off(
    cast: Cast, west: PartnershipReview
) -> None:
    client = signed_in(cast.partnerships_officer)
    form = words(page(client, ANSWER, WEST, west.pk))
    assert "Exit arrangements: missing. 4 of 4 not covered." in form
    assert "No purpose is recorded." in form or "Its purpose is recorded." in form
    part = typed(
        **{"verdict-performance": "", "text-performance": "", "rating": "", "rating_reason": ""}
    )
    assert send(client, ANSWER, WEST, west.pk, changes=part).status_code == 302
    assert review_in(west.review_round, WEST).state == "to-answer"
    shown = page(client, PAGE, WEST, west.pk)
    assert "judge performance against aims, give the assurance rating" in words(shown)
    assert not shown.find("a", string="Sign off")
    whole = typed(
        action_new1_text="Set a budget", action_new1_owner=str(an_owner().pk), reason=""
    ) | day("action_new1_due", 1, 6, 2007)
    assert send(client, ANSWER, WEST, west.pk, changes=whole).status_code == 302
    assert review_in(west.review_round, WEST).state == "answered"
    shown = words(page(client, PAGE, WEST, west.pk))
    assert "You took part in answering this review, so somebody else signs it off" in shown
    assert client.get(reverse(SIGN_OFF, args=[WEST, west.pk])).status_code == 403
    client = signed_in(a_second_officer())
    last = words(page(client, SIGN_OFF, WEST, west.pk))
    assert "The rating “Moderate” counts in the summary" in last
    assert "This cannot be taken back" in last
    assert send(client, SIGN_OFF, WEST, west.pk).status_code == 302
    shown = words(page(client, PAGE, WEST, west.pk))
    assert "Signed off" in shown
    assert "Moderate, no earlier rating" in shown
    assert "Set a budget Area Manager (West) 1 June 2007 Record as done" in shown
    history = words(page(client, "history:record", "partnerships.partnershipreview", west.pk))
    assert "Signed off a yearly review" in history
    assert "Set a budget" in history


def test_what_is_typed_wrongly_is_told_beside_it_and_not_lost(
    cast: Cast, west: PartnershipReview
) -> None:
    client = signed_in(cast.partnerships_officer)
    wrong = typed(action_new2_text="Train the chair", action_new1_text="Set a budget")
    wrong |= day("action_new1_due", 31, 1, 2007)
    sent = send(client, ANSWER, WEST, west.pk, changes=wrong)
    said = problems(sent)
    assert "“Set a budget” is to be done by 31 January 2007, which is before the review" in said
    assert "Choose the post that owns remedial action 2" in said
    assert "Give the date by which remedial action 2 is to be done" in said
    assert filled_in(read(sent))["action_new2_text"] == "Train the chair"
    late = typed(**day("reviewed_on", 1, 2, 2090))
    assert "cannot be in the future" in problems(send(client, ANSWER, WEST, west.pk, changes=late))


def test_two_reviewers_meet_and_a_change_of_what_was_answered_has_a_reason(
    cast: Cast, west: PartnershipReview
) -> None:
    client = signed_in(cast.partnerships_officer)
    stale = filled_in(page(client, ANSWER, WEST, west.pk))
    answered(west, "Set a budget", by=cast.partnerships_officer)
    where = f"/partnerships/{WEST}/governance-reviews/{west.pk}/answer/"
    met = client.post(where, {**stale, **typed(**{"text-finance": "Another text."})})
    assert met.status_code == 409
    assert "No budget was set." in met.text
    assert "Another text." in met.text
    now = filled_in(page(client, ANSWER, WEST, west.pk))
    row = RemedialAction.objects.get(review=west)
    change_of = {f"action_{row.pk}_text": "", f"action_{row.pk}_owner": ""}
    change_of |= day(f"action_{row.pk}_due", "", "", "")
    refused = client.post(where, {**now, **change_of, "reason": ""})
    assert "reason for the change" in problems(refused)
    kept = client.post(where, {**now, **change_of, "reason": "It was done."})
    assert kept.status_code == 302
    assert not RemedialAction.objects.filter(review=west).exists()


def test_a_part_is_saved_without_what_shows_it_and_asked_for_at_the_sign_off(
    cast: Cast, west: PartnershipReview
) -> None:
    client = signed_in(cast.partnerships_officer)
    asked = words(page(client, ANSWER, WEST, west.pk))
    assert "Assurance rating (needed for sign-off)" in asked
    assert "What shows it: financial health (needed for sign-off)" in asked
    assert "Document and place in it: financial health (optional)" in asked
    part = typed(**{"text-finance": "", "rating_reason": ""})
    assert send(client, ANSWER, WEST, west.pk, changes=part).status_code == 302
    lacks = words(page(client, PAGE, WEST, west.pk))
    assert "say what shows the judgement of financial health" in lacks
    assert "give the reason for the assurance rating" in lacks


@pytest.mark.parametrize(
    ("change_of", "said"),
    [
        ({"areas": {"finance": Answer("no")}}, "say what shows the judgement of financial"),
        ({"rating_reason": ""}, "give the reason for the assurance rating"),
        ({"areas": {"governance": Answer()}}, "judge governance arrangements"),
        ({"rating": ""}, "give the assurance rating"),
        ({"significance": ""}, "confirm the significance"),
        ({"reviewer": None, "reviewed_on": None}, "name the reviewer’s post, give the date"),
    ],
)
def test_what_is_not_answered_is_not_signed_off(
    cast: Cast, west: PartnershipReview, change_of: dict, said: str
) -> None:
    with pytest.raises(Refused, match=f"cannot be signed off yet. Still to do: {said}"):
        signed(west, by=cast.partnerships_officer, **change_of)


def test_a_signature_writes_the_confirmed_significance_to_the_partnership(
    cast: Cast, west: PartnershipReview
) -> None:
    by, client = cast.partnerships_officer, signed_in(a_second_officer())
    answered(west, by=by, significance="limited")
    told = words(page(client, SIGN_OFF, WEST, west.pk))
    assert "“Limited” is written to the partnership’s particulars, where none was judged" in told
    assert send(client, SIGN_OFF, WEST, west.pk).status_code == 302
    west = review_in(west.review_round, WEST)
    found = west.partnership
    assert found.significance == "limited"
    assert found.significance_approved_by == "Area Manager (West)"
    assert found.significance_on == west.signed_off_on
    assert found.significance_reason == "Confirmed in the yearly review 2006/07."
    assert _standing("significance") == State.MET
    later = answered(review_in(opened(by=by, year=NEXT_YEAR), WEST), by=by, significance="limited")
    assert "is written to" not in words(page(client, SIGN_OFF, WEST, later.pk))


def test_whoever_answered_a_part_does_not_sign_the_review_off(
    cast: Cast, west: PartnershipReview
) -> None:
    officer, second = cast.partnerships_officer, a_second_officer()
    part = answered(west, by=second, rating="")
    done = answered(part, by=officer)
    for person in (second, officer):
        with pytest.raises(Refused, match="somebody else signs it off"):
            sign_off_review(review=done, version=done.version, by=person)
    assert review_in(west.review_round, WEST).state == "answered"


def test_the_database_signs_nothing_off_that_is_not_judged(west: PartnershipReview) -> None:
    west.state, west.signed_off_on = "signed-off", clock.today()
    with pytest.raises(IntegrityError), transaction.atomic(), change(verb="Test", by=None):
        west.save()


def test_a_signed_off_review_changes_no_more(cast: Cast, west: PartnershipReview) -> None:
    by = cast.partnerships_officer
    done = signed(west, "Set a budget", by=by)
    given = {"review": done, "version": done.version, "by": by}
    with pytest.raises(Refused, match="signed off, so it cannot be changed"):
        answer_review(values=answers(), answers=judged(), actions=[], **given)
    with pytest.raises(Refused, match="signed off already"):
        sign_off_review(**given)
    client = signed_in(by)
    for name in ("answer", "sign-off"):
        where = f"/partnerships/{WEST}/governance-reviews/{done.pk}/{name}/"
        assert client.get(where).status_code == 403
    action = RemedialAction.objects.get(review=done)
    action.review = done
    finish_action(action=action, version=action.version, done_on=clock.today(), by=by)
    assert review_in(west.review_round, WEST).version == done.version
    with pytest.raises(Refused, match="already"):
        finish_action(action=action, version=action.version + 1, done_on=clock.today(), by=by)


def test_what_the_register_knew_is_kept_as_it_was(cast: Cast, west: PartnershipReview) -> None:
    by = cast.partnerships_officer
    done = signed(west, by=by)
    knew = "Membership reviewed: missing. No review of the membership is recorded."
    assert knew in answers_of(done)["governance"].known
    record_membership_review(
        partnership=done.partnership,
        reviewed_on=clock.today(),
        by_whom="Annual general meeting",
        outcome="No change.",
        next_due=None,
        by=by,
    )
    client = signed_in(by)
    assert knew in words(page(client, PAGE, WEST, west.pk))
    later = review_in(opened(by=by, year=NEXT_YEAR), WEST)
    shown = words(page(client, PAGE, WEST, later.pk))
    assert knew not in shown
    assert "Membership reviewed: met." in shown


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ("high", "High, up against moderate in the review before"),
        ("moderate", "Moderate, same against moderate"),
        ("none", "None, down against moderate"),
    ],
)
def test_the_movement_is_computed_from_the_review_before(
    cast: Cast, west: PartnershipReview, rating: str, said: str
) -> None:
    by = cast.partnerships_officer
    signed(west, by=by)
    later = answered(review_in(opened(by=by, year=NEXT_YEAR), WEST), by=by, rating=rating)
    assert said in words(page(signed_in(by), PAGE, WEST, later.pk))
    listed = page(signed_in(by), "partnerships:governance-reviews", WEST)
    rows = [words(row) for row in listed.find("tbody").find_all("tr")]
    assert rows[0].startswith("2007/08 Answered")
    assert "No earlier rating" in rows[1]


@pytest.mark.parametrize(("days_ago", "state"), [(10, "met"), (360, "due"), (370, "overdue")])
def test_the_yearly_review_is_a_point_of_governance(cast: Cast, days_ago: int, state: str) -> None:
    by, today = cast.partnerships_officer, clock.today()
    with on_a_day(today - timedelta(days=days_ago)):
        review = review_in(opened(by=by), WEST)
        answered(review, by=by)
        assert _standing() == State.MISSING
        current = review_in(review.review_round, WEST)
        sign_off_review(review=current, version=current.version, by=a_second_officer())
    assert _standing() == state
    overview = page(signed_in(by), "partnerships:partnership", WEST)
    assert "Yearly review" in overview.text


def _standing(point: str = "yearly-review") -> str:
    found = Partnership.objects.get(reference=WEST)
    return health_of([found], on=clock.today())[found.pk][point].state


def test_who_only_reads_answers_nothing(cast: Cast, west: PartnershipReview) -> None:
    for person in (cast.area_manager_west, cast.lead_officer, cast.auditor):
        with pytest.raises(Refused, match="not change it"):
            answered(west, by=person)
    shown = page(signed_in(cast.area_manager_west), PAGE, WEST, west.pk)
    assert not shown.find("a", string="Answer the review")
    trust = review_in(west.review_round, TRUST)
    assert signed(trust, by=cast.lead_officer).state == "signed-off"
