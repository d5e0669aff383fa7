"""Can what was agreed, tested or answered be turned round afterwards?"""

from datetime import date

import pytest

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refused
from recommendations.models import AgreedAction, ProgressUpdate, Recommendation
from recommendations.queries.progress import Progress, is_finished, progress_of
from recommendations.services import actions, closure, progress, responses
from recommendations.services.claims import claim_completion
from recommendations.services.recommendations import withdraw
from recommendations.services.review_issue import issue_erratum
from reviews.models import Review
from tests import uploads
from tests.people import signed_in

from .lines import iscb_plan

pytestmark = pytest.mark.django_db


def submit(action, by):
    return progress.submit_update(
        action=action,
        values={"rating": "on-track", "narrative": "Done.", "reason": ""},
        on=clock.today(),
        by=by,
        uploads=[uploads.pdf()],
    )


def claimed(cast) -> AgreedAction:
    action = iscb_plan()
    submit(action, cast.owner)
    claim_completion(action=action, statement="Done.", on=clock.today(), by=cast.owner)
    return iscb_plan()


def verify(action, by, result="implemented"):
    return closure.verify(
        action=action,
        version=action.version,
        result=result,
        note="Read the minutes.",
        on=clock.today(),
        by=by,
    )


def replace(action, by):
    return responses.replace_response(
        response=action.response,
        values={"text": "Put otherwise."},
        subjects=[],
        by=by,
        reason="Clearer",
    )


def change(action, by, printed="October 2007", owners=()):
    return actions.change_action(
        action=action,
        version=action.version,
        text=action.text,
        timescale=actions.understood(printed),
        owners=owners,
        by=by,
        reason="Rehearsal",
    )


def test_a_response_given_again_does_not_set_the_dates_free(cast):
    replace(iscb_plan(), cast.partnerships_officer)
    with pytest.raises(Refused, match="stands as agreed"):
        change(iscb_plan(), cast.partnerships_officer, "By December 2030")
    assert iscb_plan().original_due == date(2007, 10, 31)


def test_a_claimed_or_closed_action_stays_as_it_was_agreed(cast):
    action = claimed(cast)
    with pytest.raises(Refused, match="stays as it was agreed"):
        change(action, cast.partnerships_officer)
    verify(action, cast.auditor)
    with pytest.raises(Refused, match="stays as it was agreed"):
        change(iscb_plan(), cast.partnerships_officer)


def test_taking_the_owners_away_does_not_let_one_of_them_verify(cast):
    action = iscb_plan()
    change(action, cast.partnerships_officer, owners=[cast.auditor])
    change(iscb_plan(), cast.partnerships_officer, owners=[cast.owner])
    action = claimed(cast)
    with pytest.raises(Refused, match="were responsible"):
        verify(action, cast.auditor)


def test_an_action_is_not_agreed_under_a_response_that_no_longer_stands(cast):
    old = iscb_plan().response
    replace(iscb_plan(), cast.partnerships_officer)
    with pytest.raises(Refused, match="took the place"):
        actions.agree_action(
            response=old,
            text="Lost",
            timescale=actions.understood(""),
            owners=[],
            by=cast.partnerships_officer,
        )


def test_an_ended_recommendation_moves_no_more_and_is_overdue_no_more(cast):
    action = claimed(cast)
    recommendation = action.response.recommendation
    withdraw(recommendation=recommendation, on=clock.today(), by=cast.auditor, reason="Doubled")
    with pytest.raises(Refused, match="superseded or withdrawn"):
        verify(action, cast.auditor)
    client = signed_in(cast.auditor)
    overdue = client.get("/actions/?standing=overdue&export=csv")
    lines = b"".join(overdue.streaming_content).decode()
    assert "leeds-2007 10" in lines
    assert "leeds-2007 9" not in lines
    page = client.get(recommendation.get_absolute_url()).content.decode()
    assert "Overdue by" not in page


def test_a_body_that_agreed_nothing_keeps_the_recommendation_open(cast):
    recommendation = Recommendation.objects.get(review__reference="leeds-2007", number="8")
    action = AgreedAction.objects.get(response__recommendation=recommendation)
    claim = {"statement": "Done.", "on": clock.today(), "by": cast.partnerships_officer}
    submit(action, cast.partnerships_officer)
    claim_completion(action=action, **claim)
    action.refresh_from_db()
    verify(action, cast.auditor)
    another = responses.write_response(
        recommendation=recommendation,
        values={"text": "We are thinking.", "decision": "accepted"},
        subjects=[],
        by=cast.partnerships_officer,
    )
    standing = recommendation.responses.current()
    assert progress_of("", standing) == Progress.IN_PROGRESS
    assert not is_finished(recommendation, list(standing))
    responses.change_response(
        response=another,
        version=another.version,
        values={"text": "We will not.", "decision": "not-accepted"},
        subjects=[],
        by=cast.partnerships_officer,
    )
    standing = recommendation.responses.current()
    assert progress_of("", standing) == Progress.CLOSED
    assert is_finished(recommendation, list(standing))


def test_what_is_approved_is_the_text_that_was_read(cast):
    action = iscb_plan()
    later = replace(action, cast.partnerships_officer)
    seen = later.version
    responses.change_response(
        response=later,
        version=seen,
        values={"text": "Something else", "decision": "not-accepted"},
        subjects=[],
        by=cast.partnerships_officer,
    )
    client = signed_in(cast.senior_officer)
    given = {"reason": "", "version": seen}
    content = client.post(f"/responses/{later.pk}/approve/", given, follow=True).content.decode()
    assert "Somebody changed this while you were reading" in content
    later.refresh_from_db()
    assert later.approved_on is None


def test_two_errata_of_one_text_meet(cast):
    review = Review.objects.get(reference="leeds-2007")
    section = review.sections.get(number="1.1")
    given = {"review": review, "on": clock.today(), "by": cast.auditor, "corrected": section}
    seen = section.version
    issue_erratum(version=seen, text="First", what_changed="One", **given)
    with pytest.raises(StaleVersion):
        issue_erratum(version=seen, text="Second", what_changed="Two", **given)
    section.refresh_from_db()
    assert section.body == "First"


def test_a_submitted_update_cannot_be_thrown_away_from_an_old_window(cast):
    values = {"rating": "on-track", "narrative": "Half", "reason": ""}
    given = {"action": iscb_plan(), "on": clock.today(), "by": cast.owner}
    draft = progress.save_draft(values=values, **given)
    progress.submit_update(values=values, **given)
    with pytest.raises(Refused, match="Only a draft"):
        progress.discard_draft(update=draft, by=cast.owner)
    assert ProgressUpdate.objects.filter(pk=draft.pk, submitted_on__isnull=False).exists()
