"""What do people get when they read, take away, issue and compare reports?"""

import pytest

from govreg.core.accounts.models import AccessLogEntry
from govreg.core.history.change import change
from govreg.reports.models import ReportIssue
from reviews.models import Review
from tests.outbox import work_off
from tests.people import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("leeds")]

ISSUE = {"as_at_day": "1", "as_at_month": "2", "as_at_year": "2008"}


@pytest.mark.parametrize("kind", ["review", "action-plan", "progress"])
@pytest.mark.parametrize("reference", ["leeds-2005", "leeds-2007"])
def test_a_member_reads_every_report(cast, reference, kind):
    answer = signed_in(cast.scrutiny_member).get(f"/reports/{reference}/{kind}/")
    assert answer.status_code == 200
    assert answer.content.count(b"<h1") == 1


def test_a_report_as_at_a_past_day_says_so(cast):
    answer = signed_in(cast.scrutiny_member).get("/reports/leeds-2007/progress/?as-at=2008-02-01")
    page = answer.content.decode()
    assert "as it stood at the end of <strong>1 February 2008</strong>" in page
    assert page.count("past at issue") == 11


@pytest.mark.parametrize(
    "typed", ["x", "2008-13-45", "%00", "9" * 30, "February 2008", "2007-10-01", "2099-01-01"]
)
def test_a_day_that_cannot_be_is_answered_with_a_sentence(cast, typed):
    client = signed_in(cast.scrutiny_member)
    for address in ("/reports/leeds-2007/review/", "/reports/leeds-2007/review/pdf/"):
        answer = client.get(f"{address}?as-at={typed}")
        assert answer.status_code == 400
        assert b"hoose" in answer.content or b"not a day" in answer.content


def test_a_preview_says_that_it_is_one_and_is_logged(cast):
    answer = signed_in(cast.scrutiny_member).get("/reports/leeds-2005/action-plan/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "preview.pdf" in answer["Content-Disposition"]
    entry = AccessLogEntry.objects.filter(event="downloaded").latest("pk")
    assert entry.user == cast.scrutiny_member
    assert "leeds-2005-action-plan" in entry.detail


def test_reports_of_a_draft_are_its_writers_alone(cast):
    review = Review.objects.get(reference="leeds-2007")
    with change(verb="Corrected", by=None):
        review.status = Review.Status.DRAFT
        review.save()
    address = "/reports/leeds-2007/review/"
    assert signed_in(cast.scrutiny_member).get(address).status_code == 404
    page = signed_in(cast.auditor).get(address)
    assert b"This is a draft: the review is not issued." in page.content


def test_another_area_manager_finds_nothing(cast):
    client = signed_in(cast.area_manager_west)
    for ending in ("", "review/", "review/pdf/", "review/version/1/", "review/compare/"):
        assert client.get(f"/reports/leeds-2007/{ending}").status_code == 404


def test_issuing_asks_first_and_then_shows_the_version(cast):
    client = signed_in(cast.democratic_services)
    address = "/reports/leeds-2005/progress/issue/"
    page = client.get(address)
    assert b"It can never be changed or removed" in page.content
    answer = client.post(address, ISSUE, follow=True)
    assert b"You need not wait here" in answer.content
    assert not ReportIssue.objects.exists()
    work_off()
    made = ReportIssue.objects.get()
    asked = client.get(answer.redirect_chain[-1][0])
    assert b'href="/reports/leeds-2005/progress/version/1/"' in asked.content
    answer = client.get("/reports/leeds-2005/progress/version/1/")
    assert made.sha256.encode() in answer.content
    download = client.get("/reports/leeds-2005/progress/version/1/pdf/")
    assert b"".join(download.streaming_content).startswith(b"%PDF-")
    assert AccessLogEntry.objects.filter(event="downloaded").latest("pk").detail == made.file.name


def test_a_refused_issue_loses_nothing_typed(cast):
    client = signed_in(cast.democratic_services)
    answer = client.post("/reports/leeds-2005/progress/issue/", ISSUE | {"as_at_year": "1999"})
    assert answer.status_code == 200
    assert "was not issued on 1 February 1999" in answer.content.decode()
    assert b'value="1999"' in answer.content


def test_a_form_sent_twice_issues_once(cast):
    client = signed_in(cast.democratic_services)
    token = "0b9f5a66-3f5c-4b5c-9a5e-0d3a0b4f7e11"
    for _ in range(2):
        client.post("/reports/leeds-2005/action-plan/issue/", ISSUE | {"once": token})
        work_off()
    assert ReportIssue.objects.count() == 1


def test_those_who_may_not_issue_are_told_why(cast):
    answer = signed_in(cast.scrutiny_member).get("/reports/leeds-2007/")
    assert b"Reports of this review are issued by its auditor" in answer.content
    answer = signed_in(cast.scrutiny_member).post("/reports/leeds-2007/review/issue/", ISSUE)
    assert answer.status_code == 403
    assert not ReportIssue.objects.exists()


def test_two_versions_are_compared(cast):
    client = signed_in(cast.auditor)
    address = "/reports/leeds-2007/progress/issue/"
    client.post(address, ISSUE)
    work_off()
    client.post(address, ISSUE | {"as_at_month": "6", "what_changed": "Made again for June."})
    work_off()
    page = client.get("/reports/leeds-2007/progress/compare/").content.decode()
    assert "between version 1 and version 2" in page
    assert "Recommendation 1, line 2, progress: changed" in page
    for strange in ("from=x&to=99999999999999", "from=7&to=8", "from=-1"):
        assert client.get(f"/reports/leeds-2007/progress/compare/?{strange}").status_code == 200


def test_the_panel_on_the_reviews_page_leads_to_the_reports(rf, cast):
    from govreg.reports.registration import reports_of_review

    request = rf.get("/")
    request.user = cast.auditor
    html = reports_of_review(request, Review.objects.get(reference="leeds-2007"))
    assert html.count("/reports/leeds-2007/") >= 7
    assert "No version issued." in html
