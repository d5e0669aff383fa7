"""Does each person read only what is for them, in the history and on the pages?"""

import pytest

from govreg.core import clock
from govreg.core.access.models import Scope
from govreg.core.accounts.services.users import end_role, grant_role
from recommendations.models import Recommendation
from recommendations.services import progress, responses
from recommendations.services.recommendations import word_recommendation
from recommendations.services.review_issue import issue_review
from reviews.models import Review
from reviews.services.reviews import discuss_review
from tests.journeys.draft import make
from tests.people import signed_in

from .lines import iscb_plan, line

pytestmark = pytest.mark.django_db


def history_of(recommendation: Recommendation) -> str:
    return f"/history/recommendations.recommendation/{recommendation.pk}/"


def test_an_owner_reads_the_history_of_their_own_lines_only(cast):
    mine = iscb_plan()
    recommendation = mine.response.recommendation
    other = line("leeds-2007", "9", "5th September 2007")
    given = {"on": clock.today(), "by": cast.partnerships_officer}
    for action, words in ((mine, "Of my line"), (other, "Of another line")):
        values = {"rating": "on-track", "narrative": words, "reason": ""}
        progress.submit_update(action=action, values=values, **given)
    owner = signed_in(cast.owner)
    page = owner.get(history_of(recommendation)).content.decode()
    assert "Of my line" in page
    assert "Of another line" not in page
    whole = signed_in(cast.auditor).get(history_of(recommendation)).content.decode()
    assert "Of another line" in whole
    shown = owner.get(recommendation.get_absolute_url()).content.decode()
    assert other.text not in shown
    assert "None of the actions under this response is yours" in shown


def test_an_owner_is_led_to_no_recommendation_that_they_may_not_open(cast):
    named = Recommendation.objects.get(review__reference="leeds-2007", number="3")
    other = named.cross_references.get(to__number="2").to.get_absolute_url()
    for person, leads in ((cast.auditor, True), (cast.owner, False)):
        client = signed_in(person)
        page = client.get(named.get_absolute_url()).content.decode()
        assert "Recommendation 2" in page
        assert (f'href="{other}"' in page) is leads
        assert (client.get(other).status_code == 200) is leads


def test_what_a_draft_said_stays_its_authors_after_it_was_submitted_in_other_words(cast):
    action = iscb_plan()
    given = {"action": action, "on": clock.today(), "by": cast.owner}
    values = {"rating": "on-track", "narrative": "Unguarded words", "reason": ""}
    progress.save_draft(values=values, **given)
    progress.submit_update(values={**values, "narrative": "Measured words"}, **given)
    address = history_of(action.response.recommendation)
    for person in (cast.auditor, cast.scrutiny_member, cast.partnerships_officer):
        page = signed_in(person).get(address).content.decode()
        assert "Measured words" in page
        assert "Unguarded words" not in page


def issued(cast) -> Recommendation:
    """A recommendation that was worded otherwise while it was a draft."""
    make()
    review = Review.objects.get(reference="west-2008")
    recommendation = Recommendation.objects.get(review=review)
    word_recommendation(
        recommendation=recommendation,
        version=recommendation.version,
        values={"wording": "A first, harsher wording."},
        subjects=[],
        cross_references=[],
        by=cast.auditor,
    )
    recommendation.refresh_from_db()
    word_recommendation(
        recommendation=recommendation,
        version=recommendation.version,
        values={"wording": "The wording that was issued."},
        subjects=[],
        cross_references=[],
        by=cast.auditor,
    )
    discuss_review(review=review, on=clock.today(), by=cast.auditor)
    issue_review(review=review, on=clock.today(), by=cast.auditor)
    return recommendation


def test_what_was_said_before_the_issue_is_for_those_who_took_part(cast):
    recommendation = issued(cast)
    responses.write_response(
        recommendation=recommendation,
        values={"text": "An answer that nobody approved."},
        subjects=[],
        by=cast.partnerships_officer,
    )
    member = signed_in(cast.scrutiny_member)
    for address in (history_of(recommendation), "/history/"):
        page = member.get(address).content.decode()
        assert "harsher wording" not in page
        assert "An answer that nobody approved." not in page
    assert "Issued a review" in member.get("/history/").content.decode()
    page = signed_in(cast.partnerships_officer).get(history_of(recommendation)).content.decode()
    assert "harsher wording" in page


def test_an_answer_that_nobody_approved_is_not_for_readers(cast):
    recommendation = issued(cast)
    responses.write_response(
        recommendation=recommendation,
        values={"text": "Unapprovedly worded."},
        subjects=[],
        by=cast.partnerships_officer,
    )
    member = signed_in(cast.scrutiny_member)
    page = member.get(recommendation.get_absolute_url()).content.decode()
    assert "Unapprovedly" not in page
    assert "A response is awaiting approval." in page
    assert recommendation.get_absolute_url() not in (
        member.get("/search/?words=Unapprovedly").content.decode()
    )
    officer = signed_in(cast.partnerships_officer)
    assert "Unapprovedly" in officer.get(recommendation.get_absolute_url()).content.decode()


def test_a_lead_officer_writes_only_for_the_partnership_they_lead(cast):
    user = cast.lead_officer
    holding = user.role_holdings.get()
    end_role(holding=holding, end=clock.today().replace(year=2025), by=None, reason="Moved")
    west = Scope.objects.get(name="West Leeds District Partnership")
    grant_role(user=user, role="lead-officer", scope=west, by=None)
    lead = signed_in(user)
    pooled = Recommendation.objects.get(review__reference="leeds-2005", number="8")
    theirs = Recommendation.objects.get(review__reference="leeds-2005", number="7")
    assert lead.get(f"{pooled.get_absolute_url()}respond/").status_code == 403
    assert lead.get(f"{theirs.get_absolute_url()}respond/").status_code == 200


def test_an_owner_sees_an_action_from_the_issue_of_the_review_on(cast):
    action = iscb_plan()
    review = action.response.recommendation.review
    assert signed_in(cast.owner).get(action.get_absolute_url()).status_code == 200
    assert review.status == "issued"
    from govreg.core.history.change import change

    with change(verb="Rehearsal", by=cast.auditor):
        review.status = Review.Status.DISCUSSED
        review.save()
    assert signed_in(cast.owner).get(action.get_absolute_url()).status_code == 404
