"""Can a recommendation be superseded or withdrawn, and a review corrected and closed?"""

import pytest

from recommendations.models import AgreedAction, Recommendation
from recommendations.queries.progress import open_numbers
from recommendations.services.recommendations import withdraw
from reviews.models import Review
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def recommendation(reference: str, number: str) -> Recommendation:
    return Recommendation.objects.get(review__reference=reference, number=number)


def test_a_recommendation_is_superseded_by_another_and_leaves_the_owners_list(cast):
    old, new = recommendation("leeds-2005", "6"), recommendation("leeds-2007", "3")
    auditor = signed_in(cast.auditor)
    given = {"ending": "superseded", "successor": str(new.pk), "reason": "Asked again, wider"}
    assert auditor.post(f"{old.get_absolute_url()}end/", given).status_code == 302
    old.refresh_from_db()
    assert (old.ended_as, old.superseded_by) == ("superseded", new)
    assert "Superseded" in auditor.get(old.get_absolute_url()).content.decode()
    live = AgreedAction.objects.live().filter(response__recommendation=old)
    assert not live.exists()


def test_superseding_needs_a_successor_and_every_ending_a_reason(cast):
    old = recommendation("leeds-2005", "6")
    auditor = signed_in(cast.auditor)
    address = f"{old.get_absolute_url()}end/"
    no_successor = auditor.post(address, {"ending": "superseded", "reason": "x"}).content.decode()
    assert "Choose the recommendation that takes its place" in no_successor
    assert auditor.post(address, {"ending": "withdrawn", "reason": ""}).status_code == 200
    old.refresh_from_db()
    assert old.ended_as == ""


def test_a_review_closes_only_when_every_recommendation_is_finished(cast):
    review = Review.objects.get(reference="leeds-2007")
    auditor = signed_in(cast.auditor)
    address = "/reviews/leeds-2007/close/"
    refused = auditor.get(address)
    assert refused.status_code == 403
    assert "still open: 1, 2, 3" in refused.content.decode()
    for row in Recommendation.objects.filter(review=review):
        withdraw(recommendation=row, on=review.issued_on, by=cast.auditor, reason="Rehearsal")
    assert open_numbers(review) == []
    assert auditor.post(address, {"reason": "", "once": ""}).status_code == 302
    review.refresh_from_db()
    assert review.status == "closed"


def test_an_issued_wording_is_locked_and_corrected_by_an_erratum_that_says_what_changed(cast):
    row = recommendation("leeds-2007", "8")
    auditor = signed_in(cast.auditor)
    locked = auditor.get(f"{row.get_absolute_url()}change/")
    assert locked.status_code == 403
    assert "Issue an erratum" in locked.content.decode()
    address = f"/reviews/leeds-2007/erratum/recommendation/{row.pk}/"
    assert "There is a problem" in auditor.post(address, {"text": "New"}).content.decode()
    given = {
        "text": "A communications plan is needed.",
        "what_changed": "A word was missing.",
        "version": row.version,
    }
    assert auditor.post(address, given).status_code == 302
    row.refresh_from_db()
    review = Review.objects.get(reference="leeds-2007")
    assert row.wording == "A communications plan is needed."
    assert review.edition == 2
    assert review.errata.get().what_changed == "A word was missing."
    history = auditor.get(f"/history/recommendations.recommendation/{row.pk}/").content.decode()
    assert "A word was missing." in history


def test_a_key_finding_of_an_issued_review_is_corrected_and_the_report_says_so(cast):
    review = Review.objects.get(reference="leeds-2007")
    finding = review.points.filter(kind="finding").first()
    auditor = signed_in(cast.auditor)
    offered = auditor.get("/reviews/leeds-2007/erratum/").content.decode()
    address = f"/reviews/leeds-2007/erratum/point/{finding.pk}/"
    assert address in offered
    given = {
        "text": "Partners know the structure of the trust.",
        "what_changed": "Finding 1 named the wrong body.",
        "version": finding.version,
    }
    assert auditor.post(address, given).status_code == 302
    report = auditor.get("/reports/leeds-2007/review/").content.decode()
    assert "Partners know the structure of the trust." in report
    assert "Finding 1 named the wrong body." in report
