"""Does a document say what the register knew on its day, and no more?"""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from govreg.reports.documents.build import build_review
from govreg.reports.documents.freezing import from_json, to_json
from govreg.reports.documents.parts import RecommendationBox
from recommendations.models import (
    AgreedAction,
    CompletionClaim,
    ProgressUpdate,
    Recommendation,
    Response,
    RiskAcceptance,
    Verification,
)
from recommendations.services.recommendations import withdraw
from reviews.models import Review, Section

from .conftest import DAY, EVERY_REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(leeds) -> Review:
    return Review.objects.get(reference="leeds-2007")


def boxes(sections) -> list[str]:
    found = []
    for section in sections:
        found += [b.number for b in section.blocks if isinstance(b, RecommendationBox)]
        found += boxes(section.sections)
    return found


@pytest.mark.parametrize(("reference", "kind"), EVERY_REPORT)
def test_a_frozen_document_reads_back_as_it_was(document_of, reference, kind):
    document = document_of(reference, kind)
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def test_a_document_of_another_format_is_refused():
    with pytest.raises(ValueError, match="format 99"):
        from_json({"format": 99})


def test_every_recommendation_stands_once_where_it_arises(document_of):
    assert boxes(document_of("leeds-2007", "review").sections) == [str(n) for n in range(1, 13)]
    assert boxes(document_of("leeds-2005", "review").sections) == [str(n) for n in range(1, 10)]


def test_a_recommendation_without_a_place_stands_at_the_end_of_its_section(review):
    section = Section.objects.get(review=review, number="3.4")
    with change(verb="Changed a section", by=None):
        section.body = section.body.replace("[recommendation 3]", "")
        section.save()
    found = build_review(review)
    (chapter,) = [s for s in found.sections if s.number == "3"]
    (inner,) = [s for s in chapter.sections if s.number == "3.4"]
    assert isinstance(inner.blocks[-1], RecommendationBox)
    assert inner.blocks[-1].number == "3"


def test_a_marker_twice_prints_one_box_and_one_to_nothing_says_so(review):
    section = Section.objects.get(review=review, number="3.4")
    with change(verb="Changed a section", by=None):
        section.body += "\n\n[recommendation 3]\n\n[recommendation 99]\n"
        section.save()
    document = build_review(review)
    assert boxes(document.sections).count("3") == 1
    assert "There is no recommendation 99." in json.dumps(to_json(document))


def test_lines_and_lateness_on_the_first_of_february_2008(document_of):
    plan = document_of("leeds-2007", "progress").plan
    codes = [line.progress.standing_code for line in plan.lines]
    assert len(plan.lines) == 29
    assert codes.count("past-at-issue") == 11
    assert codes.count("past-at-issue") + codes.count("overdue") == 23
    assert sum(1 for line in plan.lines if not line.owners) == 2


def test_the_past_is_read_from_history(review):
    recommendation = Recommendation.objects.get(review=review, number="1")
    before = recommendation.wording
    with change(verb="Issued an erratum", by=None):
        recommendation.wording = "Something else should be done."
        recommendation.save()
    then, now = build_review(review, DAY), build_review(review)
    assert then.plan.entries[0].wording == before
    assert now.plan.entries[0].wording == "Something else should be done."


@pytest.mark.parametrize("kind", ["review", "action-plan", "progress"])
def test_the_number_of_queries_is_the_same_for_both_reviews(leeds, kind):
    counts = set()
    for reference in ("leeds-2005", "leeds-2007"):
        review = Review.objects.get(reference=reference)
        for day in (None, DAY):
            with CaptureQueriesContext(connection) as queries:
                build_review(review, day, kind=kind)
            counts.add(len(queries))
    assert max(counts) <= 26
    assert max(counts) - min(counts) <= 2  # a review without structure or teams asks for none


def test_a_day_to_come_and_a_day_before_issue_are_refused(review):
    with pytest.raises(Refused, match="still to come"):
        build_review(review, clock.today() + timedelta(days=1))
    with pytest.raises(Refused, match="Choose 1 November 2007, the day of issue"):
        build_review(review, date(2007, 10, 20))
    with pytest.raises(Refused, match="was not issued on 1 January 1900"):
        build_review(review, date(1900, 1, 1))


def line_of(review: Review) -> AgreedAction:
    return AgreedAction.objects.filter(
        response__recommendation__review=review, response__recommendation__number="8"
    ).get()


def printed_line(document):
    (entry,) = [e for e in document.plan.entries if e.number == "8"]
    return entry.lines[0]


def record(action, by, *, rating, narrative, submitted) -> ProgressUpdate:
    with change(verb="Recorded progress", by=by):
        update = ProgressUpdate(
            action=action,
            by=by,
            rating=rating,
            narrative=narrative,
            begun_on=clock.today(),
            submitted_on=clock.today() if submitted else None,
            submitted_at=clock.now() if submitted else None,
        )
        update.save()
    return update


def test_the_last_submitted_update_is_printed_and_never_a_draft(review, cast):
    action = line_of(review)
    record(action, cast.owner, rating="at-risk", narrative="The first account", submitted=True)
    record(action, cast.owner, rating="on-track", narrative="The latest account", submitted=True)
    record(action, cast.owner, rating="late", narrative="Words in a draft", submitted=False)
    document = build_review(review, kind="progress", officer_names=False)
    said = printed_line(document).progress.said
    assert (said.rating, said.narrative, said.by) == ("On track", "The latest account", "")
    kept = json.dumps(to_json(document))
    assert "Words in a draft" not in kept
    assert "The first account" not in kept
    named = build_review(review, kind="progress", officer_names=True)
    assert printed_line(named).progress.said.by == cast.owner.name


def test_a_closed_line_says_by_what_and_when(review, cast):
    action = line_of(review)
    with change(verb="Verified", by=cast.auditor):
        claim = CompletionClaim(
            action=action, by=cast.owner, claimed_on=DAY, statement="Done", outcome="verified"
        )
        claim.save()
        Verification(
            claim=claim, by=cast.auditor, verified_on=DAY, result="implemented", note="Tested"
        ).save()
        action.state = AgreedAction.State.CLOSED
        action.state_since = DAY
        action.save()
    progress = printed_line(build_review(review, kind="progress")).progress
    assert progress.standing_code == "ended"
    assert progress.verified == "Implemented: verified 1 February 2008"


def claimed(action, by, *, state, outcome="pending", result="") -> None:
    """Claim an action, perhaps with what was found of it, and leave it in a state."""
    with change(verb="Claimed completion", by=by.owner):
        claim = CompletionClaim(
            action=action, by=by.owner, claimed_on=DAY, statement="Done", outcome=outcome
        )
        claim.save()
        if result:
            Verification(
                claim=claim, by=by.auditor, verified_on=DAY, result=result, note="Looked"
            ).save()
        action.state, action.state_since = state, DAY
        action.save()


@pytest.mark.parametrize(
    ("state", "outcome", "result", "printed"),
    [
        ("claimed", "pending", "", "Awaiting verification"),
        (
            "claimed",
            "pending",
            "not-tested",
            "Awaiting verification. Looked at, not tested, 1 February 2008",
        ),
        ("agreed", "returned", "partly", "Returned: partly implemented, 1 February 2008"),
        ("agreed", "verified", "implemented", ""),  # closed, and opened again
    ],
)
def test_a_line_says_what_was_found_of_its_last_claim(
    review, cast, state, outcome, result, printed
):
    claimed(line_of(review), cast, state=state, outcome=outcome, result=result)
    assert printed_line(build_review(review, kind="progress")).progress.verified == printed


def test_a_claim_made_again_awaits_its_own_verification(review, cast):
    claimed(line_of(review), cast, state="agreed", outcome="returned", result="partly")
    claimed(line_of(review), cast, state="claimed")
    progress = printed_line(build_review(review, kind="progress")).progress
    assert progress.verified == "Awaiting verification"


def test_an_accepted_risk_is_printed_over_an_earlier_finding(review, cast):
    action = line_of(review)
    claimed(action, cast, state="agreed", outcome="returned", result="not-implemented")
    with change(verb="Accepted a risk", by=cast.senior_officer):
        RiskAcceptance(
            action=action,
            by=cast.senior_officer,
            decided_on=DAY,
            reason="Costs more than it saves",
            review_date=date(2009, 2, 1),
        ).save()
        action.state = AgreedAction.State.RISK_ACCEPTED
        action.save()
    progress = printed_line(build_review(review, kind="progress")).progress
    assert progress.verified == "Risk accepted 1 February 2008, to be reviewed 1 February 2009"


def test_an_unapproved_answer_leaves_the_approved_one_in_print(review):
    old = Response.objects.get(recommendation__review=review, recommendation__number="8")
    with change(verb="Replaced a management response", by=None):
        later = Response(
            recommendation=old.recommendation, position=old.position, text="Words not approved"
        )
        later.save()
        old.replaced_by = later
        old.save()
    (line,) = next(e for e in build_review(review).plan.entries if e.number == "8").lines
    assert line.response == old.text
    with change(verb="Approved a management response", by=None):
        later.approved_on = clock.today()
        later.save()
    (line,) = next(e for e in build_review(review).plan.entries if e.number == "8").lines
    assert line.response == "Words not approved"


def test_an_answer_never_approved_is_said_to_be_awaited(review):
    found = Response.objects.get(recommendation__review=review, recommendation__number="8")
    with change(verb="Corrected", by=None):
        found.approved_on = found.approved_by = None
        found.text = "Words not approved"
        found.save()
    kept = json.dumps(to_json(build_review(review)))
    assert "Words not approved" not in kept
    assert "A response is awaiting approval" in kept


def test_no_line_of_a_withdrawn_recommendation_is_late(review, cast):
    recommendation = Recommendation.objects.get(review=review, number="10")
    withdraw(recommendation=recommendation, on=clock.today(), by=cast.auditor, reason="Doubled")
    plan = build_review(review, kind="progress").plan
    entry = next(entry for entry in plan.entries if entry.number == "10")
    assert entry.state == "Withdrawn"
    assert {line.progress.standing for line in entry.lines} == {"Not followed up"}
