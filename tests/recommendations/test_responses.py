"""Is a recommendation answered, approved and answered again as management expects?"""

import pytest

from recommendations.models import Recommendation, Response
from recommendations.queries.progress import answered
from recommendations.services.responses import write_response
from reviews.models import Review
from reviews.services.reviews import discuss_review
from tests.journeys.draft import make
from tests.people import signed_in

from .lines import iscb_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def recommendation(cast) -> Recommendation:
    """A recommendation of a review that was discussed with officers."""
    make()
    review = Review.objects.get(reference="west-2008")
    discuss_review(review=review, on=review.history.first().history_date.date(), by=cast.auditor)
    return Recommendation.objects.get(review=review)


def respond(client, recommendation, **changes):
    given = {"text": "We will publish them.", "decision": "accepted", **changes}
    return client.post(f"{recommendation.get_absolute_url()}respond/", given)


def approve(client, response):
    given = {"reason": "", "version": response.version}
    return client.post(f"/responses/{response.pk}/approve/", given)


def test_an_officer_responds_and_a_senior_officer_approves(cast, recommendation):
    respond(signed_in(cast.partnerships_officer), recommendation)
    response = Response.objects.get(recommendation=recommendation)
    senior = signed_in(cast.senior_officer)
    assert "Responses waiting for approval" in senior.get("/").content.decode()
    assert approve(senior, response).status_code == 302
    response.refresh_from_db()
    assert response.approved_by == cast.senior_officer
    assert response.decision == "accepted"


def test_an_approved_response_is_not_changed_but_given_again(cast, recommendation):
    officer = signed_in(cast.partnerships_officer)
    respond(officer, recommendation)
    first = Response.objects.get(recommendation=recommendation)
    approve(signed_in(cast.senior_officer), first)
    refused = officer.get(f"/responses/{first.pk}/change/")
    assert refused.status_code == 403
    assert "The response is approved" in refused.content.decode()
    given = {"text": "We have published them.", "decision": "accepted", "reason": "It is done."}
    officer.post(f"/responses/{first.pk}/replace/", given)
    first.refresh_from_db()
    assert first.text == "We will publish them."
    assert first.replaced_by.text == "We have published them."
    shown = officer.get(recommendation.get_absolute_url()).content.decode()
    assert "Earlier responses" in shown


def test_the_actions_follow_the_response_that_now_stands(cast):
    action = iscb_plan()
    officer = signed_in(cast.partnerships_officer)
    given = {"text": "Put otherwise.", "decision": "accepted", "reason": "Clearer"}
    officer.post(f"/responses/{action.response_id}/replace/", given)
    before = action.response_id
    action.refresh_from_db()
    assert action.response_id != before
    assert action.response.text == "Put otherwise."


def test_nobody_responds_to_a_draft(cast):
    make()
    draft = Recommendation.objects.get(review__reference="west-2008")
    officer = signed_in(cast.partnerships_officer)
    assert respond(officer, draft).status_code == 404
    with pytest.raises(Exception, match="once the draft was discussed"):
        write_response(
            recommendation=draft,
            values={"text": "Too early"},
            subjects=[],
            by=cast.partnerships_officer,
        )


def test_two_writers_of_one_response_meet(cast, recommendation):
    officer = signed_in(cast.partnerships_officer)
    respond(officer, recommendation)
    response = Response.objects.get(recommendation=recommendation)
    address = f"/responses/{response.pk}/change/"
    seen = str(response.version)
    first = {"text": "The first", "decision": "accepted", "version": seen}
    assert officer.post(address, first).status_code == 302
    late = officer.post(address, {**first, "text": "The second", "decision": "partly"})
    content = late.content.decode()
    assert late.status_code == 409
    assert "The first" in content
    assert "The second" in content
    assert "Partly accepted" in content
    response.refresh_from_db()
    assert response.text == "The first"


def test_a_response_for_some_of_those_addressed_is_shown_as_partial(cast):
    recommendation = Recommendation.objects.get(review__reference="leeds-2005", number="1")
    page = signed_in(cast.auditor).get(recommendation.get_absolute_url()).content.decode()
    assert "Answered in part" in page
    assert "West Leeds District Partnership" in page
    whole = Recommendation.objects.get(review__reference="leeds-2007", number="2")
    assert not answered(whole, whole.responses.current()).partly


def test_a_response_says_something(cast, recommendation):
    content = respond(signed_in(cast.partnerships_officer), recommendation, text=" ").content
    assert "There is a problem" in content.decode()
    assert not Response.objects.filter(recommendation=recommendation).exists()
