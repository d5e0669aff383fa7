"""Is an issued version frozen, numbered, and refused to those who may not issue it?"""

import hashlib

import pytest

from govreg.core.files.handing_out import content_of
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from govreg.reports.documents.freezing import from_json
from govreg.reports.models import ReportIssue
from govreg.reports.queries.comparison import differences
from govreg.reports.services.issues import issue_report
from recommendations.models import Recommendation
from reviews.models import Review
from tests.people import signed_in

from .conftest import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(leeds) -> Review:
    return Review.objects.get(reference="leeds-2005")


def issued(review, by, **options) -> ReportIssue:
    asked = {"kind": "action-plan", "as_at": DAY} | options
    return issue_report(review=review, by=by, **asked)


def test_an_issue_keeps_file_digest_and_document(review, cast):
    made = issued(review, cast.auditor)
    content = content_of(made.file)
    assert content.startswith(b"%PDF-")
    assert made.sha256 == hashlib.sha256(content).hexdigest() == made.file.sha256
    assert (made.number, made.as_at, made.issued_by) == (1, DAY, cast.auditor)
    assert len(from_json(made.document).plan.lines) == 12


def test_an_issue_stays_as_it_is_when_the_register_changes(review, cast):
    first = issued(review, cast.auditor)
    content = content_of(first.file)
    recommendation = Recommendation.objects.get(review=review, number="1")
    with change(verb="Issued an erratum", by=cast.auditor):
        recommendation.wording = "Something else should be done."
        recommendation.save()
    second = issued(review, cast.auditor, as_at=first.issued_at.date(), what_changed="Wording of 1")
    kept = ReportIssue.objects.get(pk=first.pk)
    assert content_of(kept.file) == content
    assert kept.document == first.document
    assert second.number == 2
    found = differences(from_json(kept.document), from_json(second.document))
    (changed,) = [d for d in found if d.where == "Recommendation 1"]
    assert changed.what == "Changed"
    assert changed.after == "Something else should be done."


def test_two_equal_versions_do_not_differ(review, cast):
    made = from_json(issued(review, cast.auditor).document)
    assert differences(made, made) == []


def test_each_kind_counts_for_itself(review, cast):
    assert issued(review, cast.auditor).number == 1
    assert issued(review, cast.auditor, kind="progress").number == 1


def test_a_further_version_says_what_changed(review, cast):
    issued(review, cast.auditor)
    with pytest.raises(Refused, match="Say what changed"):
        issued(review, cast.auditor, what_changed="  ")


def test_those_who_may_not_issue_are_refused(review, cast):
    for person in (cast.scrutiny_member, cast.lead_officer, cast.owner, cast.administrator):
        with pytest.raises(Refused, match="Reports of this review are issued by"):
            issued(review, person)
    assert not ReportIssue.objects.exists()


def test_a_review_that_is_not_issued_has_no_issued_report(review, cast):
    with change(verb="Corrected", by=None):
        review.status = Review.Status.DISCUSSED
        review.save()
    with pytest.raises(Refused, match="not issued yet"):
        issued(review, cast.auditor)


def test_somebody_who_issues_at_the_same_moment_wins(review, cast, monkeypatch):
    from govreg.reports.services import issues

    numbers = iter([0, 1])
    monkeypatch.setattr(issues, "latest_number", lambda *_: next(numbers))
    with pytest.raises(Refused, match="at the same moment"):
        issued(review, cast.auditor, what_changed="Nothing")
    assert not ReportIssue.objects.exists()


def test_a_report_of_a_review_that_changed_meanwhile_is_not_issued(review, cast, monkeypatch):
    from govreg.reports.services import issues

    make = issues.pdf_of

    def changed_while_made(*given):
        other = Review.objects.get(pk=review.pk)
        with change(verb="Issued an erratum", by=cast.auditor):
            other.edition += 1
            other.save()
        return make(*given)

    monkeypatch.setattr(issues, "pdf_of", changed_while_made)
    with pytest.raises(Refused, match="was changed while its report was made"):
        issued(review, cast.auditor)
    assert not ReportIssue.objects.exists()


def test_the_history_of_a_review_does_not_print_the_frozen_document(review, cast):
    made = issued(review, cast.auditor)
    address = f"/history/reviews.review/{review.pk}/"
    content = signed_in(cast.auditor).get(address).content.decode()
    assert "Issued a report" in content
    assert made.sha256 in content
    assert "The frozen document" not in content
    assert "statement_of_responsibilities" not in content
