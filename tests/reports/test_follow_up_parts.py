"""Does each action stand in one part of a report, and a request where it can be decided?"""

from datetime import timedelta

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from govreg.reports.queries.follow_up import document_of
from govreg.reports.rules.follow_up import refusal_of_another
from recommendations.models import AgreedAction, Recommendation
from recommendations.services.claims import claim_completion
from recommendations.services.closure import verify
from recommendations.services.progress import submit_update
from recommendations.services.recommendations import supersede
from recommendations.services.review_issue import issue_review
from reviews.models import Review
from reviews.services.reviews import discuss_review
from tests import uploads
from tests.journeys.draft import make as make_draft
from tests.partnerships.pages import filled_in, read
from tests.people import Cast, signed_in
from tests.recommendations.asking import asked
from tests.recommendations.lines import iscb_plan

from .preparing import issued, of_the_trust, prepared

pytestmark = pytest.mark.django_db


def claimed(cast: Cast) -> AgreedAction:
    action = iscb_plan()
    submit_update(
        action=action,
        values={"rating": "complete", "reason": "", "narrative": "In force."},
        on=clock.today(),
        by=cast.owner,
    )
    claim_completion(
        action=action,
        statement="In force.",
        on=clock.today(),
        by=cast.owner,
        uploads=[uploads.pdf()],
    )
    action.refresh_from_db()
    return action


def counts(cast: Cast) -> dict[str, int]:
    report = prepared(cast, **of_the_trust())
    document = document_of(report, as_at=clock.today())
    return {part.letter: len(part.lines) for part in document.parts}


def test_a_request_of_an_action_that_is_claimed_is_not_put_to_the_committee(cast: Cast) -> None:
    asked(cast, iscb_plan())
    assert counts(cast)["C"] == 1
    claimed(cast)
    assert counts(cast)["C"] == 0


def test_what_was_completed_stays_completed_when_its_recommendation_ends(cast: Cast) -> None:
    action = claimed(cast)
    verify(
        action=action,
        version=action.version,
        result="implemented",
        note="Seen.",
        on=clock.today(),
        by=cast.auditor,
    )
    before = counts(cast)
    others = AgreedAction.objects.filter(
        response__recommendation=action.response.recommendation
    ).count()
    supersede(
        recommendation=action.response.recommendation,
        successor=Recommendation.objects.get(review__reference="leeds-2007", number="3"),
        reason="One plan does for both.",
        on=clock.today(),
        by=cast.auditor,
    )
    after = counts(cast)
    assert (before["B"], after["B"]) == (1, 1)
    assert after["E"] == others - 1


def test_the_next_report_begins_with_the_day_of_the_last(cast: Cast) -> None:
    day = clock.today() - timedelta(days=3)
    issued(cast, prepared(cast), as_at=day)
    page = read(signed_in(cast.democratic_services).get("/follow-up/prepare/"))
    typed = filled_in(page)
    assert [typed[f"since_{part}"] for part in ("day", "month", "year")] == [
        str(day.day),
        str(day.month),
        str(day.year),
    ]


def test_something_else_than_was_asked_for_is_not_issued() -> None:
    assert refusal_of_another(asked_at=2, version=2) is None
    refusal = refusal_of_another(asked_at=1, version=2)
    assert refusal is not None
    with pytest.raises(Refused, match="changed after its issue was asked for"):
        raise Refused(refusal)


def test_a_recommendation_without_an_agreed_action_is_listed_apart(cast: Cast) -> None:
    make_draft("west-2009")
    review = Review.objects.get(reference="west-2009")
    discuss_review(review=review, on=clock.today(), by=cast.auditor)
    issue_review(review=review, on=clock.today(), by=cast.auditor)
    report = prepared(cast, review=review)
    (found,) = document_of(report, as_at=clock.today()).without_action
    assert (found.reference, found.number) == ("west-2009", "1")
    assert found.standing == "No answer approved yet"
    page = signed_in(cast.auditor).get(report.get_absolute_url()).content.decode()
    assert "Recommendations without an agreed action" in page
    assert "listed apart, with what is known of its answer" in page
